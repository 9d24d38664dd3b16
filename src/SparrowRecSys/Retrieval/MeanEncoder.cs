using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Retrieval;

/// <summary>The mean of the vectors of the history, scaled to length 1, and after it a 1 that the movies' popularity is multiplied with.</summary>
/// <param name="movies">Unit vectors (N, D), aligned to the catalog.</param>
public sealed class MeanEncoder(EmbeddingTable movies) : IUserEncoder
{
    /// <summary>D + 1.</summary>
    public int Dimension => movies.Dimension + 1;

    public bool TryEncode(UserHistory history, Span<float> vector)
    {
        vector[^1] = 1;
        return movies.TryMean(history.MovieRows, vector[..^1]);
    }
}
