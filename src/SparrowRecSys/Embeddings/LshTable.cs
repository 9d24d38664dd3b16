using System.Numerics;

namespace SparrowRecSys.Embeddings;

/// <summary>One hash table: the rows of each bucket, in one flat array. Immutable, thread-safe.</summary>
internal sealed class LshTable
{
    private readonly AlignedMemory<int> _starts; // (slots + 1)
    private readonly AlignedMemory<ulong> _entries; // (rows); high half: low half of the bucket's key; low half: row
    private readonly int _shift;

    /// <param name="rows">Rows, ascending.</param>
    /// <param name="keys">Key of the bucket of each of them.</param>
    public LshTable(ReadOnlySpan<int> rows, ReadOnlySpan<ulong> keys)
    {
        int bits = Math.Max(1, BitOperations.Log2((uint)Math.Max(1, rows.Length)) + 1);
        _shift = 64 - bits;
        _starts = new AlignedMemory<int>((1 << bits) + 1);
        _entries = new AlignedMemory<ulong>(rows.Length);
        Span<int> starts = _starts.Span;
        foreach (ulong key in keys)
        {
            starts[SlotOf(key)]++;
        }

        int sum = 0;
        for (int slot = 0; slot < starts.Length; slot++)
        {
            sum += starts[slot];
            starts[slot] = sum;
        }

        // Filled from behind, each slot's end becomes its start.
        Span<ulong> entries = _entries.Span;
        for (int i = rows.Length - 1; i >= 0; i--)
        {
            entries[--starts[SlotOf(keys[i])]] = (keys[i] << 32) | (uint)rows[i];
        }
    }

    /// <summary>Bytes of the table.</summary>
    public long MemoryBytes => ((long)_starts.Length * sizeof(int)) + ((long)_entries.Length * sizeof(ulong));

    /// <summary>Whether an entry that <see cref="Find"/> gave belongs to a key's bucket, and not to another one in the same slot.</summary>
    public static bool IsOf(ulong entry, ulong key) => (uint)(entry >> 32) == (uint)key;

    /// <summary>Row of an entry.</summary>
    public static int RowOf(ulong entry) => (int)(uint)entry;

    /// <summary>Asks for the memory that tells where a bucket is.</summary>
    public void PrefetchStart(ulong key) => Prefetch.Lines(ref _starts.Span[SlotOf(key)], sizeof(int));

    /// <summary>Asks for the memory of a bucket.</summary>
    public void PrefetchEntries(ulong key)
    {
        int start = _starts.Span[SlotOf(key)];
        if (start < _entries.Length)
        {
            Prefetch.Lines(ref _entries.Span[start], sizeof(ulong));
        }
    }

    /// <summary>The entries that may belong to a key's bucket, rows ascending.</summary>
    public ReadOnlySpan<ulong> Find(ulong key)
    {
        int slot = SlotOf(key);
        ReadOnlySpan<int> starts = _starts.Span;
        return _entries.Span[starts[slot]..starts[slot + 1]];
    }

    private int SlotOf(ulong key) => (int)(key >> _shift);
}
