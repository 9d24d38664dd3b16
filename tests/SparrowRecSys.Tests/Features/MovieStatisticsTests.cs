using CsCheck;
using SparrowRecSys.Features;

namespace SparrowRecSys.Tests.Features;

public sealed class MovieStatisticsTests
{
    [Fact]
    public void Adding_one_by_one_is_counting_all_at_once() => Gen.Byte[1, 10].Array[0, 30].Sample(scores =>
    {
        MovieStatistics statistics = scores.Aggregate(MovieStatistics.Empty, (before, score) => before.With(score, 1000, replaced: 0));

        Assert.Equal((scores.Length, scores.Count(score => score >= 7)), (statistics.RatingCount, statistics.PositiveCount));
        Assert.Equal(Enumerable.Range(1, 10).Select(halfStars => scores.Count(score => score == halfStars)), statistics.Histogram.ToArray());
        Assert.Equal(scores.Length == 0 ? 0 : scores.Average(score => score / 2.0), statistics.AverageRating, precision: 12);
        Assert.Equal((scores.Sum(score => score / 2.0) + (3.5 * 10)) / (scores.Length + 10), statistics.DampedMean(3.5, 10), precision: 12);
    });

    [Fact]
    public void A_replaced_rating_counts_once()
    {
        MovieStatistics statistics = MovieStatistics.Empty.With(10, 1000, replaced: 0).With(4, 2000, replaced: 0).With(2, 3000, replaced: 10);

        Assert.Equal((2, 0, 1.5), (statistics.RatingCount, statistics.PositiveCount, statistics.AverageRating));
    }

    [Fact]
    public void Statistics_that_were_handed_out_do_not_change()
    {
        MovieStatistics before = MovieStatistics.Empty.With(10, 1000, replaced: 0);

        before.With(2, 3000, replaced: 10);

        Assert.Equal((1, 5.0), (before.RatingCount, before.AverageRating));
    }
}
