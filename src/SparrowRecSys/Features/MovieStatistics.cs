using SparrowRecSys.Catalog;

namespace SparrowRecSys.Features;

/// <summary>What one movie's ratings so far say. Immutable; the next rating gives a new object.</summary>
public sealed class MovieStatistics
{
    private readonly int[] _histogram; // (10), position = half stars - 1

    private MovieStatistics(int[] histogram, MovieCounts counts)
    {
        (_histogram, Counts) = (histogram, counts);
        for (int i = Rating.PositiveHalfStars - 1; i < histogram.Length; i++)
        {
            PositiveCount += histogram[i];
        }
    }

    public static MovieStatistics Empty { get; } = new(new int[10], default);

    /// <summary>What rankers read: counts, moments, trend.</summary>
    public MovieCounts Counts { get; }

    public int RatingCount => Counts.RatingCount;

    /// <summary>Ratings of at least <see cref="Rating.PositiveScore"/> stars.</summary>
    public int PositiveCount { get; }

    /// <summary>Ratings by half stars: position 0 counts 0.5, position 9 counts 5.0.</summary>
    public ReadOnlySpan<int> Histogram => _histogram;

    /// <summary>Mean in stars; 0 when there is no rating.</summary>
    public double AverageRating => Counts.AverageRating;

    /// <summary>Statistics of all ratings of a movie.</summary>
    public static MovieStatistics Of(RatingTable ratings, int movieRow)
    {
        ReadOnlySpan<int> positions = ratings.PositionsOfMovie(movieRow);
        if (positions.IsEmpty)
        {
            return Empty;
        }

        int[] histogram = new int[10];
        foreach (int position in positions)
        {
            histogram[ratings.HalfStars[position] - 1]++;
        }

        return new MovieStatistics(histogram, MovieCounts.Of(ratings, movieRow));
    }

    /// <summary>The statistics after one more rating, which may replace an earlier one of the same user.</summary>
    /// <param name="added">Half stars, 1 to 10.</param>
    /// <param name="timestamp">Seconds since 1970-01-01 UTC.</param>
    /// <param name="replaced">Half stars of the user's earlier rating, or 0 when there was none.</param>
    public MovieStatistics With(byte added, uint timestamp, byte replaced)
    {
        int[] histogram = [.. _histogram];
        histogram[added - 1]++;
        if (replaced != 0)
        {
            histogram[replaced - 1]--;
        }

        return new MovieStatistics(histogram, Counts.With(added, timestamp, replaced));
    }

    /// <summary>
    /// Mean in stars pulled towards <paramref name="priorMean"/> as if <paramref name="priorCount"/> more ratings had that score, so that
    /// one enthusiastic rating does not top a list.
    /// </summary>
    public double DampedMean(double priorMean, double priorCount) =>
        (Counts.StarSum + (priorMean * priorCount)) / (RatingCount + priorCount);
}
