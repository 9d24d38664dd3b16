using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Retrieval;

/// <summary>
/// Finds the factors of a user whom the training did not see, or whose history has grown: the closed-form minimum of
/// <see cref="FoldInOptions"/>, by a Cholesky decomposition. O(history · D² + D³).
/// </summary>
public sealed class FoldInEncoder : IUserEncoder
{
    private readonly EmbeddingTable _movies; // (N, D), inner product
    private readonly float[] _biases; // (N), or empty
    private readonly FoldInOptions _options;
    private readonly float[] _prior; // (D, D): UnobservedWeight · YᵀY
    private readonly float[] _priorTarget; // (D): −UnobservedWeight · Σ bias · y

    /// <param name="movies">Factors (N, D), aligned to the catalog; absent rows are movies that training did not see.</param>
    /// <param name="biases">(N), or empty: no biases.</param>
    /// <param name="options">The objective.</param>
    public FoldInEncoder(EmbeddingTable movies, float[] biases, FoldInOptions options)
    {
        (_movies, _biases, _options) = (movies, biases, options);
        int dimension = movies.Dimension;
        (_prior, _priorTarget) = (new float[dimension * dimension], new float[dimension]);
        var gram = new double[dimension * dimension];
        for (int row = 0; row < movies.Count && options.UnobservedWeight > 0; row++)
        {
            ReadOnlySpan<float> y = movies.Row(row);
            for (int i = 0; i < dimension; i++)
            {
                for (int j = 0; j < dimension; j++)
                {
                    gram[(i * dimension) + j] += (double)y[i] * y[j];
                }

                _priorTarget[i] -= biases.Length == 0 ? 0 : (float)options.UnobservedWeight * biases[row] * y[i];
            }
        }

        for (int i = 0; i < gram.Length; i++)
        {
            _prior[i] = (float)(options.UnobservedWeight * gram[i]);
        }
    }

    /// <summary>D, and one more for the biases where there are any.</summary>
    public int Dimension => _movies.Dimension + (_biases.Length > 0 ? 1 : 0);

    public bool TryEncode(UserHistory history, Span<float> vector)
    {
        int dimension = _movies.Dimension;
        float[] matrix = [.. _prior]; // (D, D)
        Span<float> target = vector[..dimension];
        _priorTarget.CopyTo(target);
        int known = 0;
        for (int at = 0; at < history.MovieRows.Length; at++)
        {
            int row = history.MovieRows[at];
            if (_movies.HasVector(row))
            {
                Add(_movies.Row(row), TargetOf(history, at, row), matrix, target);
                known++;
            }
        }

        float regularization = (float)(_options.Regularization * (known + (_options.UnobservedWeight * _movies.PresentCount)));
        for (int i = 0; i < dimension; i++)
        {
            matrix[(i * dimension) + i] += regularization;
        }

        vector[dimension..].Fill(1);
        return known > 0 && Cholesky.TrySolve(matrix, target);
    }

    private float TargetOf(UserHistory history, int at, int row)
    {
        double target = _options.MeanStars is { } mean ? (history.HalfStars[at] / 2.0) - mean : _options.Target;
        return (float)(target - (_biases.Length == 0 ? 0 : _biases[row]));
    }

    private static void Add(ReadOnlySpan<float> y, float wanted, Span<float> matrix, Span<float> target)
    {
        for (int i = 0; i < y.Length; i++)
        {
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(y[..(i + 1)], y[i], matrix.Slice(i * y.Length, i + 1), matrix.Slice(i * y.Length, i + 1));
        }

        System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(y, wanted, target, target);
    }
}
