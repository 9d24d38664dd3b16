namespace SparrowRecSys.Embeddings;

/// <summary>
/// The nearest movies of every movie in an aligned table. A movie's list is computed when it is first asked for and kept: a catalog of
/// 60,000 movies would take half a minute at once. Thread-safe: two threads may compute a list twice, with the same result.
/// </summary>
/// <param name="table">Aligned to the catalog, of <see cref="Similarity.Cosine"/>.</param>
/// <param name="index">Over <paramref name="table"/>.</param>
/// <param name="count">Neighbours kept for each movie; 8 bytes each.</param>
public sealed class MovieNeighbors(EmbeddingTable table, IVectorIndex index, int count)
{
    private readonly Candidate[]?[] _neighbors = new Candidate[]?[table.Count];

    /// <summary>The vectors: unit length, aligned to the catalog.</summary>
    public EmbeddingTable Table => table;

    /// <summary>Neighbours kept for each movie.</summary>
    public int Count => count;

    /// <summary>The nearest movies with their cosines, best first, without the movie itself; empty for a movie without a vector.</summary>
    public ReadOnlySpan<Candidate> Of(int movieRow)
    {
        Candidate[]? known = Volatile.Read(ref _neighbors[movieRow]);
        if (known is null)
        {
            known = Find(movieRow, count);
            Volatile.Write(ref _neighbors[movieRow], known);
        }

        return known;
    }

    /// <summary>As many of the nearest movies of a movie as are wanted, computed now.</summary>
    public Candidate[] Find(int movieRow, int wanted)
    {
        // One more than wanted: the movie itself is among them, unless others have the same vector.
        var nearest = new Candidate[Math.Min(wanted, table.Count) + 1];
        int found = index.FindNearest(table.Row(movieRow), nearest);
        Candidate[] others = Array.FindAll(nearest[..found], candidate => candidate.MovieRow != movieRow);
        return others[..Math.Min(others.Length, wanted)];
    }
}
