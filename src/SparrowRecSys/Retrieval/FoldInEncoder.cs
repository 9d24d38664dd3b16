using System.Collections.Concurrent;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.LinearAlgebra;

namespace SparrowRecSys.Retrieval;

/// <summary>
/// Finds the factors of a user whom the training did not see, or whose history has grown: the closed-form minimum of
/// <see cref="FoldInOptions"/>, by <see cref="LeastSquares"/>. O(history · D² + D³).
/// </summary>
public sealed class FoldInEncoder : IUserEncoder
{
    private const double LikedStars = (Rating.PositiveHalfStars + 10) / 4.0; // of a history without stars, which is one of liked movies: the middle of those

    private readonly EmbeddingTable _movies; // (N, D), inner product
    private readonly float[] _biases; // (N), or empty
    private readonly FoldInOptions _options;
    private readonly float[] _prior; // (D padded, D padded): UnobservedWeight · YᵀY
    private readonly float[] _priorTarget; // (D padded): −UnobservedWeight · Σ bias · y
    private readonly ConcurrentBag<LeastSquares> _solvers = [];

    /// <param name="movies">Factors (N, D), aligned to the catalog; absent rows are movies that training did not see.</param>
    /// <param name="biases">(N), or empty: no biases.</param>
    /// <param name="options">The objective.</param>
    public FoldInEncoder(EmbeddingTable movies, float[] biases, FoldInOptions options)
    {
        (_movies, _biases, _options) = (movies, biases, options);
        int padded = Products.Pad(movies.Dimension);
        (_prior, _priorTarget) = (new float[padded * padded], new float[padded]);
        if (options.UnobservedWeight > 0)
        {
            AddPrior(padded);
        }
    }

    /// <summary>D, and one more for the biases where there are any.</summary>
    public int Dimension => _movies.Dimension + (_biases.Length > 0 ? 1 : 0);

    public bool TryEncode(UserHistory history, Span<float> vector)
    {
        LeastSquares solver = _solvers.TryTake(out LeastSquares? pooled) ? pooled : new LeastSquares(_movies.Dimension);
        solver.Begin(_prior, _priorTarget);
        int known = 0;
        for (int at = 0; at < history.MovieRows.Length; at++)
        {
            int row = history.MovieRows[at];
            if (_movies.HasVector(row))
            {
                solver.Add(_movies.Row(row), TargetOf(history, at, row));
                known++;
            }
        }

        double regularization = _options.Regularization * (known + (_options.UnobservedWeight * _movies.PresentCount));
        bool isSolved = known > 0 && solver.TrySolve((float)regularization, vector[.._movies.Dimension]);
        vector[_movies.Dimension..].Fill(1);
        _solvers.Add(solver);
        return isSolved;
    }

    private void AddPrior(int padded)
    {
        float[] vector = new float[padded];
        for (int row = 0; row < _movies.Count; row++)
        {
            if (!_movies.HasVector(row))
            {
                continue;
            }

            _movies.Row(row).CopyTo(vector);
            Products.AddSquares(vector, 1, padded, (float)_options.UnobservedWeight, _prior, padded, padded);
            if (_biases.Length > 0)
            {
                Products.AddRows(vector, [(float)-_options.UnobservedWeight * _biases[row]], _priorTarget);
            }
        }
    }

    private float TargetOf(UserHistory history, int at, int row)
    {
        double stars = history.HalfStars.IsEmpty ? LikedStars : history.HalfStars[at] / 2.0;
        double target = _options.MeanStars is { } mean ? stars - mean : _options.Target;
        return (float)(target - (_biases.Length == 0 ? 0 : _biases[row]));
    }
}
