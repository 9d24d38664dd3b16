using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Reranking;

/// <summary>Arrays a reranker works in, kept from query to query so that none allocates. Not thread-safe.</summary>
public sealed class RerankingSpace
{
    private float[] _relevance = [];
    private float[] _nearest = [];
    private float[] _similarity = [];
    private float[] _vectors = []; // (pool, D), one after another: the kernel reads rows in a block
    private int _vectorValues;

    internal Span<float> Relevance(int count) => Room(ref _relevance, count);

    internal Span<float> Nearest(int count) => Room(ref _nearest, count);

    internal Span<float> Similarity(int count) => Room(ref _similarity, count);

    internal ReadOnlySpan<float> Vector(int position, int dimension) => _vectors.AsSpan(position * dimension, dimension);

    internal ReadOnlySpan<float> Vectors(int from, int dimension) => _vectors.AsSpan((from * dimension).._vectorValues);

    /// <summary>Copies the vectors of the pool.</summary>
    internal void Load(ReadOnlySpan<Candidate> pool, EmbeddingTable? table)
    {
        _vectorValues = pool.Length * (table?.Dimension ?? 0);
        Span<float> vectors = Room(ref _vectors, _vectorValues);
        for (int i = 0; i < pool.Length && table is not null; i++)
        {
            table.Row(pool[i].MovieRow).CopyTo(vectors[(i * table.Dimension)..]);
        }
    }

    internal void Swap(int position, int other, int dimension)
    {
        Span<float> x = _vectors.AsSpan(position * dimension, dimension);
        Span<float> y = _vectors.AsSpan(other * dimension, dimension);
        for (int i = 0; i < x.Length && position != other; i++)
        {
            (x[i], y[i]) = (y[i], x[i]);
        }
    }

    private static Span<float> Room(ref float[] array, int count)
    {
        if (array.Length < count)
        {
            array = new float[Math.Max(count, array.Length * 2)];
        }

        return array.AsSpan(0, count);
    }
}
