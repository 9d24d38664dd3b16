using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Tests.Embeddings;

public sealed class HnswIndexTests : VectorIndexContract
{
    private const int Dimension = 16;

    private static readonly HnswOptions Options = new() { M = 12, EfConstruction = 100, EfSearch = 100 };
    private static readonly EmbeddingTable Table = TableOf(PlantedVectors.Create(1500, Dimension));
    private static readonly float[] Queries = PlantedVectors.Create(40, Dimension, seed: 3);

    protected override IVectorIndex Create(EmbeddingTable table) => Build(table);

    [Fact]
    public void One_thread_builds_the_same_graph_again()
    {
        Assert.Equal(Saved(Build(Table)), Saved(Build(Table)));
    }

    [Fact]
    public void Several_threads_build_a_graph_that_is_as_good()
    {
        var index = HnswIndex.Build(Table, Options, threads: 4, TestContext.Current.CancellationToken);

        Assert.InRange(PlantedVectors.Recall(index, Table, Queries, 10), 0.97, 1);
    }

    [Fact]
    public void A_larger_pool_finds_more()
    {
        var index = Build(Table, new HnswOptions { M = 4, EfConstruction = 20, EfSearch = 10 });
        var wide = Build(Table, new HnswOptions { M = 4, EfConstruction = 20, EfSearch = 200 });

        Assert.True(PlantedVectors.Recall(index, Table, Queries, 10) < PlantedVectors.Recall(wide, Table, Queries, 10));
    }

    [Fact]
    public void Hundreds_of_equal_vectors_are_all_found_and_so_is_the_rest()
    {
        float[] values = PlantedVectors.Create(1500, Dimension);
        for (int row = 0; row < 300; row++)
        {
            values.AsSpan(7 * Dimension, Dimension).CopyTo(values.AsSpan(row * Dimension));
        }

        EmbeddingTable table = TableOf(values);
        var index = Build(table);
        var nearest = new Candidate[300];

        int found = index.FindNearest(table.Row(7), nearest);

        Assert.Equal(300, found);
        Assert.All(nearest, candidate => Assert.InRange(candidate.MovieRow, 0, 299));
        Assert.InRange(PlantedVectors.Recall(index, table, Queries, 10), 0.9, 1);
    }

    [Fact]
    public void A_removed_row_is_never_found_again_and_others_take_its_place()
    {
        var index = Build(Table);
        var nearest = new Candidate[10];
        index.FindNearest(Table.Row(5), nearest);
        int[] removed = [.. nearest.Select(candidate => candidate.MovieRow)];

        Assert.All(removed, row => Assert.True(index.Remove(row)));
        int found = index.FindNearest(Table.Row(5), nearest);

        Assert.Equal(10, found);
        Assert.Empty(removed.Intersect(nearest.Select(candidate => candidate.MovieRow)));
        Assert.Equal(1490, index.LiveCount);
        Assert.False(index.Remove(removed[0]));
        Assert.False(index.Remove(-1));
        Assert.False(index.Remove(1500));
    }

