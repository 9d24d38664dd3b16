using SparrowRecSys.LinearAlgebra;

namespace SparrowRecSys.Tests.LinearAlgebra;

public sealed class LeastSquaresTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 3)]
    [InlineData(16, 40)]
    [InlineData(50, 200)]
    [InlineData(128, 31)]
    public void The_solution_makes_the_gradient_vanish(int dimension, int count)
    {
        float[] rows = ProductsTests.Random(count * dimension, seed: 1);
        float[] targets = ProductsTests.Random(count, seed: 2);
        var solver = new LeastSquares(dimension);
        float[] solution = new float[dimension];
        const float Regularization = 0.7f;

        for (int round = 0; round < 2; round++) // what is left of one round must not show in the next
        {
            solver.Begin([], []);
            for (int i = 0; i < count; i++)
            {
                solver.Add(rows.AsSpan(i * dimension, dimension), targets[i]);
            }

            Assert.True(solver.TrySolve(Regularization, solution));
        }

        for (int d = 0; d < dimension; d++)
        {
            double gradient = Regularization * solution[d];
            for (int i = 0; i < count; i++)
            {
                double predicted = Enumerable.Range(0, dimension).Sum(e => (double)rows[(i * dimension) + e] * solution[e]);
                gradient += (predicted - targets[i]) * rows[(i * dimension) + d];
            }

            Assert.Equal(0, gradient, tolerance: 2e-4);
        }
    }

    [Fact]
    public void A_prior_counts_like_rows_that_were_added_before()
    {
        const int Dimension = 20;
        float[] first = ProductsTests.Random(Dimension, seed: 1);
        float[] second = ProductsTests.Random(Dimension, seed: 2);
        var solver = new LeastSquares(Dimension);
        int padded = Products.Pad(Dimension);
        float[] priorMatrix = new float[padded * padded];
        for (int i = 0; i < Dimension; i++)
        {
            for (int j = 0; j < Dimension; j++)
            {
                priorMatrix[(i * padded) + j] = first[i] * first[j];
            }
        }

        float[] added = new float[Dimension];
        solver.Begin([], []);
        solver.Add(first, 0.5f);
        solver.Add(second, -1);
        Assert.True(solver.TrySolve(0.1f, added));
        float[] withPrior = new float[Dimension];
        solver.Begin(priorMatrix, [.. first.Select(value => 0.5f * value)]);
        solver.Add(second, -1);
        Assert.True(solver.TrySolve(0.1f, withPrior));

        Assert.All(added.Zip(withPrior), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-4));
    }

    [Fact]
    public void Nothing_is_solved_when_a_direction_is_open()
    {
        var solver = new LeastSquares(3);
        float[] solution = [7, 7, 7];

        solver.Begin([], []);
        solver.Add([1, 0, 0], 1);
        Assert.False(solver.TrySolve(0, solution));

        Assert.Equal([7f, 7, 7], solution);
    }
}
