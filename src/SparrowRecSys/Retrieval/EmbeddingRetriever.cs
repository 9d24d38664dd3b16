using SparrowRecSys.Embeddings;
using SparrowRecSys.Features;

namespace SparrowRecSys.Retrieval;

/// <summary>Proposes the movies nearest to the user's vector, the mean of the vectors of all movies the user liked. Exact, O(N·D).</summary>
/// <param name="table">Aligned to the catalog.</param>
public sealed class EmbeddingRetriever(EmbeddingTable table) : IRetriever
{
    public string Name => "embedding";

    public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates)
    {
        Span<float> vector = table.Dimension <= 256 ? stackalloc float[table.Dimension] : new float[table.Dimension];
        return table.TryMean(user.Positives, vector) ? table.FindNearest(vector, candidates) : 0;
    }
}
