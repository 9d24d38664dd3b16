using SparrowRecSys.Retrieval;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Tests.Serving;

public sealed class SimilarMovieFinderTests
{
    private static readonly SimilarMovieFinder Finder = new(
        PlantedData.Features,
        new RetrievalModelSet([PlantedData.Model]),
        PlantedData.Popularity);

    [Fact]
    public void The_loaded_embeddings_and_the_genres_are_available() => Assert.Equal(["item2vec", "genre"], Finder.Available);

    [Theory]
    [InlineData("item2vec", 5)]
    [InlineData("item2vec", 30)]
    [InlineData("genre", 5)]
    [InlineData("genre", 30)]
    public void Similar_movies_come_best_first_and_never_the_movie_itself(string similarity, int size)
    {
        var similar = new Candidate[size];

        (int count, string used) = Finder.Find(3, similarity, similar);

        Assert.Equal(similarity, used);
        Assert.InRange(count, 5, size);
        Assert.DoesNotContain(similar.Take(count), candidate => candidate.MovieRow == 3);
        Assert.Equal(similar.Take(count).Order(Comparer<Candidate>.Create(Candidate.CompareBestFirst)), similar.Take(count));
        Assert.All(similar.Take(Math.Min(count, 18)), candidate => Assert.True(PlantedData.IsAction(candidate.MovieRow)));
    }

    [Fact]
    public void More_than_the_kept_neighbours_begin_with_the_kept_ones()
    {
        var few = new Candidate[10];
        var many = new Candidate[30];

        Finder.Find(3, "item2vec", few);
        Finder.Find(3, "item2vec", many);

        Assert.Equal(few, many.Take(10));
    }

    [Fact]
    public void A_movie_without_a_vector_is_compared_by_genre()
    {
        (int count, string used) = Finder.Find(5, "item2vec", new Candidate[5]);

        Assert.Equal("genre", used);
        Assert.Equal(5, count);
    }
}
