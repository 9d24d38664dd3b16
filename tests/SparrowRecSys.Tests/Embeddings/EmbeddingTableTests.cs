using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Tests.Embeddings;

public sealed class EmbeddingTableTests
{
    [Fact]
    public void FindNearest_returns_the_best_first_and_breaks_ties_by_row()
    {
        // Rows 0 and 2 point along x, row 1 along y.
        var table = new EmbeddingTable([7, 5, 3], [1, 0, 0, 1, 2, 0], dimension: 2);
        var nearest = new Candidate[2];

        int count = new ExactIndex(table).FindNearest([1, 0], nearest);

        Assert.Equal(2, count);
        Assert.Equal([new Candidate(0, 1), new Candidate(2, 1)], nearest);
    }

    [Theory]
    [InlineData(0, 4, 3)]
    [InlineData(1, 1, 1)]
    [InlineData(7, 3, 10)]
    [InlineData(257, 7, 20)]
    [InlineData(1003, 64, 1)]
    [InlineData(1003, 33, 1003)]
    [InlineData(600, 16, 0)]
    public void FindNearest_agrees_with_its_naive_twin(int rows, int dimension, int wanted)
    {
        var random = new Random(20260823);
        float[] values = RandomValues(random, rows * dimension);
        float[] query = RandomValues(random, dimension);
        var table = new EmbeddingTable([.. Enumerable.Range(1, rows)], values, dimension);
        var nearest = new Candidate[wanted];

        int count = new ExactIndex(table).FindNearest(query, nearest);

        Candidate[] expected = FindNearestNaively(values, query, wanted);
        Assert.Equal(expected.Length, count);
        Assert.All(expected.Zip(nearest), pair => Assert.Equal(pair.First.Score, pair.Second.Score, tolerance: 1e-5f));
        Assert.Equal(expected.Select(x => x.MovieRow), nearest.Take(count).Select(x => x.MovieRow));
    }

    [Fact]
    public void A_zero_vector_stays_zero_is_absent_and_is_never_found()
    {
        var table = new EmbeddingTable([1, 2], [0, 0, -3, -4], dimension: 2);
        var nearest = new Candidate[2];

        int count = new ExactIndex(table).FindNearest([1, 1], nearest);

        Assert.False(table.HasVector(0));
        Assert.Equal([0f, 0f], table.Row(0).ToArray());
        Assert.Equal([-0.6f, -0.8f], table.Row(1).ToArray());
        Assert.Equal(1, table.PresentCount);
        Assert.Equal(1, count);
        Assert.Equal(1, nearest[0].MovieRow);
    }

    [Fact]
    public void A_zero_query_is_near_to_nothing()
    {
        var table = new EmbeddingTable([1], [1, 0], dimension: 2);

        Assert.Equal(0, new ExactIndex(table).FindNearest([0, 0], new Candidate[1]));
    }

    [Theory]
    [InlineData(1e30f)]
    [InlineData(1e-30f)]
    public void Very_large_and_very_small_vectors_have_length_1_too(float scale)
    {
        var table = new EmbeddingTable([1], [3 * scale, 4 * scale], dimension: 2);

        Assert.Equal(0.6f, table.Row(0)[0], tolerance: 1e-6f);
        Assert.Equal(0.8f, table.Row(0)[1], tolerance: 1e-6f);
    }

    [Fact]
    public void AlignTo_gives_the_rows_of_the_catalog_and_leaves_unknown_movies_absent()
    {
        var table = new EmbeddingTable([30, 10, 99], [1, 0, 0, 1, 1, 1], dimension: 2);
        var movies = new MovieCatalog([NewMovie(20), NewMovie(30), NewMovie(10)]);

        EmbeddingTable aligned = table.AlignTo(movies);

        Assert.Equal([10, 20, 30], aligned.Ids.ToArray());
        Assert.Equal([true, false, true], Enumerable.Range(0, 3).Select(aligned.HasVector));
        Assert.Equal([0f, 1f], aligned.Row(0).ToArray());
        Assert.Equal([1f, 0f], aligned.Row(2).ToArray());
    }

    [Fact]
    public void The_mean_of_rows_has_length_1_and_absent_rows_do_not_count()
    {
        var table = new EmbeddingTable([1, 2, 3], [1, 0, 0, 1, 0, 0], dimension: 2);
        float[] mean = new float[2];

        Assert.True(table.TryMean([0, 1, 2], mean));
        Assert.Equal(MathF.Sqrt(0.5f), mean[0], tolerance: 1e-6f);
        Assert.Equal(MathF.Sqrt(0.5f), mean[1], tolerance: 1e-6f);
        Assert.False(table.TryMean([2], mean));
        Assert.Equal([0f, 0f], mean);
    }

    [Fact]
    public void The_constructor_refuses_a_wrong_number_of_values()
    {
        var error = Assert.Throws<ArgumentException>(() => new EmbeddingTable([1, 2], [1, 2, 3], dimension: 2));

        Assert.Contains("Expected 2 x 2 = 4 values, got 3.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void The_constructor_refuses_a_value_that_is_not_finite_naming_the_id(float value)
    {
        var error = Assert.Throws<ArgumentException>(() => new EmbeddingTable([1, 42], [1, 2, 3, value], dimension: 2));

        Assert.Contains("42", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_of_another_length_is_refused()
    {
        var table = new EmbeddingTable([1], [1, 2], dimension: 2);

        var error = Assert.Throws<ArgumentException>(() => new ExactIndex(table).FindNearest([1, 2, 3], new Candidate[1]));

        Assert.Contains("Expected a query of length 2, got 3.", error.Message, StringComparison.Ordinal);
    }

    private static Movie NewMovie(int id) => new() { MovieId = id, Title = $"Movie {id}", DisplayTitle = $"Movie {id}" };

    private static float[] RandomValues(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];

    private static Candidate[] FindNearestNaively(float[] values, float[] query, int wanted)
    {
        IEnumerable<float[]> rows = values.Chunk(query.Length);
        return [.. rows
            .Select((vector, row) => new Candidate(row, (float)(Dot(vector, query) / Math.Sqrt(Dot(vector, vector)))))
            .OrderByDescending(x => x.Score).ThenBy(x => x.MovieRow).Take(wanted)];
    }

    private static double Dot(float[] x, float[] y) => x.Zip(y, (a, b) => (double)a * b).Sum();
}
