using System.Collections.Concurrent;
using System.Numerics.Tensors;
using SparrowRecSys.Embeddings;
using SparrowRecSys.LinearAlgebra;

namespace SparrowRecSys.Retrieval;

/// <summary>
/// Finds the factors x of a user whom a logistic factorization did not see: the minimum of what its training minimises for one user, the movies being
/// fixed. With s = b + x·y and a history H of N movies with m negatives drawn for each:
/// Σ over H ln(1 + e⁻ˢ) + m·|H| / N · Σ over all movies ln(1 + eˢ) + λ·|H| / 2 · |x|².
/// </summary>
/// <remarks>
/// By Newton's method as iteratively reweighted least squares (McCullagh and Nelder 1989, 2.5), from x = 0, halving steps that lead upwards. In large catalogs some movies
/// stand for all: those with the largest biases for themselves, each of the others for as many as there are of them. O(steps · (|H| + 1,024) · D²).
/// </remarks>
public sealed class LogisticFoldInEncoder : IUserEncoder
{
    private const int Best = 512; // movies with the largest biases, which are most of the second sum
    private const int Others = 512; // movies that stand for the rest
    private const int MostSteps = 12;
    private const int MostHalvings = 5;
    private const double Precision = 1e-3; // of the objective, for each movie of the history
    private const float SmallestCurvature = 1e-6f; // σ' vanishes at both ends

    private readonly EmbeddingTable _movies; // (N, D), inner product
    private readonly float[] _biases; // (N)
    private readonly int _negatives;
    private readonly double _regularization;
    private readonly int[] _sample; // rows of the movies that stand for all
    private readonly float[] _weights; // (sample): for how many each stands
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    /// <param name="movies">Factors (N, D), aligned to the catalog; absent rows are movies that training did not see.</param>
    /// <param name="biases">(N), or empty: no biases.</param>
    /// <param name="negatives">m.</param>
    /// <param name="regularization">λ, at least 0.</param>
    public LogisticFoldInEncoder(EmbeddingTable movies, float[] biases, int negatives, double regularization)
    {
        (_movies, _biases) = (movies, biases.Length > 0 ? biases : new float[movies.Count]);
        (_negatives, _regularization) = (negatives, regularization);
        Dimension = movies.Dimension + (biases.Length > 0 ? 1 : 0);
        (_sample, _weights) = ChooseSample();
    }

    /// <summary>D, and one more for the biases where there are any.</summary>
    public int Dimension { get; }

    public bool TryEncode(UserHistory history, Span<float> vector)
    {
        Span<float> x = vector[.._movies.Dimension];
        vector[_movies.Dimension..].Fill(1);
        x.Clear();
        int known = 0;
        foreach (int row in history.MovieRows)
        {
            known += _movies.HasVector(row) ? 1 : 0;
        }

        if (known == 0)
        {
            return false;
        }

        Workspace workspace = _workspaces.TryTake(out Workspace? pooled) ? pooled : new Workspace(_movies.Dimension);
        Minimize(history.MovieRows, known, x, workspace);
        _workspaces.Add(workspace);
        return true;
    }

    private void Minimize(ReadOnlySpan<int> history, int known, Span<float> x, Workspace workspace)
    {
        float share = (float)((double)_negatives * known / _movies.PresentCount);
        float penalty = (float)(_regularization * known);
        double before = Objective(history, share, penalty, x);
        for (int step = 0; step < MostSteps && TrySolve(history, share, penalty, x, workspace); step++)
        {
            Span<float> next = workspace.Next;
            double after = Objective(history, share, penalty, next);
            for (int halving = 0; !(after <= before) && halving < MostHalvings; halving++)
            {
                TensorPrimitives.Add(next, x, next);
                TensorPrimitives.Multiply(next, 0.5f, next);
                after = Objective(history, share, penalty, next);
            }

            if (!(after < before))
            {
                return;
            }

            next.CopyTo(x);
            if (before - after < Precision * known)
            {
                return;
            }

            before = after;
        }
    }

    /// <summary>Newton's next x: the least squares of working responses s − gradient / curvature, weighted by the curvature.</summary>
    private bool TrySolve(ReadOnlySpan<int> history, float share, float penalty, ReadOnlySpan<float> x, Workspace workspace)
    {
        workspace.Solver.Begin([], []);
        foreach (int row in history)
        {
            if (_movies.HasVector(row))
            {
                AddMovie(row, 1, isInteraction: true, x, workspace);
            }
        }

        for (int i = 0; i < _sample.Length; i++)
        {
            AddMovie(_sample[i], share * _weights[i], isInteraction: false, x, workspace);
        }

        return workspace.Solver.TrySolve(penalty, workspace.Next);
    }

    private void AddMovie(int row, float weight, bool isInteraction, ReadOnlySpan<float> x, Workspace workspace)
    {
        ReadOnlySpan<float> y = _movies.Row(row);
        float product = DotProducts.One(x, y);
        float probability = Sigmoid(_biases[row] + product);
        float curvature = MathF.Max(probability * (1 - probability), SmallestCurvature);
        float gradient = isInteraction ? probability - 1 : probability;
        float root = MathF.Sqrt(weight * curvature);
        TensorPrimitives.Multiply(y, root, workspace.Row);
        workspace.Solver.Add(workspace.Row, root * (product - (gradient / curvature)));
    }

    private double Objective(ReadOnlySpan<int> history, float share, float penalty, ReadOnlySpan<float> x)
    {
        double sum = 0.5 * penalty * DotProducts.One(x, x);
        foreach (int row in history)
        {
            sum += _movies.HasVector(row) ? Softplus(-_biases[row] - DotProducts.One(x, _movies.Row(row))) : 0;
        }

        for (int i = 0; i < _sample.Length; i++)
        {
            int row = _sample[i];
            sum += share * _weights[i] * Softplus(_biases[row] + DotProducts.One(x, _movies.Row(row)));
        }

        return sum;
    }

    /// <summary>The movies with the largest biases, and every so many-th of the others in that order.</summary>
    private (int[] Rows, float[] Weights) ChooseSample()
    {
        int[] rows = [.. Enumerable.Range(0, _movies.Count).Where(_movies.HasVector).OrderByDescending(row => _biases[row]).ThenBy(row => row)];
        if (rows.Length <= Best + Others)
        {
            float[] ones = new float[rows.Length];
            Array.Fill(ones, 1);
            return (rows, ones);
        }

        int rest = rows.Length - Best;
        int[] sample = [.. rows.AsSpan(0, Best), .. Enumerable.Range(0, Others).Select(i => rows[Best + (int)(((i + 0.5) * rest) / Others)])];
        return (sample, [.. Enumerable.Range(0, sample.Length).Select(i => i < Best ? 1f : (float)rest / Others)]);
    }

    private static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));

    private static float Softplus(float x) => x > 0 ? x + MathF.Log(1 + MathF.Exp(-x)) : MathF.Log(1 + MathF.Exp(x));

    /// <summary>What one thread works with.</summary>
    private sealed class Workspace(int dimension)
    {
        public LeastSquares Solver { get; } = new(dimension);

        public float[] Row { get; } = new float[dimension];

        public float[] Next { get; } = new float[dimension];
    }
}
