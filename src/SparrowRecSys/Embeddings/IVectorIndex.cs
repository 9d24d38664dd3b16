namespace SparrowRecSys.Embeddings;

/// <summary>Finds the rows of a table of vectors that are nearest to a query. Thread-safe.</summary>
public interface IVectorIndex
{
    /// <summary>N, absent rows included.</summary>
    int Count { get; }

    /// <summary>D.</summary>
    int Dimension { get; }

    /// <summary>Writes the rows with the largest inner products with a query, best first, ties by row, without duplicates.</summary>
    /// <remarks>
    /// In a table of unit vectors the inner product with a query of length 1 is the cosine. Absent rows are never found. An approximate
    /// index may miss rows, but the scores that it gives are exact.
    /// </remarks>
    /// <param name="query">Length D; finite. A zero vector is near to nothing.</param>
    /// <param name="nearest">Receives the result.</param>
    /// <returns>How many were found: the length of <paramref name="nearest"/>, or fewer.</returns>
    /// <exception cref="ArgumentException">The query has another length.</exception>
    int FindNearest(ReadOnlySpan<float> query, Span<Candidate> nearest);
}
