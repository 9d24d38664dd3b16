using System.Text.Json;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Tests.Item2Vec;

public sealed class Item2VecJobTests : IDisposable
{
    private static readonly Item2VecOptions Small = new() { Dimension = 6, Window = 3, Epochs = 2, MinCount = 1 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"item2vec-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    [Fact]
    public void Movie_vectors_have_length_one_and_the_movies_ids()
    {
        EmbeddingRows movies = Item2VecJob.Train(TinyData.Groups(2, 5, 20), Small, cancellation: Stop).Movies;

        Assert.Equal(Enumerable.Range(100, 10), movies.Ids.ToArray());
        Assert.All(Enumerable.Range(0, 10), row => Assert.Equal(1, Norm(movies.Row(row)), 1e-5));
    }

    [Fact]
    public void A_movie_without_a_positive_rating_has_no_vector()
    {
        var ratings = new RatingTableBuilder(3);
        ratings.Add(1, 0, 10, 1);
        ratings.Add(1, 1, 2, 2);
        ratings.Add(1, 2, 10, 3);

        EmbeddingRows movies = Item2VecJob.Train(TinyData.Of(3, ratings), Small, cancellation: Stop).Movies;

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

        EmbeddingRows users = Item2VecVectors.OfUsers(data.Ratings, data.Movies, movies);

        Assert.Equal([7], users.Ids);
        Assert.Equal([0.5f, 0.5f], users.Values);
    }

    [Fact]
    public void The_direction_that_all_movies_share_is_removed()
    {
        PositiveSequences sequences = PositiveSequences.From(TinyData.Groups(1, 2, 10).Ratings, minCount: 1);

        EmbeddingRows movies = Item2VecVectors.OfMovies(sequences, [5, 1, 5, -1], TinyData.Groups(1, 2, 10).Movies);

        Assert.Equal([0f, 1f, 0f, -1f], movies.Values);
    }

    [Fact]
    public void The_four_files_hold_the_same_vectors_and_say_where_they_come_from()
    {
        DataSet data = TinyData.Groups(2, 5, 20);
        Item2VecOutput output = Item2VecJob.Train(data, Small, cancellation: Stop);

        Item2VecJob.Save(output, _directory);

        Assert.Equal(
            ["item2vec.bin", "item2vec.json", "item2vecEmb.csv", "userEmb.csv"],
            Directory.GetFiles(_directory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(output.Movies.Values, EmbeddingFile.Load(Path.Combine(_directory, "item2vec.bin")).Values);
        Assert.Equal(output.Movies.Values, EmbeddingFile.Load(Path.Combine(_directory, "item2vecEmb.csv")).Values);
        Assert.Equal(output.Users.Values, EmbeddingFile.Load(Path.Combine(_directory, "userEmb.csv")).Values);
        JsonElement summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(_directory, "item2vec.json"))).RootElement;
        Assert.Equal("item2vec", summary.GetProperty("name").GetString());
        Assert.Equal(6, summary.GetProperty("dimension").GetInt32());
        Assert.Equal(10, summary.GetProperty("count").GetInt32());
        Assert.Equal(20, summary.GetProperty("sequences").GetInt32());
        Assert.Equal(data.Hash, summary.GetProperty("dataHash").GetString());
        Assert.Equal(3, summary.GetProperty("options").GetProperty("window").GetInt32());
    }

    private static double Norm(ReadOnlySpan<float> vector) => Math.Sqrt(vector.ToArray().Sum(value => (double)value * value));
}
