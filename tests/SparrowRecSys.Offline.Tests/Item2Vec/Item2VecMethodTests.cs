using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Tests.Item2Vec;

public sealed class Item2VecMethodTests
{
    private static readonly Item2VecOptions Small = new() { Dimension = 6, Window = 3, Epochs = 2, MinCount = 1 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Movie_vectors_have_length_one_and_the_movies_ids()
    {
        EmbeddingRows movies = Learned(TinyData.Groups(2, 5, 20));

        Assert.Equal(Enumerable.Range(100, 10), movies.Ids.ToArray());
        Assert.All(Enumerable.Range(0, 10), row => Assert.Equal(1, Norm(movies.Row(row)), 1e-5));
    }

    [Fact]
    public void A_movie_without_an_interaction_has_no_vector()
    {
        var ratings = new RatingTableBuilder(3);
        ratings.Add(1, 0, 10, 1);
        ratings.Add(1, 2, 10, 3);

        EmbeddingRows movies = Learned(TinyData.Of(3, ratings));

        Assert.Equal([100, 102], movies.Ids);
    }

    [Fact]
    public void A_user_vector_is_the_mean_of_the_vectors_of_the_users_positive_movies()
    {
        var ratings = new RatingTableBuilder(4);
        ratings.Add(7, 0, 8, 1); // liked: (1, 0)
        ratings.Add(7, 1, 7, 2); // liked: (0, 1)
        ratings.Add(7, 2, 6, 3); // three stars
        ratings.Add(7, 3, 9, 4); // liked, but it has no vector
        ratings.Add(8, 2, 2, 1); // likes nothing
        DataSet data = TinyData.Of(4, ratings);
        var movies = new EmbeddingRows([100, 101, 102], [1, 0, 0, 1, -1, 0], 2);

        EmbeddingRows users = Item2VecVectors.OfUsers(data.Ratings.AtLeast(Rating.PositiveHalfStars), data.Movies, movies);

        Assert.Equal([7], users.Ids);
        Assert.Equal([0.5f, 0.5f], users.Values);
    }

    [Fact]
    public void The_direction_that_all_movies_share_is_removed()
    {
        InteractionSequences sequences = InteractionSequences.From(TinyData.Groups(1, 2, 10).Ratings, minCount: 1);

        EmbeddingRows movies = Item2VecVectors.OfMovies(sequences, [5, 1, 5, -1], TinyData.Groups(1, 2, 10).Movies);

        Assert.Equal([0f, 1f, 0f, -1f], movies.Values);
    }

    private static EmbeddingRows Learned(DataSet data) =>
        Assert.IsType<LearnedEmbedding>(Item2VecMethod.Learn(data, Small, new LearningContext(Cancellation: Stop)).Model).Movies;

    private static double Norm(ReadOnlySpan<float> vector) => Math.Sqrt(vector.ToArray().Sum(value => (double)value * value));
}
