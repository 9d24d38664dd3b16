using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Tests.Embeddings;

/// <summary>What every index promises, whether it misses rows or not.</summary>
public abstract class VectorIndexContract
{
    private const int Rows = 600;
    private const int Dimension = 24;

    private static readonly int[] Wanted = [1, 10, 149, 151, Rows, Rows + 50];

    private static readonly EmbeddingTable Unit = new([.. Enumerable.Range(1, Rows)], WithHoles(PlantedVectors.Create(Rows, Dimension)), Dimension);
    private static readonly EmbeddingTable Unequal = new(
        [.. Enumerable.Range(1, Rows)], WithHoles(PlantedVectors.CreateUnequal(Rows, Dimension)), Dimension, Similarity.InnerProduct);
    private static readonly float[] Queries = PlantedVectors.Create(20, Dimension, seed: 2);

    protected abstract IVectorIndex Create(EmbeddingTable table);

    public static TheoryData<bool, int> Sizes() => new(
        Wanted.SelectMany(wanted => ((bool, int)[])[(true, wanted), (false, wanted)]));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Gives_the_best_first_ties_by_row_without_duplicates(bool isUnit, int wanted)
    {
        EmbeddingTable table = isUnit ? Unit : Unequal;
        IVectorIndex index = Create(table);
        var nearest = new Candidate[wanted];

        foreach (float[] query in Queries.Chunk(Dimension))
        {
            Candidate[] found = nearest[..index.FindNearest(query, nearest)];

            Assert.InRange(found.Length, 1, Math.Min(wanted, table.PresentCount));
            Assert.Equal(found.Order(Comparer<Candidate>.Create(Candidate.CompareBestFirst)), found);
            Assert.Distinct(found.Select(candidate => candidate.MovieRow));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Scores_are_the_inner_products_and_absent_rows_are_never_found(bool isUnit, int wanted)
    {
        EmbeddingTable table = isUnit ? Unit : Unequal;
        IVectorIndex index = Create(table);
        var nearest = new Candidate[wanted];

        foreach (float[] query in Queries.Chunk(Dimension))
        {
            int found = index.FindNearest(query, nearest);

            Assert.All(nearest[..found], candidate =>
            {
                double expected = table.Row(candidate.MovieRow).ToArray().Zip(query, (x, y) => (double)x * y).Sum();
                Assert.Equal(expected, candidate.Score, tolerance: 1e-5 * (1 + Math.Abs(expected)));
                Assert.True(table.HasVector(candidate.MovieRow));
            });
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Finds_nearly_all_that_the_naive_twin_finds(bool isUnit)
    {
        EmbeddingTable table = isUnit ? Unit : Unequal;

        double recall = PlantedVectors.Recall(Create(table), table, Queries, 10);

        Assert.InRange(recall, 0.95, 1);
    }

    [Theory]
    [InlineData(Similarity.Cosine)]
    [InlineData(Similarity.InnerProduct)]
    public void Finds_nearly_all_where_no_direction_is_preferred(Similarity similarity)
    {
        const int Wide = 8; // in 24 dimensions without clusters hardly anything is near
        var random = new Random(6);
        float[] values = [.. Enumerable.Range(0, Rows * Wide).Select(_ => random.NextSingle() - 0.5f)];
        float[] queries = [.. Enumerable.Range(0, 20 * Wide).Select(_ => random.NextSingle() - 0.5f)];
        var table = new EmbeddingTable([.. Enumerable.Range(1, Rows)], values, Wide, similarity);

        Assert.InRange(PlantedVectors.Recall(Create(table), table, queries, 10), 0.9, 1);
    }

    [Fact]
    public void A_list_of_all_rows_holds_them_all()
    {
        var nearest = new Candidate[Rows];

        int found = Create(Unit).FindNearest(Queries.AsSpan(0, Dimension), nearest);

        Assert.Equal(Unit.PresentCount, found);
    }

    [Fact]
    public void Equal_vectors_come_by_row()
    {
        float[] values = [.. Enumerable.Repeat(new float[] { 3, 4, 0 }, 30).SelectMany(row => row)];
        var table = new EmbeddingTable([.. Enumerable.Range(1, 30)], values, 3);
        var nearest = new Candidate[5];

        int found = Create(table).FindNearest([3, 4, 1], nearest);

        Assert.Equal([0, 1, 2, 3, 4], nearest[..found].Select(candidate => candidate.MovieRow));
    }

    [Fact]
    public void A_zero_query_is_near_to_nothing() => Assert.Equal(0, Create(Unit).FindNearest(new float[Dimension], new Candidate[10]));

    [Fact]
    public void No_room_gives_nothing() => Assert.Equal(0, Create(Unit).FindNearest(Queries.AsSpan(0, Dimension), []));

    [Fact]
    public void An_empty_table_gives_nothing()
    {
        var table = new EmbeddingTable([1, 2], new float[4], 2);

        Assert.Equal(0, Create(table).FindNearest([1, 2], new Candidate[3]));
        Assert.Equal(0, Create(new EmbeddingTable([], [], 2)).FindNearest([1, 2], new Candidate[3]));
    }

    [Fact]
    public void A_query_of_another_length_is_an_error()
    {
        IVectorIndex index = Create(Unit);

        var error = Assert.Throws<ArgumentException>(() => index.FindNearest(new float[Dimension + 1], new Candidate[1]));

        Assert.Contains($"Expected a query of length {Dimension}, got {Dimension + 1}", error.Message);
    }

    [Fact]
    public void Count_and_dimension_are_those_of_the_table()
    {
        IVectorIndex index = Create(Unit);

        Assert.Equal((Rows, Dimension), (index.Count, index.Dimension));
    }

    [Fact]
    public async Task Many_threads_get_what_one_gets()
    {
        IVectorIndex index = Create(Unit);
        Candidate[] Find(int query)
        {
            var nearest = new Candidate[10];
            return nearest[..index.FindNearest(Queries.AsSpan(query * Dimension, Dimension), nearest)];
        }

        Candidate[][] alone = [.. Enumerable.Range(0, 20).Select(Find)];
        Candidate[][] together = await Task.WhenAll(Enumerable.Range(0, 20).Select(query => Task.Run(() => Find(query))));

        Assert.Equal(alone, together);
    }

    private static float[] WithHoles(float[] values)
    {
        for (int row = 0; row < Rows; row += 17)
        {
            values.AsSpan(row * Dimension, Dimension).Clear();
        }

        return values;
    }
}
