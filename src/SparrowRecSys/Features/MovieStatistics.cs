using SparrowRecSys.Catalog;

namespace SparrowRecSys.Features;

/// <summary>Counts over one movie's ratings so far. Immutable; the next rating gives a new object.</summary>
public sealed class MovieStatistics
{
    private readonly int[] _histogram; // (10), position = half stars - 1

    private MovieStatistics(int[] histogram, int ratingCount, long halfStarSum, long positiveCount)
    {
        _histogram = histogram;
        (RatingCount, HalfStarSum, PositiveCount) = (ratingCount, halfStarSum, (int)positiveCount);
    }

    public static MovieStatistics Empty { get; } = new(new int[10], 0, 0, 0);

    public int RatingCount { get; }

    /// <summary>Ratings of at least <see cref="Rating.PositiveScore"/> stars.</summary>
    public int PositiveCount { get; }

    /// <summary>Ratings by half stars: position 0 counts 0.5, position 9 counts 5.0.</summary>
    public ReadOnlySpan<int> Histogram => _histogram;

    /// <summary>Mean in stars; 0 when there is no rating.</summary>
    public double AverageRating => RatingCount == 0 ? 0 : HalfStarSum / 2.0 / RatingCount;

    private long HalfStarSum { get; }

    public static MovieStatistics FromHistogram(ReadOnlySpan<int> histogram)
    {
        (int count, long sum, long positives) = (0, 0, 0);
        for (int i = 0; i < histogram.Length; i++)
        {
            count += histogram[i];
            sum += (long)histogram[i] * (i + 1);
            positives += i + 1 >= Rating.PositiveHalfStars ? histogram[i] : 0;
        }

        return new MovieStatistics(histogram.ToArray(), count, sum, positives);
    }

    /// <summary>The statistics after one more rating, which may replace an earlier one of the same user.</summary>
    /// <param name="added">Half stars, 1 to 10.</param>
    /// <param name="replaced">Half stars of the user's earlier rating, or 0 when there was none.</param>
    public MovieStatistics With(byte added, byte replaced)
    {
        int[] histogram = [.. _histogram];
        histogram[added - 1]++;
        if (replaced != 0)
        {
            histogram[replaced - 1]--;
        }

        return FromHistogram(histogram);
    }

    /// <summary>
    /// Mean in stars pulled towards <paramref name="priorMean"/> as if <paramref name="priorCount"/> more ratings had that score, so that
    /// one enthusiastic rating does not top a list.
    /// </summary>
    public double DampedMean(double priorMean, double priorCount) =>
        ((HalfStarSum / 2.0) + (priorMean * priorCount)) / (RatingCount + priorCount);
}
