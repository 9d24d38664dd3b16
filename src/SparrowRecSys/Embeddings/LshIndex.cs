using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace SparrowRecSys.Embeddings;

/// <summary>
/// Approximate nearest neighbours by locality-sensitive hashing with random projections, and several buckets looked into in each table. Within a table all hash
/// functions must agree (AND), between tables one suffices (OR); what is found that way is compared exactly. Immutable, thread-safe.
/// </summary>
/// <remarks>
/// When fewer are found than are wanted, or more than a quarter of all are wanted, all vectors are compared. Vectors of very different lengths are badly served: most of
/// them then differ from each other by the added coordinate alone, see <see cref="LshHashes"/>.
/// </remarks>
public sealed class LshIndex : IVectorIndex
{
    private const int ScanShare = 4; // a list of more than N / 4 rows is found by comparing all
    private const int WidthSamples = 64;
    private const int WidthNeighbors = 10;
    private const double WidthFactor = 4; // of the distance to the tenth neighbour
    private const double LeastWidth = 1e-3;

    private readonly EmbeddingTable _table;
    private readonly ExactIndex _exact;
    private readonly LshHashes _hashes;
    private readonly LshTable[] _tables;
    private readonly ulong[] _sets;
    private readonly ConcurrentQueue<LshSearch> _searches = new(); // those that no search is using

    private LshIndex(EmbeddingTable table, LshHashes hashes, LshTable[] tables, ulong[] sets, double width)
    {
        (_table, _hashes, _tables, _sets, BucketWidth) = (table, hashes, tables, sets, width);
        _exact = new ExactIndex(table);
    }

    public int Count => _table.Count;

    public int Dimension => _table.Dimension;

    /// <summary>w, in units of the length of the longest vector.</summary>
    public double BucketWidth { get; }

    /// <summary>Bytes of the tables, without the vectors.</summary>
    public long MemoryBytes => _tables.Sum(table => table.MemoryBytes);

    /// <summary>Hashes a table's vectors. O(N · L · K · D). The same options give the same index.</summary>
    /// <param name="table">Its vectors; they are not copied.</param>
    /// <param name="options">Tables and so on.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static LshIndex Build(EmbeddingTable table, LshOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Tables, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Hashes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Hashes, LshOptions.MostHashes);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Probes, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.BucketWidth);
        int[] rows = [.. Enumerable.Range(0, table.Count).Where(table.HasVector)];
        float[] lengths = [.. rows.Select(row => table.Similarity == Similarity.Cosine ? 1 : TensorPrimitives.Norm(table.Row(row)))];
        float longest = lengths.Length == 0 ? 1 : lengths.Max();
        double width = options.BucketWidth > 0 ? options.BucketWidth : WidthFor(table, rows, lengths, longest);
        var hashes = new LshHashes(options, table.Dimension, width);
        ulong[][] keys = [.. Enumerable.Range(0, options.Tables).Select(_ => new ulong[rows.Length])];
        float[] positions = new float[hashes.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            float share = lengths[i] / longest;
            hashes.Project(table.Row(rows[i]), 1 / longest, MathF.Sqrt(1 - (share * share)), positions);
            for (int t = 0; t < keys.Length; t++)
            {
                keys[t][i] = hashes.KeyOf(positions.AsSpan(t * options.Hashes, options.Hashes));
            }
        }

        LshTable[] tables = [.. keys.Select(keys => new LshTable(rows, keys))];
        return new LshIndex(table, hashes, tables, LshProbeSets.Create(options.Hashes, options.Probes), width);
    }

    public int FindNearest(ReadOnlySpan<float> query, Span<Candidate> nearest) => FindNearest(query, nearest, _sets.Length);

    /// <summary>The same with fewer probes than the index was built for.</summary>
    /// <param name="query">Length D.</param>
    /// <param name="nearest">Receives the result.</param>
    /// <param name="probes">Buckets of each table, 1 to the number in the options.</param>
    public int FindNearest(ReadOnlySpan<float> query, Span<Candidate> nearest, int probes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(probes, 1);
        if (query.Length != Dimension)
        {
            throw new ArgumentException($"Expected a query of length {Dimension}, got {query.Length}.", nameof(query));
        }

        if (nearest.IsEmpty || _table.PresentCount == 0 || !query.ContainsAnyExcept(0f))
        {
            return 0;
        }

        if (nearest.Length > Count / ScanShare)
        {
            return _exact.FindNearest(query, nearest);
        }

        LshSearch search = _searches.TryDequeue(out LshSearch? free) ? free : new LshSearch(_table, _hashes, _tables);
        int found = search.FindNearest(query, _sets.AsSpan(0, Math.Min(probes, _sets.Length)), nearest);
        _searches.Enqueue(search);
        return found == nearest.Length || found == _table.PresentCount ? found : _exact.FindNearest(query, nearest);
    }

    /// <summary>
    /// <see cref="WidthFactor"/> times the median distance between a vector, taken as a query, and its tenth neighbour: near ones then fall into the same interval four
    /// times out of five.
    /// </summary>
    private static double WidthFor(EmbeddingTable table, int[] rows, float[] lengths, float longest)
    {
        var exact = new ExactIndex(table);
        var nearest = new Candidate[WidthNeighbors + 1];
        var distances = new List<double>();
        int step = Math.Max(1, rows.Length / WidthSamples);
        for (int i = 0; i < rows.Length; i += step)
        {
            int found = exact.FindNearest(table.Row(rows[i]), nearest);
            double product = nearest[found - 1].Score / ((double)lengths[i] * longest);
            distances.Add(Math.Sqrt(Math.Max(0, 2 - (2 * product))));
        }

        distances.Sort();
        double median = distances.Count == 0 ? 1 : distances[distances.Count / 2];
        return Math.Max(LeastWidth, WidthFactor * median);
    }
}
