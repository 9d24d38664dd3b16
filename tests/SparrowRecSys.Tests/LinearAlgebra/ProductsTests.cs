using SparrowRecSys.LinearAlgebra;

namespace SparrowRecSys.Tests.LinearAlgebra;

public sealed class ProductsTests
{
    [Theory]
    [InlineData(1, 16, 16, 16)]
    [InlineData(7, 48, 48, 64)]
    [InlineData(32, 64, 80, 64)]
    [InlineData(3, 128, 128, 128)]
    public void Squares_agree_with_the_naive_twin(int count, int dimension, int rowStride, int matrixStride)
    {
        float[] rows = Random(count * rowStride, seed: 1);
        float[] matrix = Random(dimension * matrixStride, seed: 2);
        float[] sums = [.. matrix];

        Products.AddSquares(rows, count, rowStride, -1, sums, dimension, matrixStride);

        for (int i = 0; i < dimension; i++)
        {
            for (int j = i; j < dimension; j++)
            {
                double square = Enumerable.Range(0, count).Sum(r => (double)rows[(r * rowStride) + i] * rows[(r * rowStride) + j]);
                Assert.Equal(matrix[(i * matrixStride) + j] - square, sums[(i * matrixStride) + j], tolerance: 1e-5);
            }
        }
    }

    [Theory]
    [InlineData(0, 16)]
    [InlineData(1, 16)]
    [InlineData(9, 80)]
    public void Sums_of_rows_agree_with_the_naive_twin(int count, int dimension)
    {
        float[] rows = Random(count * dimension, seed: 3);
        float[] weights = Random(count, seed: 4);
        float[] sum = Random(dimension, seed: 5);
        double[] expected = [.. sum.Select((start, d) => start + Enumerable.Range(0, count).Sum(r => (double)weights[r] * rows[(r * dimension) + d]))];

        Products.AddRows(rows, weights, sum);

        Assert.All(expected.Zip(sum), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-5));
    }

    [Fact]
    public void Rows_that_are_not_padded_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Products.AddSquares(new float[20], 1, 20, 1, new float[400], 20, 20));
        Assert.Throws<ArgumentException>(() => Products.AddSquares(new float[15], 1, 16, 1, new float[256], 16, 16));
        Assert.Throws<ArgumentException>(() => Products.AddRows(new float[31], new float[2], new float[16]));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 16)]
    [InlineData(16, 16)]
    [InlineData(17, 32)]
    public void Lengths_are_padded_to_the_widest_register(int length, int padded) => Assert.Equal(padded, Products.Pad(length));

    internal static float[] Random(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }
}
