using SparrowRecSys.Embeddings;
using SparrowRecSys.Features;
using SparrowRecSys.LinearAlgebra;

namespace SparrowRecSys.Ranking;

/// <summary>
/// Scores a movie by the cosine between its vector and the user's (the mean of the liked movies' vectors), plus a prior.
/// score = CosineWeight · cosine + PopularityWeight · ln p(movie).
/// </summary>
/// <remarks>
/// The inner products of skip-gram with negative sampling estimate pointwise mutual information (Levy and Goldberg 2014, "Neural word
/// embedding as implicit matrix factorization"). So P(movie | user) ∝ exp(β · cosine) · p(movie), and the score is its logarithm. A movie
/// without a vector has cosine 0. p(movie) is the movie's share of all positive ratings, one added to every count.
/// </remarks>
public sealed class EmbeddingRanker : IRanker
{
    public const string RankerName = "emb";

    private readonly EmbeddingTable? _table;
    private readonly float[] _priors; // by movie row, weighted
    private readonly float _cosineWeight;

    /// <param name="table">Aligned to the catalog; <see langword="null"/> when no embedding is loaded: the ranker then ranks nobody.</param>
    /// <param name="features">Gives the counts of positive ratings, once.</param>
    /// <param name="options">The weights.</param>
    public EmbeddingRanker(EmbeddingTable? table, FeatureStore features, RankingOptions options)
    {
        _table = table;
        _cosineWeight = (float)options.CosineWeight;
        double[] counts = [.. Enumerable.Range(0, features.Movies.Count).Select(row => 1.0 + features.OfMovie(row).PositiveCount)];
        double total = counts.Sum();
        _priors = [.. counts.Select(count => (float)(options.PopularityWeight * Math.Log(count / total)))];
    }

    public string Name => RankerName;

    /// <summary>False for a user who has liked nothing that has a vector.</summary>
    public bool CanRank(UserState user)
    {
        if (_table is null)
        {
            return false;
        }

        foreach (int row in user.Positives)
        {
            if (_table.HasVector(row))
            {
                return true;
            }
        }

        return false;
    }

    public void Score(UserState user, ReadOnlySpan<int> movieRows, Span<float> scores)
    {
        int dimension = _table?.Dimension ?? 0;
        Span<float> vector = dimension <= 256 ? stackalloc float[dimension] : new float[dimension];
        bool isKnown = _table?.TryMean(user.Positives, vector) ?? false;
        for (int i = 0; i < movieRows.Length; i++)
        {
            float cosine = isKnown && _table is not null ? DotProducts.One(vector, _table.Row(movieRows[i])) : 0;
            scores[i] = (_cosineWeight * cosine) + _priors[movieRows[i]];
        }
    }
}
