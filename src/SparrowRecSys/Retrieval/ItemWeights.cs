using SparrowRecSys.Catalog;

namespace SparrowRecSys.Retrieval;

/// <summary>
/// An (N, N) matrix of weights between movies, row by row, sparse or dense. Immutable.
/// </summary>
/// <remarks>Row i holds the weights from movie i (of a history) to all others; they need not be symmetric.</remarks>
public sealed class ItemWeights
{
    private readonly long[] _starts; // (N + 1), empty when dense
    private readonly int[] _targets; // (nonzeros), ascending within a row; empty when dense
    private readonly float[][] _denseRows; // (N)(N), empty when sparse: one array would exceed 2^31 entries from 46,341 movies on
    private readonly float[] _weights; // (nonzeros), empty when dense

    private ItemWeights(int count, long[] starts, int[] targets, float[] weights, float[][] denseRows) =>
        (Count, _starts, _targets, _weights, _denseRows) = (count, starts, targets, weights, denseRows);

    /// <summary>N.</summary>
    public int Count { get; }

    public bool IsDense => _denseRows.Length > 0;

    /// <summary>Stored weights.</summary>
    public long StoredCount => IsDense ? (long)Count * Count : _weights.Length;

    /// <param name="starts">(N + 1): where each row begins, and the end.</param>
    /// <param name="targets">Columns, ascending within a row. Not copied, like the others.</param>
    /// <param name="weights">A weight for each of <paramref name="targets"/>, finite.</param>
    public static ItemWeights Sparse(long[] starts, int[] targets, float[] weights) => new(starts.Length - 1, starts, targets, weights, []);

    /// <param name="rows">(N)(N), finite. Not copied.</param>
    public static ItemWeights Dense(float[][] rows) => new(rows.Length, [], [], [], rows);

    /// <summary>Columns of a row's weights; empty when the row is dense: its weights then stand for all columns in order.</summary>
    public ReadOnlySpan<int> Targets(int row) => IsDense ? [] : _targets.AsSpan((int)_starts[row]..(int)_starts[row + 1]);

    /// <summary>A row's weights, one for each of <see cref="Targets"/>, or (N) when dense.</summary>
    public ReadOnlySpan<float> Row(int row) => IsDense ? _denseRows[row] : _weights.AsSpan((int)_starts[row]..(int)_starts[row + 1]);

    /// <summary>Adds a row's weights to the scores (N).</summary>
    public void AddRow(int row, Span<float> scores)
    {
        ReadOnlySpan<float> weights = Row(row);
        if (IsDense)
        {
            System.Numerics.Tensors.TensorPrimitives.Add(scores, weights, scores);
            return;
        }

        ReadOnlySpan<int> targets = Targets(row);
        for (int i = 0; i < targets.Length; i++)
        {
            scores[targets[i]] += weights[i];
        }
    }

    /// <summary>
    /// The matrix whose rows and columns are the rows of a catalog: what the catalog does not have is left out, and what only the catalog has
    /// has no weights. A matrix whose movies are the catalog's in its order is handed back as it is.
    /// </summary>
    /// <param name="movieIds">(N): the movie of each row.</param>
    /// <param name="movies">The catalog.</param>
    public ItemWeights AlignTo(ReadOnlySpan<int> movieIds, MovieCatalog movies)
    {
        int[] rowOf = new int[Count]; // by own row; -1: not in the catalog
        bool isSame = Count == movies.Count;
        for (int i = 0; i < rowOf.Length; i++)
        {
            rowOf[i] = movies.FindRow(movieIds[i]);
            isSame &= rowOf[i] == i;
        }

        return isSame ? this : AlignTo(rowOf, movies.Count);
    }

    private ItemWeights AlignTo(int[] rowOf, int count)
    {
        var starts = new long[count + 1];
        var targets = new List<int>();
        var weights = new List<float>();
        int[] ownRow = new int[count];
        Array.Fill(ownRow, -1);
        for (int i = 0; i < rowOf.Length; i++)
        {
            if (rowOf[i] >= 0)
            {
                ownRow[rowOf[i]] = i;
            }
        }

        var entries = new List<(int Target, float Weight)>();
        for (int row = 0; row < count; row++)
        {
            entries.Clear();
            for (int i = 0; ownRow[row] >= 0 && i < Row(ownRow[row]).Length; i++)
            {
                int target = rowOf[IsDense ? i : Targets(ownRow[row])[i]];
                float weight = Row(ownRow[row])[i];
                if (target >= 0 && weight != 0)
                {
                    entries.Add((target, weight));
                }
            }

            entries.Sort(static (x, y) => x.Target.CompareTo(y.Target));
            targets.AddRange(entries.Select(entry => entry.Target));
            weights.AddRange(entries.Select(entry => entry.Weight));
            starts[row + 1] = targets.Count;
        }

        return Sparse(starts, [.. targets], [.. weights]);
    }
}
