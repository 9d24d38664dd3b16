using BenchmarkDotNet.Attributes;
using SparrowRecSys.LinearAlgebra;

namespace SparrowRecSys.Benchmarks.LinearAlgebra;

/// <summary>One vector of ALS, or the folding in of one user, with a history of 100 movies.</summary>
[MemoryDiagnoser]
public class LeastSquaresBenchmark
{
    private const int Rows = 100;

    private float[] _rows = [];
    private float[] _prior = [];
    private float[] _solution = [];
    private LeastSquares _exact = new(1);
    private ConjugateGradient _iterated = new(1, 3);

    [Params(64, 128)]
    public int Dimension { get; set; }

    [GlobalSetup]
    public void Create()
    {
        var random = new Random(1);
        _rows = [.. Enumerable.Range(0, Rows * Dimension).Select(_ => random.NextSingle() - 0.5f)];
        _solution = new float[Dimension];
        _prior = new float[Dimension * Dimension];
        Products.AddSquares(_rows, Rows, Dimension, 1, _prior, Dimension, Dimension);
        _exact = new LeastSquares(Dimension);
        _iterated = new ConjugateGradient(Dimension, 3);
    }

    [Benchmark(Baseline = true)]
    public double Plain_loops()
    {
        double[] matrix = new double[Dimension * Dimension];
        for (int row = 0; row < Rows; row++)
        {
            for (int i = 0; i < Dimension; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    matrix[(i * Dimension) + j] += _rows[(row * Dimension) + i] * _rows[(row * Dimension) + j];
                }
            }
        }

        for (int i = 0; i < Dimension; i++)
        {
            matrix[(i * Dimension) + i] += 1;
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[(i * Dimension) + j];
                for (int k = 0; k < j; k++)
                {
                    sum -= matrix[(i * Dimension) + k] * matrix[(j * Dimension) + k];
                }

                matrix[(i * Dimension) + j] = i == j ? Math.Sqrt(sum) : sum / matrix[(j * Dimension) + j];
            }
        }

        return matrix[^1]; // the two triangular systems are left out
    }

    [Benchmark]
    public bool Exact() => Solve(_exact);

    [Benchmark]
    public bool Conjugate_gradient_of_3_steps() => Solve(_iterated);

    private bool Solve(ILeastSquares solver)
    {
        solver.Begin(_prior, []);
        for (int row = 0; row < Rows; row++)
        {
            solver.Add(_rows.AsSpan(row * Dimension, Dimension), 1);
        }

        return solver.TrySolve(1, _solution);
    }
}
