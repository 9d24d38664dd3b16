namespace SparrowRecSys.Embeddings;

/// <summary>Compares the query with every row. O(N·D); misses nothing. Immutable, thread-safe.</summary>
public sealed class ExactIndex(EmbeddingTable table) : IVectorIndex
{
    private const int BlockRows = 256; // inner products computed before the best are picked: 1 KB of stack

    public int Count => table.Count;

    public int Dimension => table.Dimension;

    public int FindNearest(ReadOnlySpan<float> query, Span<Candidate> nearest)
    {
        if (query.Length != Dimension)
        {
            throw new ArgumentException($"Expected a query of length {Dimension}, got {query.Length}.", nameof(query));
        }

        if (!query.ContainsAnyExcept(0f))
        {
            return 0;
        }

        var best = new TopCandidates(nearest);
        Span<float> dots = stackalloc float[BlockRows];
        for (int start = 0; start < Count; start += BlockRows)
        {
            Span<float> block = dots[..Math.Min(BlockRows, Count - start)];
            RowProducts.OfRows(query, table.Rows(start, block.Length), block);
            if (table.PresentCount == Count)
            {
                best.AddRange(start, block);
            }
            else
            {
                AddPresent(start, block, ref best);
            }
        }

        return best.SortBestFirst();
    }

    private void AddPresent(int start, scoped ReadOnlySpan<float> dots, ref TopCandidates best)
    {
        float threshold = best.Threshold;
        for (int i = 0; i < dots.Length; i++)
        {
            if (dots[i] >= threshold && table.HasVector(start + i))
            {
                best.Add(start + i, dots[i]);
            }
        }
    }
}