    [Fact]
    public void With_nearly_all_rows_removed_the_others_are_found()
    {
        var index = Build(Table);
        for (int row = 0; row < 1500; row++)
        {
            if (row % 100 != 0)
            {
                index.Remove(row);
            }
        }

        var nearest = new Candidate[15];
        int found = index.FindNearest(Queries.AsSpan(0, Dimension), nearest);

        Assert.Equal(15, found);
        Assert.All(nearest, candidate => Assert.Equal(0, candidate.MovieRow % 100));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_added_one_by_one_are_found_as_if_they_had_been_there(bool isUnit)
    {
        float[] values = isUnit ? PlantedVectors.Create(1500, Dimension) : PlantedVectors.CreateUnequal(1500, Dimension);
        Similarity similarity = isUnit ? Similarity.Cosine : Similarity.InnerProduct;
        EmbeddingTable all = TableOf(values, similarity);
        var index = Build(TableOf(values[..(500 * Dimension)], similarity));

        int[] rows = [.. Enumerable.Range(500, 1000).Select(row => index.Add(values.AsSpan(row * Dimension, Dimension)))];

        Assert.Equal(Enumerable.Range(500, 1000), rows);
        Assert.Equal((1500, 1500), (index.Count, index.LiveCount));
        Assert.InRange(PlantedVectors.Recall(index, all, Queries, 10), 0.97, 1);
    }

    [Fact]
    public void The_first_row_of_an_empty_index_can_be_added()
    {
        var index = Build(new EmbeddingTable([], [], 2));
        var nearest = new Candidate[1];

        index.Add([3, 4]);
        int found = index.FindNearest([3, 4], nearest);

        Assert.Equal(1, found);
        Assert.Equal(5, nearest[0].Score, tolerance: 1e-5f);
    }

    [Fact]
    public void A_row_without_a_vector_gets_one_and_the_table_is_not_written_to()
    {
        float[] values = PlantedVectors.Create(100, Dimension);
        float[] missing = values[..Dimension];
        values.AsSpan(0, Dimension).Clear();
        EmbeddingTable table = TableOf(values);
        var index = Build(table);
        var nearest = new Candidate[1];

        index.Add(0, missing);
        index.FindNearest(missing, nearest);

        Assert.Equal(0, nearest[0].MovieRow);
        Assert.False(table.Row(0).ContainsAnyExcept(0f));
        Assert.Contains("Row 0 has a vector already", Assert.Throws<InvalidOperationException>(() => index.Add(0, missing)).Message);
    }

    [Theory]
    [InlineData(new float[] { 0, 0 }, "not zero")]
    [InlineData(new float[] { 1, float.NaN }, "not finite")]
    [InlineData(new float[] { 1, 2, 3 }, "Expected 1 x 2 = 2 values, got 3")]
    public void A_bad_vector_is_not_added(float[] vector, string message)
    {
        var index = Build(new EmbeddingTable([1], [1, 2], 2));

        Assert.Contains(message, Assert.Throws<ArgumentException>(() => index.Add(vector)).Message);
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public async Task Searches_go_on_while_rows_are_added_and_removed()
    {
        float[] values = PlantedVectors.Create(1500, Dimension);
        EmbeddingTable all = TableOf(values);
        var index = Build(TableOf(values[..(500 * Dimension)]));
        bool isDone = false;
        async Task<int> Search(int start)
        {
            await Task.Yield();
            var nearest = new Candidate[10];
            int searches = 0;
            do
            {
                float[] query = Queries[((start + searches) % 40 * Dimension)..][..Dimension];
                int found = index.FindNearest(query, nearest);
                Assert.Equal(10, found);
                Assert.All(nearest, candidate => Assert.Equal(Dot(all.Row(candidate.MovieRow), query), candidate.Score, tolerance: 1e-4));
                searches++;
            }
            while (!Volatile.Read(ref isDone));
            return searches;
        }

        Task<int>[] searching = [.. Enumerable.Range(0, 3).Select(start => Task.Run(() => Search(start)))];
        for (int row = 500; row < 1500; row++)
        {
            index.Add(values.AsSpan(row * Dimension, Dimension));
            index.Remove(row - 400);
        }

        Volatile.Write(ref isDone, true);
        int[] searches = await Task.WhenAll(searching);

        Assert.All(searches, count => Assert.True(count > 0));
        Assert.Equal(500, index.LiveCount);
    }

    [Fact]
    public void A_cancelled_build_stops()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => HnswIndex.Build(Table, Options, 1, new CancellationToken(canceled: true)));
    }

    private static HnswIndex Build(EmbeddingTable table, HnswOptions? options = null) =>
        HnswIndex.Build(table, options ?? Options, cancellation: TestContext.Current.CancellationToken);

    private static EmbeddingTable TableOf(float[] values, Similarity similarity = Similarity.Cosine) =>
        new([.. Enumerable.Range(1, values.Length / Dimension)], values, Dimension, similarity);

    private static double Dot(ReadOnlySpan<float> x, float[] y)
    {
        double sum = 0;
        for (int d = 0; d < y.Length; d++)
        {
            sum += (double)x[d] * y[d];
        }

        return sum;
    }

    private static byte[] Saved(HnswIndex index)
    {
        using var stream = new MemoryStream();
        index.Save(stream);
        return stream.ToArray();
    }
}
