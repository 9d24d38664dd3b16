using System.Numerics.Tensors;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Content;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Tests.Content;

public sealed class ExternalVectorsTests : IDisposable
{
    private static readonly DataSet Data = Films.Of([Films.Titled(1, "One"), Films.Titled(2, "Two"), Films.Titled(3, "Three"), Films.Titled(4, "Four")]);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder.Path, "posters.txt");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("4 3\n4 0 1 0.1\n1 1 0 0\n2 0.9 0.1 0\n3 0 1 0\n")]
    [InlineData("1:1 0 0\n2:0.9 0.1 0\n3:0 1 0\n4:0 1 0.1\n")]
    public void Films_of_which_nothing_else_is_known_have_neighbours_by_vectors_from_a_file(string text)
    {
        System.IO.File.WriteAllText(File, text);

        EmbeddingRows movies = Movies(Learn(Data));

        Assert.Equal([1, 2, 3, 4], movies.Ids);
        Assert.Equal([1, 0, 3, 2], Enumerable.Range(0, 4).Select(row => NearestOf(movies, row)));
    }

    [Fact]
    public void A_binary_file_is_read()
    {
        using (FileStream stream = System.IO.File.Create(File))
        {
            EmbeddingBinaryFormat.Write(stream, new EmbeddingRows([1, 2, 3], [1, 0, 0.9f, 0.1f, 0, 1], 2));
        }

        Assert.Equal([1, 2, 3], Movies(Learn(Data)).Ids);
    }

    [Fact]
    public void They_are_one_more_field_beside_the_others()
    {
        System.IO.File.WriteAllText(File, "10:1 0\n20:1 0\n30:0 1\n40:0 1\n");

        EmbeddingRows movies = Movies(Learn(Films.Planted()));

        Assert.Equal(2 * Films.OfKind, movies.Count);
        Assert.Equal(1, NearestOf(Movies(Learn(Films.Planted(), weight: 100)), 0)); // of another kind, but with the same vector
        Assert.Equal(0, NearestOf(Movies(Learn(Films.Planted(), weight: 0.001)), 0) % 2);
    }

    [Fact]
    public void The_facts_say_which_movies_have_none_and_which_vectors_no_movie()
    {
        System.IO.File.WriteAllText(File, "1:1 0\n2:0.9 0.1\n77:0 1\n");

        LearnedOutput output = Learn(Data);

        string[] names = ["vectors", "vectorsOfUnknownMovies", "moviesWithoutVectors"];
        Assert.Equal([2, 1, 2], names.Select(name => output.Facts[name]!.GetValue<int>()));
        Assert.Equal([1, 2], Movies(output).Ids);
    }

    [Theory]
    [InlineData("77:1 0\n78:0 1\n", "{0}: found 2 vectors, the first of id 77, and none of a movie of the data; expected movie ids.")]
    [InlineData("1:1 0\n2:1\n", "{0}, line 2: found 1 numbers, expected 2 as on the first line.")]
    [InlineData("2 3\n1 1 0 0\n2 1 0\n", "{0}, line 3: found 2 numbers, expected 3 as the first line says.")]
    [InlineData("2 2\n1 1 0\nToy_Story 1 0\n", "{0}: found the vector of 'Toy_Story', expected ids as words: whole numbers.")]
    [InlineData("2 2\n1 1 0\n01 1 0\n", "{0}: Id 1 appears twice.")]
    public void A_file_that_is_wrong_is_refused_with_the_place(string text, string message)
    {
        System.IO.File.WriteAllText(File, text);

        Assert.Equal(string.Format(null, message, File), Assert.Throws<InvalidDataException>(() => Learn(Data)).Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.StartsWith("--vectors: ", Assert.Throws<InvalidDataException>(() => Learn(Data)).Message, StringComparison.Ordinal);

    private LearnedOutput Learn(DataSet data, double weight = 1) =>
        ContentMethod.Learn(data, new ContentOptions { Dimension = 8, Vectors = File, VectorsWeight = weight }, new LearningContext(Cancellation: Stop));

    private static EmbeddingRows Movies(LearnedOutput output) => Assert.IsType<LearnedEmbedding>(output.Model).Movies;

    private static int NearestOf(EmbeddingRows rows, int row)
    {
        float[] own = rows.Row(row).ToArray();
        return Enumerable.Range(0, rows.Count).Where(other => other != row).MaxBy(other => TensorPrimitives.CosineSimilarity<float>(own, rows.Row(other)));
    }
}
