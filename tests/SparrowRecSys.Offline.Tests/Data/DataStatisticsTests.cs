using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Data;

namespace SparrowRecSys.Offline.Tests.Data;

public sealed class DataStatisticsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_is_counted_as_by_hand()
    {
        DataStatistics statistics = Describe("""
            1,10,5.0,1000
            1,20,3.0,1001
            1,30,0.5,999
            2,10,4.5,86400
            """);

        Assert.Equal((4, 3, 2, 4), (statistics.Movies, statistics.RatedMovies, statistics.Users, statistics.Ratings));
        Assert.Equal(0.5, statistics.Sparsity);
        Assert.Equal(3.25, statistics.MeanScore);
        Assert.Equal([1, 0, 0, 0, 0, 1, 0, 0, 1, 1], statistics.ScoreHistogram);
        Assert.Equal(new Quantiles(1, 1, 1, 3, 3, 3, 3, 2), statistics.RatingsPerUser);
        Assert.Equal(new Quantiles(0, 0, 1, 1, 2, 2, 2, 1), statistics.RatingsPerMovie);
        Assert.Equal(0.375, statistics.PopularityGini, precision: 12);
        Assert.Equal((0.5, 0.5), (statistics.Top1PercentShare, statistics.Top10PercentShare));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(999), statistics.FirstRatingAt);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(1), statistics.LastRatingAt);
        Assert.Equal([new GenreCount("Drama", 3, 3), new GenreCount("War", 2, 3)], statistics.Genres);
    }

    [Fact]
    public void Without_ratings_the_numbers_are_zero_and_the_times_unknown()
    {
        DataStatistics statistics = Describe("");

        Assert.Equal((4, 0, 0, 0, 0d, 0d), (statistics.Movies, statistics.RatedMovies, statistics.Users, statistics.Ratings, statistics.MeanScore, statistics.PopularityGini));
        Assert.Equal((1d, 0d, null), (statistics.Sparsity, statistics.Top1PercentShare, statistics.FirstRatingAt));
        Assert.Equal(new Quantiles(0, 0, 0, 0, 0, 0, 0, 0), statistics.RatingsPerUser);
    }

    [Theory]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 0, 0 }, 0)]
    [InlineData(new[] { 7 }, 0)]
    [InlineData(new[] { 3, 3, 3 }, 0)]
    [InlineData(new[] { 0, 0, 0, 8 }, 0.75)]
    [InlineData(new[] { 1, 3 }, 0.25)]
    public void The_Gini_coefficient_is_that_of_the_definition(int[] ascending, double expected) =>
        Assert.Equal(expected, DataStatistics.Gini(ascending), precision: 12);

    [Fact]
    public void The_Gini_coefficient_is_half_the_relative_mean_difference()
    {
        var random = new Random(1);
        int[] counts = [.. Enumerable.Range(0, 50).Select(_ => random.Next(100)).Order()];

        double difference = counts.Average(x => counts.Average(y => Math.Abs(x - y)));
        Assert.Equal(difference / (2 * counts.Average()), DataStatistics.Gini(counts), precision: 12);
    }

    private DataStatistics Describe(string ratings)
    {
        const string Movies = "movieId,title,genres\n10,A,Drama|War\n20,B,Drama\n30,C,War\n40,D,Drama\n";
        File.WriteAllText(Path.Combine(_folder.Path, "movies.csv"), Movies);
        File.WriteAllText(Path.Combine(_folder.Path, "ratings.csv"), "userId,movieId,rating,timestamp\n" + ratings + "\n");
        return DataStatistics.Of(DataSetLoader.Load(_folder.Path));
    }
}
