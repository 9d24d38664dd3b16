using SparrowRecSys.LinearAlgebra;

namespace SparrowRecSys.Tests.LinearAlgebra;

public sealed class ConjugateGradientTests
{
    [Theory]
    [InlineData(3, 10)]
    [InlineData(16, 200)]
    [InlineData(40, 70)]
    public void With_enough_steps_it_solves_what_the_closed_form_solves(int dimension, int count)
    {
        float[] rows = ProductsTests.Random(count * dimension, seed: 1);
        float[] prior = Prior(dimension);

        float[] exact = Solve(new LeastSquares(dimension), rows, count, dimension, prior);
        float[] iterated = Solve(new ConjugateGradient(dimension, 2 * dimension), rows, count, dimension, prior);

        Assert.All(exact.Zip(iterated), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-4));
    }

    [Fact]
    public void It_starts_from_the_solution_that_it_is_given()
    {
        float[] rows = ProductsTests.Random(50 * 8, seed: 1);
        float[] exact = Solve(new LeastSquares(8), rows, 50, 8, []);

        float[] again = Solve(new ConjugateGradient(8, 1), rows, 50, 8, [], [.. exact]);

        Assert.All(exact.Zip(again), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-5));
    }

    private static float[] Solve(ILeastSquares solver, float[] rows, int count, int dimension, float[] prior, float[]? start = null)
    {
        float[] targets = ProductsTests.Random(count, seed: 2);
        float[] solution = start ?? new float[dimension];
        for (int round = 0; round < 2; round++) // what is left of one round must not show in the next
        {
            solver.Begin(prior, prior.AsSpan(0, Math.Min(prior.Length, dimension)));
            for (int i = 0; i < count; i++)
            {
                solver.Add(rows.AsSpan(i * dimension, dimension), targets[i]);
            }

            Assert.True(solver.TrySolve(0.5f, solution));
        }

        return solution;
    }

    private static float[] Prior(int dimension)
    {
        int padded = Products.Pad(dimension);
        float[] vector = ProductsTests.Random(dimension, seed: 3);
        float[] prior = new float[padded * padded];
        for (int i = 0; i < dimension; i++)
        {
            for (int j = 0; j < dimension; j++)
            {
                prior[(i * padded) + j] = vector[i] * vector[j];
            }
        }

        return prior;
    }
}
