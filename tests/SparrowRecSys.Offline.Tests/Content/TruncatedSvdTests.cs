using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Content;

namespace SparrowRecSys.Offline.Tests.Content;

public sealed class TruncatedSvdTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    public void Eigenvectors_are_orthonormal_and_the_matrix_only_stretches_them(int dimension)
    {
        double[] matrix = Symmetric(dimension);

        (double[] values, double[] vectors) = SymmetricEigen.Compute([.. matrix], dimension);

        Assert.Equal(values.OrderDescending(), values);
        for (int i = 0; i < dimension; i++)
        {
            for (int j = 0; j < dimension; j++)
            {
                Assert.Equal(i == j ? 1 : 0, Sum(dimension, k => vectors[(i * dimension) + k] * vectors[(j * dimension) + k]), 1e-10);
                Assert.Equal(values[i] * vectors[(i * dimension) + j], Sum(dimension, k => matrix[(j * dimension) + k] * vectors[(i * dimension) + k]), 1e-9);
            }
        }
    }

    [Theory]
    [InlineData(40, 25)]
    [InlineData(25, 60)]
    [InlineData(3, 5)]
    public void Products_with_the_matrix_and_its_transpose_are_those_of_the_dense_one(int rows, int columns)
    {
        const int Width = 3;
        (SparseRows matrix, double[] dense) = Random(rows, columns, share: 0.3);
        float[] right = [.. Enumerable.Range(0, columns * Width).Select(i => (float)Math.Sin(i))];
        float[] left = [.. Enumerable.Range(0, rows * Width).Select(i => (float)Math.Cos(i))];

        float[] product = matrix.Multiply(right, Width, Stop);
        float[] transposed = matrix.Transpose().Multiply(left, Width, Stop);

        Assert.All(Enumerable.Range(0, rows * Width), i => Assert.Equal(
            Sum(columns, k => dense[(i / Width * columns) + k] * right[(k * Width) + (i % Width)]), product[i], 1e-4));
        Assert.All(Enumerable.Range(0, columns * Width), i => Assert.Equal(
            Sum(rows, k => dense[(k * columns) + (i / Width)] * left[(k * Width) + (i % Width)]), transposed[i], 1e-4));
    }

    [Theory]
    [InlineData(200, 80)]
    [InlineData(60, 300)]
    public void Singular_values_are_those_of_the_dense_decomposition(int rows, int columns)
    {
        const int Dimension = 8;
        (SparseRows matrix, double[] dense) = Random(rows, columns, share: 0.2);
        double[] gram = new double[rows * rows];
        for (int i = 0; i < gram.Length; i++)
        {
            gram[i] = Sum(columns, k => dense[(i / rows * columns) + k] * dense[(i % rows * columns) + k]);
        }

        SvdResult svd = TruncatedSvd.Compute(matrix, Dimension, seed: 1, Stop);

        double[] exact = [.. SymmetricEigen.Compute(gram, rows).Values.Take(Dimension).Select(Math.Sqrt)];
        Assert.All(Enumerable.Range(0, Dimension), i => Assert.Equal(1, svd.Values[i] / exact[i], 0.03));
        AssertOrthonormal(svd.Left, rows, Dimension);
    }

    [Fact]
    public void A_matrix_of_rank_two_is_rebuilt_and_the_rest_is_zero()
    {
        const int Rows = 50;
        const int Columns = 30;
        double[] dense = [.. Enumerable.Range(0, Rows * Columns).Select(i => Math.Sin(i / Columns) * (i % Columns) + Math.Cos(i / Columns) * ((i % Columns) % 3))];

        SvdResult svd = TruncatedSvd.Compute(Sparse(dense, Rows, Columns), 6, seed: 1, Stop);

        float[] products = Scaled(svd, Rows, 6);
        Assert.All(svd.Values.Skip(2), value => Assert.Equal(0, value));
        Assert.All(Enumerable.Range(0, Rows * Rows), i => Assert.Equal(
            Sum(Columns, k => dense[(i / Rows * Columns) + k] * dense[(i % Rows * Columns) + k]),
            Sum(6, k => products[(i / Rows * 6) + k] * products[(i % Rows * 6) + k]),
            0.5)); // of up to 8,000
    }

    [Fact]
    public void A_matrix_of_zeros_has_zeros()
    {
        SvdResult svd = TruncatedSvd.Compute(new SparseRows([0, 0, 0], [], [], 4), 2, seed: 1, Stop);

        Assert.All(svd.Values, value => Assert.Equal(0, value));
        Assert.All(svd.Left, value => Assert.Equal(0, value));
    }

    private static void AssertOrthonormal(float[] columns, int rows, int width)
    {
        for (int i = 0; i < width; i++)
        {
            for (int j = 0; j < width; j++)
            {
                Assert.Equal(i == j ? 1 : 0, Sum(rows, row => (double)columns[(row * width) + i] * columns[(row * width) + j]), 1e-4);
            }
        }
    }

    private static float[] Scaled(SvdResult svd, int rows, int width) =>
        [.. Enumerable.Range(0, rows * width).Select(i => (float)(svd.Left[i] * svd.Values[i % width]))];

    private static (SparseRows Matrix, double[] Dense) Random(int rows, int columns, double share)
    {
        Random random = SeededRandom.Create(1, rows);
        double[] dense = [.. Enumerable.Range(0, rows * columns).Select(i => random.NextDouble() < share ? (float)((random.NextDouble() - 0.3) / (1 + (i % columns))) : 0)];
        return (Sparse(dense, rows, columns), dense);
    }

    private static SparseRows Sparse(double[] dense, int rows, int columns)
    {
        int[] places = [.. Enumerable.Range(0, dense.Length).Where(i => dense[i] != 0)];
        int[] starts = [.. Enumerable.Range(0, rows + 1).Select(row => places.Count(place => place < row * columns))];
        return new SparseRows(starts, [.. places.Select(place => place % columns)], [.. places.Select(place => (float)dense[place])], columns);
    }

    private static double[] Symmetric(int dimension)
    {
        Random random = SeededRandom.Create(2, dimension);
        double[] matrix = new double[dimension * dimension];
        for (int i = 0; i < dimension; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                matrix[(i * dimension) + j] = matrix[(j * dimension) + i] = random.NextDouble() - 0.5;
            }
        }

        return matrix;
    }

    private static double Sum(int count, Func<int, double> term) => Enumerable.Range(0, count).Sum(term);
}
