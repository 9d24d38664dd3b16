using SparrowRecSys.Catalog;

namespace SparrowRecSys.Features;

/// <summary>
/// How popular each movie of the loaded data is: damped mean × ln(1 + ratings), where an older rating counts less. Computed once, O(R).
/// Immutable.
/// </summary>
public sealed class MoviePopularity
{
    /// <summary>Ratings of the average score added to every movie: about what a mean needs before half of it is the movie's own.</summary>
    public const double PriorCount = 20;

    private const double SecondsPerDay = 86_400;

    private readonly float[] _scores; // (N)
    private readonly int[] _bestFirst; // (N)

    /// <param name="data">Ages are relative to its newest rating, so that old data do not fade as a whole.</param>
    /// <param name="halfLifeDays">Days in which the weight of a rating halves.</param>
    public MoviePopularity(DataSet data, double halfLifeDays)
    {
        RatingTable ratings = data.Ratings;
        MeanRating = Mean(ratings.HalfStars);
        _scores = new float[data.Movies.Count];
        double decay = -Math.Log(2) / (halfLifeDays * SecondsPerDay);
        uint newest = Newest(ratings.Timestamps);
        for (int row = 0; row < _scores.Length; row++)
        {
            (double count, double stars, double weight) = (0, MeanRating * PriorCount, 0);
            foreach (int position in ratings.PositionsOfMovie(row))
            {
                count++;
                stars += ratings.HalfStars[position] / 2.0;
                weight += Math.Exp(decay * (newest - ratings.Timestamps[position]));
            }

            _scores[row] = (float)(stars / (count + PriorCount) * Math.Log(1 + weight));
        }

        _bestFirst = [.. Enumerable.Range(0, _scores.Length).OrderByDescending(row => _scores[row])];
    }

    /// <summary>Mean of all ratings in stars; 0 when there is none.</summary>
    public double MeanRating { get; }

    /// <summary>Popularity by movie row; at least 0, and 0 for a movie without ratings.</summary>
    public ReadOnlySpan<float> Scores => _scores;

    /// <summary>All movie rows, the most popular first, ties by row.</summary>
    public ReadOnlySpan<int> BestFirst => _bestFirst;

    private static double Mean(ReadOnlySpan<byte> halfStars)
    {
        long sum = 0;
        foreach (byte score in halfStars)
        {
            sum += score;
        }

        return halfStars.IsEmpty ? 0 : sum / 2.0 / halfStars.Length;
    }

    private static uint Newest(ReadOnlySpan<uint> timestamps)
    {
        uint newest = 0;
        foreach (uint timestamp in timestamps)
        {
            newest = Math.Max(newest, timestamp);
        }

        return newest;
    }
}
