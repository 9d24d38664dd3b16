using SparrowRecSys.Catalog;

namespace SparrowRecSys.Features;

/// <summary>
/// What is counted of one movie's ratings so far: sample writer, log processor and server count with this one type. A value; the next
/// rating gives a new one.
/// </summary>
public readonly record struct MovieCounts
{
    /// <summary>Days in which the weight of a rating in <see cref="RecentAt"/> halves.</summary>
    public const double RecentHalfLifeDays = 30;

    private const double DecayPerSecond = 1 / (RecentHalfLifeDays * 86_400); // halvings

    private readonly double _recent; // as of _newest
    private readonly uint _newest;
    private readonly long _sum; // half stars
    private readonly long _squareSum;

    private MovieCounts(int ratingCount, long sum, long squareSum, double recent, uint newest) =>
        (RatingCount, _sum, _squareSum, _recent, _newest) = (ratingCount, sum, squareSum, recent, newest);

    public int RatingCount { get; }

    /// <summary>Sum of the ratings in stars.</summary>
    public double StarSum => _sum / 2.0;

    /// <summary>Mean in stars; 0 when there is no rating.</summary>
    public double AverageRating => RatingCount == 0 ? 0 : _sum / 2.0 / RatingCount;

    /// <summary>Sample standard deviation in stars; 0 for fewer than two ratings.</summary>
    public double RatingDeviation => Deviation(RatingCount, _sum, _squareSum) / 2;

    /// <summary>The counts after one more rating, in any order of time; equal for the same ratings in order of time.</summary>
    /// <param name="halfStars">1 to 10.</param>
    /// <param name="timestamp">Seconds since 1970-01-01 UTC.</param>
    /// <param name="replaced">Half stars of the user's earlier rating that this one replaces, or 0.</param>
    public MovieCounts With(byte halfStars, uint timestamp, byte replaced = 0)
    {
        uint newest = Math.Max(_newest, timestamp);
        double recent = (_recent * Weight(_newest, newest)) + Weight(timestamp, newest);
        return new MovieCounts(
            RatingCount + (replaced == 0 ? 1 : 0), _sum + halfStars - replaced,
            _squareSum + (halfStars * halfStars) - (replaced * replaced), recent, newest);
    }

    /// <summary>Ratings so far, each with half the weight for every <see cref="RecentHalfLifeDays"/> days of its age.</summary>
    /// <param name="moment">Seconds since 1970-01-01 UTC; one before the newest rating counts as the newest.</param>
    public double RecentAt(uint moment) => _recent * Weight(_newest, Math.Max(moment, _newest));

    /// <summary>Counts of a movie's ratings, folded in order of time.</summary>
    /// <param name="ratings">The table.</param>
    /// <param name="movieRow">Row of the movie.</param>
    public static MovieCounts Of(RatingTable ratings, int movieRow)
    {
        int[] positions = ratings.PositionsOfMovie(movieRow).ToArray();
        uint[] times = Array.ConvertAll(positions, position => ratings.Timestamps[position]);
        Array.Sort(times, positions); // equal times add the same weight in any order
        var counts = default(MovieCounts);
        for (int i = 0; i < positions.Length; i++)
        {
            counts = counts.With(ratings.HalfStars[positions[i]], times[i]);
        }

        return counts;
    }

    /// <summary>Sample standard deviation from exact sums; 0 for fewer than two values.</summary>
    internal static double Deviation(int count, long sum, long squareSum) =>
        count < 2 ? 0 : Math.Sqrt((((double)count * squareSum) - ((double)sum * sum)) / ((double)count * (count - 1)));

    private static double Weight(uint time, uint moment) => time == moment ? 1 : Math.Pow(2, -(double)(moment - time) * DecayPerSecond);
}
