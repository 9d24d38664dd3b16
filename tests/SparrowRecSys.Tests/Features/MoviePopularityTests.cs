using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Tests.Features;

public sealed class MoviePopularityTests
{
    private const int Day = 86_400;

    private static readonly MovieCatalog Movies = new([.. Enumerable.Range(1, 3).Select(id => PlantedData.NewMovie(id, ["Drama"]))]);

    [Fact]
    public void One_enthusiastic_rating_does_not_top_the_list()
    {
        IEnumerable<Rating> many = Enumerable.Range(1, 50).Select(user => new Rating(user, 2, 4, 100));

        MoviePopularity popularity = Create([new Rating(99, 1, 5, 100), .. many], halfLifeDays: 1000);

        Assert.Equal([1, 0, 2], popularity.BestFirst.ToArray());
        Assert.Equal(0, popularity.Scores[2]);
    }

    [Fact]
    public void Recent_ratings_count_more_than_old_ones()
    {
        IEnumerable<Rating> old = Enumerable.Range(1, 10).Select(user => new Rating(user, 1, 4, 0));
        IEnumerable<Rating> recent = Enumerable.Range(1, 10).Select(user => new Rating(user, 2, 4, 100 * Day));

        Assert.Equal(1, Create([.. old, .. recent], halfLifeDays: 10).BestFirst[0]);
    }

    [Fact]
    public void A_score_is_the_damped_mean_times_the_logarithm_of_the_decayed_count()
    {
        // One half-life lies between the two ratings; the mean of all is 4, so the damped mean is 4 too.
        MoviePopularity popularity = Create([new Rating(1, 1, 5, 0), new Rating(2, 1, 3, 10 * Day)], halfLifeDays: 10);

        Assert.Equal(4 * Math.Log(1 + 1.5), popularity.Scores[0], tolerance: 1e-5);
    }

    [Fact]
    public void Data_without_ratings_are_no_error() => Assert.Equal([0, 1, 2], Create([], 10).BestFirst.ToArray());

    private static MoviePopularity Create(IEnumerable<Rating> ratings, double halfLifeDays) =>
        new(PlantedData.NewData(Movies, ratings), halfLifeDays);
}
