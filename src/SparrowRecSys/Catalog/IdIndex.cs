using System.Runtime.CompilerServices;

namespace SparrowRecSys.Catalog;

/// <summary>Finds the row of an id among N distinct ids: one array read where ids are dense, a dictionary where they are not. Immutable.</summary>
public sealed class IdIndex
{
    private readonly int[]? _rowPlusOneOfId; // (largest id + 1), 0 = absent
    private readonly Dictionary<int, int>? _rowOfId;

    /// <exception cref="ArgumentException">An id appears twice.</exception>
    public IdIndex(ReadOnlySpan<int> ids)
    {
        int largest = -1;
        int smallest = 0;
        foreach (int id in ids)
        {
            largest = Math.Max(largest, id);
            smallest = Math.Min(smallest, id);
        }

        // MovieLens ids have gaps (9,742 movies up to id 193,609): an array still costs less than a dictionary up to about 32 slots an id.
        if (smallest >= 0 && largest < Math.Max(1024L, 32L * ids.Length))
        {
            _rowPlusOneOfId = new int[largest + 1];
        }
        else
        {
            _rowOfId = new Dictionary<int, int>(ids.Length);
        }

        for (int row = 0; row < ids.Length; row++)
        {
            Add(ids[row], row);
        }
    }

    /// <summary>Row of <paramref name="id"/>, or -1 when it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int id)
    {
        if (_rowPlusOneOfId is { } rows)
        {
            return (uint)id < (uint)rows.Length ? rows[id] - 1 : -1;
        }

        return _rowOfId is not null && _rowOfId.TryGetValue(id, out int row) ? row : -1;
    }

    private void Add(int id, int row)
    {
        if (Find(id) >= 0)
        {
            throw new ArgumentException($"Id {id} appears twice.");
        }

        if (_rowPlusOneOfId is { } rows)
        {
            rows[id] = row + 1;
        }
        else
        {
            _rowOfId?.Add(id, row);
        }
    }
}
