using SparrowRecSys.LinearAlgebra;

namespace SparrowRecSys.Tests.LinearAlgebra;

public sealed class DotProductsTests
{
    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 1)]
    [InlineData(3, 7)]
    [InlineData(4, 16)]
    [InlineData(37, 33)]
    [InlineData(130, 64)]
    public void By_rows_and_by_columns_agree_with_the_naive_twin(int count, int dimension)
    {
        var random = new Random(1);
        float[] query = [.. Enumerable.Range(0, dimension).Select(_ => random.NextSingle() - 0.5f)];
        float[] rows = [.. Enumerable.Range(0, count * dimension).Select(_ => random.NextSingle() - 0.5f)];
        float[] columns = [.. Enumerable.Range(0, count * dimension).Select(i => rows[(i % count * dimension) + (i / count)])];
        float[] byRows = new float[count];
        float[] byColumns = new float[count];

        DotProducts.OfRows(query, rows, byRows);
        DotProducts.OfColumns(query, columns, byColumns);

        double[] expected = [.. rows.Chunk(dimension).Select(row => row.Zip(query, (x, y) => (double)x * y).Sum())];
        Assert.All(expected.Zip(byRows), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-5));
        Assert.All(expected.Zip(byColumns), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-5));
    }
}
