using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Tests.Features;

public sealed class FeatureStoreTests
{
    [Fact]
    public void A_recorded_rating_shows_in_the_user_in_the_movie_and_in_the_movies_ratings()
    {
        FeatureStore features = NewStore();

        features.Record(new Rating(1, 20, 4.5f, 99));

        Assert.Equal([10, 30, 20], features.OfUser(1).Ratings.MovieRows.ToArray().Select(row => features.Movies[row].MovieId));
        Assert.Equal(2, features.OfMovie(1).RatingCount);
        Assert.Equal([new Rating(2, 20, 2, 7), new Rating(1, 20, 4.5f, 99)], features.RatingsOfMovie(1));
        Assert.Equal(3, features.RatingCountOf(1));
        Assert.Equal(1, features.RecordedCount);
    }

    [Fact]
    public void A_second_rating_of_a_movie_replaces_the_first_everywhere()
    {
        FeatureStore features = NewStore();

        features.Record(new Rating(2, 20, 5, 99));
        features.Record(new Rating(2, 20, 3, 100));

        Assert.Equal([new Rating(2, 20, 3, 100)], features.RatingsOfMovie(1));
        Assert.Equal(1, features.OfMovie(1).RatingCount);
        Assert.Equal(3, features.OfMovie(1).AverageRating);
        Assert.Equal(1, features.RatingCountOf(2));
    }

    [Fact]
    public void A_new_user_is_known_after_the_first_rating()
    {
        FeatureStore features = NewStore();
        Assert.False(features.Knows(77));
        Assert.Equal(0, features.RatingCountOf(77));

        features.Record(new Rating(77, 10, 4, 99));

        Assert.True(features.Knows(77));
        Assert.Equal(1, features.RatingCountOf(77));
        Assert.Equal([1, 2, 77], features.UserIds);
    }

    [Theory]
    [InlineData(12, 4f)]
    [InlineData(10, 0f)]
    [InlineData(10, 5.5f)]
    [InlineData(10, 3.7f)]
    public void A_rating_that_cannot_be_is_refused(int movieId, float score) =>
        Assert.Throws<ArgumentException>(() => NewStore().Record(new Rating(1, movieId, score, 99)));

    private static FeatureStore NewStore()
    {
        var movies = new MovieCatalog(Enumerable.Range(1, 3).Select(i => PlantedData.NewMovie(10 * i, ["Drama"])));
        return new FeatureStore(PlantedData.NewData(movies, [new(1, 10, 5, 5), new(1, 30, 4, 6), new(2, 20, 2, 7)]));
    }
}
