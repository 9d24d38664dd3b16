using CsCheck;
using SparrowRecSys.Features;

namespace SparrowRecSys.Tests.Features;

public sealed class MovieCountsTests
{
    private const uint Month = 30 * 86_400;

    [Fact]
    public void Mean_and_deviation_are_those_of_plain_formulas() => Gen.Byte[1, 10].Array[0, 40].Sample(scores =>
    {
        MovieCounts counts = scores.Aggregate(default(MovieCounts), (before, score) => before.With(score, 1000));

        double mean = scores.Select(score => score / 2.0).DefaultIfEmpty(0).Average();
        double deviation = scores.Length < 2 ? 0 : Math.Sqrt(scores.Sum(score => Math.Pow((score / 2.0) - mean, 2)) / (scores.Length - 1));
        Assert.Equal(scores.Length, counts.RatingCount);
        Assert.Equal(mean, counts.AverageRating, 1e-12);
        Assert.Equal(deviation, counts.RatingDeviation, 1e-9);
    });

    [Fact]
    public void A_rating_loses_half_its_weight_in_thirty_days()
    {
        MovieCounts counts = default(MovieCounts).With(8, 0).With(8, Month).With(8, Month);

        Assert.Equal(2.5, counts.RecentAt(Month), 1e-12);
        Assert.Equal(1.25, counts.RecentAt(2 * Month), 1e-12);
        Assert.Equal(2.5, counts.RecentAt(0), 1e-12);
    }

    [Fact]
    public void The_recent_count_is_the_sum_of_the_weights_whatever_the_order() =>
        Gen.UInt[0, 10 * Month].Array[1, 20].Sample(times =>
        {
            MovieCounts counts = times.Aggregate(default(MovieCounts), (before, time) => before.With(5, time));

            uint moment = 11 * Month;
            Assert.Equal(times.Sum(time => Math.Pow(2, -(double)(moment - time) / Month)), counts.RecentAt(moment), 1e-9);
        });

    [Fact]
    public void A_replaced_rating_is_counted_once()
    {
        MovieCounts counts = default(MovieCounts).With(10, 1).With(4, 2).With(2, 3, replaced: 10);

        Assert.Equal((2, 1.5), (counts.RatingCount, counts.AverageRating));
    }
}
