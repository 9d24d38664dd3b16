namespace SparrowRecSys.Offline.Samples;

/// <summary>The ids that a model has seen; the position is the row of the embedding, and one more row stands for all others. Immutable.</summary>
internal sealed class Vocabulary
{
    private readonly int[] _embeddingRows; // by row of the table or catalog

    private Vocabulary(int[] ids, int[] embeddingRows) => (Ids, _embeddingRows) = (ids, embeddingRows);

    /// <summary>Known ids, ascending.</summary>
    public IReadOnlyList<int> Ids { get; }

    /// <summary>The row for unknown ids, the last one.</summary>
    public int UnknownRow => Ids.Count;

    /// <summary>Rows of the embedding.</summary>
    public int RowCount => Ids.Count + 1;

    /// <param name="allIds">Ids by row of the table or catalog, ascending.</param>
    /// <param name="seenRows">Rows that occur in the training samples, in any order and number.</param>
    public static Vocabulary Of(ReadOnlySpan<int> allIds, ReadOnlySpan<int> seenRows)
    {
        bool[] isSeen = new bool[allIds.Length];
        foreach (int row in seenRows)
        {
            isSeen[row] = true;
        }

        var ids = new List<int>();
        int[] embeddingRows = new int[allIds.Length];
        for (int row = 0; row < allIds.Length; row++)
        {
            embeddingRows[row] = isSeen[row] ? ids.Count : -1;
            if (isSeen[row])
            {
                ids.Add(allIds[row]);
            }
        }

        embeddingRows.AsSpan().Replace(-1, ids.Count);
        return new Vocabulary([.. ids], embeddingRows);
    }

    public bool Knows(int row) => _embeddingRows[row] != UnknownRow;

    /// <summary>Embedding rows of rows of the table or catalog, in the same order.</summary>
    public int[] Encode(ReadOnlySpan<int> rows)
    {
        int[] encoded = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            encoded[i] = _embeddingRows[rows[i]];
        }

        return encoded;
    }
}
