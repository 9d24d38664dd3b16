using SparrowRecSys.LinearAlgebra;

namespace SparrowRecSys.Tests.LinearAlgebra;

public sealed class CholeskyTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(48)]
    [InlineData(128)]
    public void The_factor_times_itself_is_the_matrix(int dimension)
    {
        float[] matrix = PositiveDefinite(dimension);
        float[] factor = [.. matrix];

        Assert.True(Cholesky.TryFactor(factor, dimension));

        for (int i = 0; i < dimension; i++)
        {
            for (int j = i; j < dimension; j++)
            {
                double product = Enumerable.Range(0, i + 1).Sum(k => (double)factor[(k * dimension) + i] * factor[(k * dimension) + j]);
                Assert.Equal(matrix[(i * dimension) + j], product, tolerance: 1e-4);
            }
        }
    }

    [Fact]
    public void The_solution_solves_the_system()
    {
        const int Dimension = 64;
        float[] matrix = PositiveDefinite(Dimension);
        float[] factor = [.. matrix];
        float[] right = ProductsTests.Random(Dimension, seed: 3);
        float[] solution = [.. right];

        Assert.True(Cholesky.TryFactor(factor, Dimension));
        Cholesky.Solve(factor, solution);

        for (int i = 0; i < Dimension; i++)
        {
            double product = Enumerable.Range(0, Dimension).Sum(j => (double)matrix[(i * Dimension) + j] * solution[j]);
            Assert.Equal(right[i], product, tolerance: 1e-4);
        }
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_has_no_factor()
    {
        float[] matrix = PositiveDefinite(32);
        matrix[(20 * 32) + 20] = -5;

        Assert.False(Cholesky.TryFactor(matrix, 32));
    }

    private static float[] PositiveDefinite(int dimension)
    {
        float[] rows = ProductsTests.Random(dimension * dimension, seed: 1);
        float[] matrix = new float[dimension * dimension];
        for (int i = 0; i < dimension; i++)
        {
            for (int j = 0; j < dimension; j++)
            {
                matrix[(i * dimension) + j] = (i == j ? 1 : 0)
                    + (float)Enumerable.Range(0, dimension).Sum(k => (double)rows[(k * dimension) + i] * rows[(k * dimension) + j]);
            }
        }

        return matrix;
    }
}
