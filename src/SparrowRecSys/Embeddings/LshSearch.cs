using System.Numerics;
using System.Numerics.Tensors;

namespace SparrowRecSys.Embeddings;

/// <summary>One search at a time, with all the memory that it needs. Reused; nothing is allocated.</summary>
internal sealed class LshSearch
{
    private const int BlockRows = 256; // candidates that are compared at once

    private readonly EmbeddingTable _table;
    private readonly LshHashes _hashes;
    private readonly LshTable[] _tables;
    private readonly ushort[] _seen; // equal to _round: collected in this round
    private readonly float[] _positions; // (L K)
    private readonly ulong[] _steps; // (2 K)
    private readonly int[] _rows = new int[BlockRows];
    private readonly float[] _scores = new float[BlockRows];
    private ulong[] _keys = [];
    private int _collected;
    private ushort _round;

    public LshSearch(EmbeddingTable table, LshHashes hashes, LshTable[] tables)
    {
        (_table, _hashes, _tables) = (table, hashes, tables);
        _seen = new ushort[table.Count];
        _positions = new float[hashes.Count];
        _steps = new ulong[2 * hashes.Hashes];
    }

    /// <summary>The best of the rows that lie in the probed buckets, by exact inner products.</summary>
    public int FindNearest(ReadOnlySpan<float> query, ReadOnlySpan<ulong> sets, Span<Candidate> nearest)
    {
        BeginRound();
        FindKeys(query, sets);
        var best = new TopCandidates(nearest);
        for (int table = 0; table < _tables.Length; table++)
        {
            for (int i = 0; i < sets.Length; i++)
            {
                ulong key = _keys[(table * sets.Length) + i];
                Collect(_tables[table].Find(key), key, query, ref best);
            }
        }

        Compare(query, ref best);
        return best.SortBestFirst();
    }

    /// <summary>Keys of all buckets to look into, whose memory is on its way when this returns.</summary>
    private void FindKeys(ReadOnlySpan<float> query, ReadOnlySpan<ulong> sets)
    {
        if (_keys.Length < _tables.Length * sets.Length)
        {
            _keys = new ulong[_tables.Length * sets.Length];
        }

        _hashes.Project(query, 1 / TensorPrimitives.Norm(query), 0, _positions);
        for (int table = 0; table < _tables.Length; table++)
        {
            ReadOnlySpan<float> positions = _positions.AsSpan(table * _hashes.Hashes, _hashes.Hashes);
            Span<ulong> keys = _keys.AsSpan(table * sets.Length, sets.Length);
            ulong own = _hashes.KeyOf(positions);
            _hashes.RankSteps(positions, _steps);
            for (int i = 0; i < sets.Length; i++)
            {
                ulong key = own;
                for (ulong set = sets[i]; set != 0; set &= set - 1)
                {
                    key += _steps[BitOperations.TrailingZeroCount(set)];
                }

                keys[i] = key;
                _tables[table].PrefetchStart(key);
            }
        }

        for (int table = 0; table < _tables.Length; table++)
        {
            foreach (ulong key in _keys.AsSpan(table * sets.Length, sets.Length))
            {
                _tables[table].PrefetchEntries(key);
            }
        }
    }

    private void Collect(ReadOnlySpan<ulong> entries, ulong key, ReadOnlySpan<float> query, ref TopCandidates best)
    {
        foreach (ulong entry in entries)
        {
            int row = LshTable.RowOf(entry);
            if (!LshTable.IsOf(entry, key) || _seen[row] == _round)
            {
                continue;
            }

            _seen[row] = _round;
            _rows[_collected++] = row;
            Prefetch.Lines(ref _table.Values.Span[row * _table.Dimension], _table.Dimension * sizeof(float));
            if (_collected == BlockRows)
            {
                Compare(query, ref best);
            }
        }
    }

    private void Compare(ReadOnlySpan<float> query, ref TopCandidates best)
    {
        ReadOnlySpan<int> rows = _rows.AsSpan(0, _collected);
        RowProducts.OfChosen(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(query), ref _table.Values.Start, _table.Dimension, rows, _scores);
        for (int i = 0; i < rows.Length; i++)
        {
            best.Add(rows[i], _scores[i]);
        }

        _collected = 0;
    }

    private void BeginRound()
    {
        _round++;
        if (_round == 0)
        {
            Array.Clear(_seen);
            _round = 1;
        }
    }
}
