using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Tests.Retrieval;

public sealed class GenreRetrieverTests : RetrieverContract
{
    protected override IRetriever Create() => new GenreRetriever(PlantedData.Movies, PlantedData.Popularity);

    [Fact]
    public void Proposes_movies_of_the_genres_the_user_likes_only()
    {
        Assert.All(Retrieve(PlantedData.ActionFan, 10), candidate => Assert.True(PlantedData.IsAction(candidate.MovieRow)));
        Assert.All(Retrieve(PlantedData.DramaFan, 10), candidate => Assert.False(PlantedData.IsAction(candidate.MovieRow)));
    }

    [Fact]
    public void Has_nothing_to_say_about_a_new_user() => Assert.Empty(Retrieve(PlantedData.NewUser, 10));

    [Fact]
    public void Genres_share_the_places_in_proportion_to_the_users_affinity()
    {
        // The user has liked three action films and one drama.
        var movies = new MovieCatalog(Enumerable.Range(1, 60).Select(id => PlantedData.NewMovie(id, [id <= 30 ? "Action" : "Drama"])));
        var features = new FeatureStore(PlantedData.NewData(
            movies, [new(1, 1, 5, 1), new(1, 2, 5, 2), new(1, 3, 5, 3), new(1, 31, 5, 4)]));
        var popularity = new MoviePopularity(PlantedData.NewData(movies, []), 100);
        var candidates = new Candidate[20];

        int count = new GenreRetriever(movies, popularity).Retrieve(features.OfUser(1), new RecommendationQuery { Size = 1 }, candidates);

        Assert.Equal(20, count);
        Assert.Equal(15, candidates.Count(candidate => candidate.MovieRow < 30));
    }

    [Fact]
    public void A_movie_of_two_liked_genres_is_proposed_once()
    {
        var movies = new MovieCatalog(Enumerable.Range(1, 30).Select(id => PlantedData.NewMovie(id, id % 3 == 0 ? ["Action", "Drama"] : id % 3 == 1 ? ["Action"] : ["Drama"])));
        var features = new FeatureStore(PlantedData.NewData(movies, [new(1, 1, 5, 1), new(1, 2, 5, 2), new(1, 3, 5, 3)]));
        var popularity = new MoviePopularity(PlantedData.NewData(movies, []), 100);
        var candidates = new Candidate[50];

        int count = new GenreRetriever(movies, popularity).Retrieve(features.OfUser(1), new RecommendationQuery { Size = 1 }, candidates);

        Assert.Equal(Enumerable.Range(0, 30), candidates.Take(count).Select(candidate => candidate.MovieRow).Order());
    }
}
