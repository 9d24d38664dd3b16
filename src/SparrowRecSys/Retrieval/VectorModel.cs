using SparrowRecSys.Embeddings;
using SparrowRecSys.LinearAlgebra;

namespace SparrowRecSys.Retrieval;

/// <summary>
/// A model in which users and movies are vectors and the score is their inner product: embeddings, matrix factorization, two towers. They
/// differ in how a user's vector is found. Exact retrieval is O(N·D); an index makes it less.
/// </summary>
/// <param name="name">Name of the model.</param>
/// <param name="movies">The vectors that are compared with the user's (N, D), inner product, aligned to the catalog.</param>
/// <param name="encoder">Finds a user's vector (D).</param>
/// <param name="index">Over <paramref name="movies"/>.</param>
/// <param name="neighbors">Over the vectors whose cosine says how alike two movies are.</param>
public sealed class VectorModel(
    string name, EmbeddingTable movies, IUserEncoder encoder, IVectorIndex index, MovieNeighbors neighbors) : IRetrievalModel
{
    private const int LargestOnStack = 256;

    public string Name { get; } = name;

    /// <summary>The most similar movies of every movie.</summary>
    public MovieNeighbors Neighbors { get; } = neighbors;

    public bool TryScore(UserHistory history, Span<float> scores)
    {
        Span<float> vector = encoder.Dimension <= LargestOnStack ? stackalloc float[encoder.Dimension] : new float[encoder.Dimension];
        if (!encoder.TryEncode(history, vector))
        {
            return false;
        }

        DotProducts.OfRows(vector, movies.Rows(0, movies.Count), scores);
        for (int row = 0; row < scores.Length && movies.PresentCount < movies.Count; row++)
        {
            scores[row] = movies.HasVector(row) ? scores[row] : float.NegativeInfinity;
        }

        return true;
    }

    public bool TryScore(UserHistory history, ReadOnlySpan<int> movieRows, Span<float> scores)
    {
        Span<float> vector = encoder.Dimension <= LargestOnStack ? stackalloc float[encoder.Dimension] : new float[encoder.Dimension];
        if (!encoder.TryEncode(history, vector))
        {
            return false;
        }

        for (int i = 0; i < movieRows.Length; i++)
        {
            scores[i] = movies.HasVector(movieRows[i]) ? DotProducts.One(vector, movies.Row(movieRows[i])) : float.NegativeInfinity;
        }

        return true;
    }

    public int Retrieve(UserHistory history, Span<Candidate> candidates)
    {
        Span<float> vector = encoder.Dimension <= LargestOnStack ? stackalloc float[encoder.Dimension] : new float[encoder.Dimension];
        return encoder.TryEncode(history, vector) ? index.FindNearest(vector, candidates) : 0;
    }

    public int FindSimilar(int movieRow, Span<Candidate> similar)
    {
        ReadOnlySpan<Candidate> found = similar.Length <= Neighbors.Count ? Neighbors.Of(movieRow) : Neighbors.Find(movieRow, similar.Length);
        int count = Math.Min(similar.Length, found.Length);
        found[..count].CopyTo(similar);
        return count;
    }
}
