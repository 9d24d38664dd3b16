using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Tests.Embeddings;

public sealed class HnswFormatTests : IDisposable
{
    private const int Dimension = 16;

    private static readonly HnswOptions Options = new() { M = 6, EfConstruction = 40, EfSearch = 40 };
    private static readonly float[] Values = PlantedVectors.Create(400, Dimension);
    private static readonly EmbeddingTable Table = TableOf(Values);

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.hnsw");

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(Similarity.Cosine)]
    [InlineData(Similarity.InnerProduct)]
    public void What_was_saved_finds_the_same(Similarity similarity)
    {
        EmbeddingTable table = TableOf(Values, similarity);
        var built = Build(table);
        built.Remove(3);
        Save(built);

        var loaded = HnswIndex.Load(_path, table, Options);

        Assert.Equal((built.Count, built.LiveCount), (loaded.Count, loaded.LiveCount));
        Assert.All(Enumerable.Range(0, 40), row => Assert.Equal(Find(built, table.Row(row)), Find(loaded, table.Row(row))));
    }

    [Fact]
    public void A_loaded_index_takes_rows_and_loses_them_and_the_file_stays_as_it_was()
    {
        Save(Build(Table));
        byte[] before = File.ReadAllBytes(_path);
        var loaded = HnswIndex.Load(_path, Table, Options);
        float[] vector = PlantedVectors.Create(1, Dimension, seed: 9);

        Assert.True(loaded.Remove(0));
        int added = loaded.Add(vector);

        Assert.Equal(400, added);
        Assert.Equal(400, Find(loaded, vector)[0].MovieRow);
        Assert.DoesNotContain(Find(loaded, Table.Row(0)), candidate => candidate.MovieRow == 0);
        Assert.Equal(before, File.ReadAllBytes(_path));
    }

    [Fact]
    public void What_was_added_can_be_saved_and_belongs_to_the_larger_table()
    {
        var index = Build(TableOf(Values[..(300 * Dimension)]));
        for (int row = 300; row < 400; row++)
        {
            index.Add(Values.AsSpan(row * Dimension, Dimension));
        }

        Save(index);

        var loaded = HnswIndex.Load(_path, Table, Options);
        Assert.All(Enumerable.Range(0, 40), row => Assert.Equal(Find(index, Table.Row(row)), Find(loaded, Table.Row(row))));
    }

    [Fact]
    public void Other_vectors_are_refused()
    {
        Save(Build(Table));
        float[] others = [.. Values];
        others[5] += 0.25f;

        Assert.Contains("it belongs to other vectors", Refused(TableOf(others)));
        Assert.Contains("expected 399 of length 16", Refused(TableOf(Values[..(399 * Dimension)])));
        Assert.Contains("by InnerProduct", Refused(TableOf(Values, Similarity.InnerProduct)));
    }

    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(100, "100 bytes")]
    [InlineData(5000, "cut off")]
    public void A_file_that_was_cut_off_is_refused(int length, string message)
    {
        Save(Build(Table));
        File.WriteAllBytes(_path, File.ReadAllBytes(_path)[..length]);

        Assert.Contains(message, Refused(Table));
    }

    [Theory]
    [InlineData(0, "'SPARROWH'")]
    [InlineData(8, "found version")]
    [InlineData(19, "expected none below 0")]
    [InlineData(60, "damaged")]
    [InlineData(2000, "damaged")]
    [InlineData(-1, "damaged")]
    public void A_changed_byte_is_noticed(int at, string message)
    {
        Save(Build(Table));
        byte[] bytes = File.ReadAllBytes(_path);
        bytes[at < 0 ? ^1 : at] ^= 0xFF;
        File.WriteAllBytes(_path, bytes);

        Assert.Contains(message, Refused(Table));
    }

    [Fact]
    public void An_empty_index_can_be_saved()
    {
        var table = new EmbeddingTable([1], [0, 0], 2);
        Save(Build(table));

        Assert.Equal(0, HnswIndex.Load(_path, table, Options).FindNearest([1, 0], new Candidate[1]));
    }

    private string Refused(EmbeddingTable table)
    {
        string message = Assert.Throws<InvalidDataException>(() => HnswIndex.Load(_path, table, Options)).Message;
        Assert.Contains(_path, message);
        return message;
    }

    private void Save(HnswIndex index)
    {
        using FileStream stream = File.Create(_path);
        index.Save(stream);
    }

    private static Candidate[] Find(HnswIndex index, ReadOnlySpan<float> query)
    {
        var nearest = new Candidate[10];
        return nearest[..index.FindNearest(query, nearest)];
    }

    private static HnswIndex Build(EmbeddingTable table) =>
        HnswIndex.Build(table, Options, cancellation: TestContext.Current.CancellationToken);

    private static EmbeddingTable TableOf(float[] values, Similarity similarity = Similarity.Cosine) =>
        new([.. Enumerable.Range(1, values.Length / Dimension)], values, Dimension, similarity);
}
