using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Reranking;

/// <summary>Arrays a reranker works in, kept from query to query so that none allocates. Not thread-safe.</summary>
public sealed class RerankingSpace
{
    private Candidate[] _chosen = [];
    private bool[] _hasVector = [];
    private float[] _numbers = []; // four columns, one after another
    private float[] _columns = []; // (D, pool): value d of all vectors, then value d + 1
    private int _count;
    private int _dimension;

    /// <summary>Score of each movie of the pool, scaled and weighted; negative infinity once the movie is chosen.</summary>
    internal Span<float> Relevance => _numbers.AsSpan(0, _count);

    /// <summary>Greatest similarity of each movie to one chosen before; at least 0.</summary>
    internal Span<float> Nearest => _numbers.AsSpan(_count, _count);

    /// <summary>Similarity of each movie to the one just chosen.</summary>
    internal Span<float> Similarity => _numbers.AsSpan(2 * _count, _count);

    /// <summary>What choosing each movie next would gain.</summary>
    internal Span<float> Gain => _numbers.AsSpan(3 * _count, _count);

    internal Span<Candidate> Chosen => _chosen.AsSpan(0, _count);

    internal ReadOnlySpan<bool> HasVector => _hasVector.AsSpan(0, _count);

    /// <summary>Whether every movie of the pool has a vector.</summary>
    internal bool HaveAllVectors { get; private set; }

    /// <summary>The pool's vectors, column-major (D, pool).</summary>
    internal ReadOnlySpan<float> Columns => _columns.AsSpan(0, _count * _dimension);

    /// <summary>Makes room for a pool and copies its vectors.</summary>
    internal void Load(ReadOnlySpan<Candidate> pool, EmbeddingTable? table)
    {
        (_count, _dimension) = (pool.Length, table?.Dimension ?? 0);
        HaveAllVectors = table is not null;
        Reserve(ref _chosen, _count);
        Reserve(ref _hasVector, _count);
        Reserve(ref _numbers, 4 * _count);
        Reserve(ref _columns, _count * _dimension);
        for (int i = 0; i < pool.Length && table is not null; i++)
        {
            _hasVector[i] = table.HasVector(pool[i].MovieRow);
            HaveAllVectors &= _hasVector[i];
            ReadOnlySpan<float> vector = table.Row(pool[i].MovieRow);
            int at = i;
            foreach (float value in vector)
            {
                _columns[at] = value;
                at += _count;
            }
        }
    }

    private static void Reserve<T>(ref T[] array, int count)
    {
        if (array.Length < count)
        {
            array = new T[Math.Max(count, array.Length * 2)];
        }
    }
}
