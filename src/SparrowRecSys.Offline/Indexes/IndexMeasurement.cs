using System.Diagnostics;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Offline.Indexes;

/// <summary>How an index did with one setting of its search.</summary>
/// <param name="Kind">As in <see cref="VectorIndexes"/>.</param>
/// <param name="Setting">Such as <c>ef 96</c>; empty where there is none.</param>
/// <param name="Recall">Share of the k truly nearest that it found, mean over the queries.</param>
/// <param name="P50">Microseconds that half of the searches took at most.</param>
/// <param name="P99">Microseconds that 99 % of the searches took at most.</param>
/// <param name="BuildSeconds">Time to build the index.</param>
/// <param name="IndexBytes">Memory of the index beside the vectors.</param>
internal sealed record IndexMeasurement(string Kind, string Setting, double Recall, double P50, double P99, double BuildSeconds, long IndexBytes);

/// <summary>Measures indexes on the same vectors and queries, one search at a time on one thread.</summary>
/// <param name="data">Vectors and queries.</param>
/// <param name="k">Nearest vectors that a search looks for.</param>
internal sealed class IndexBench(IndexBenchData data, int k)
{
    private delegate int Search(ReadOnlySpan<float> query, Span<Candidate> nearest);

    private readonly int _dimension = data.Table.Dimension;
    private readonly HashSet<int>[] _truth = FindTruth(data, k);

    public IndexMeasurement MeasureExact() => Measure(VectorIndexes.Exact, "", new ExactIndex(data.Table).FindNearest, 0, 0);

    /// <summary>One row for each size of the pool.</summary>
    public IEnumerable<IndexMeasurement> MeasureHnsw(HnswOptions options, IReadOnlyList<int> efs, int threads, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        HnswIndex index = HnswIndex.Build(data.Table, options, threads, cancellation);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        foreach (int ef in efs)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Measure(VectorIndexes.Hnsw, $"ef {ef}", (query, nearest) => index.FindNearest(query, nearest, ef), seconds, index.MemoryBytes);
        }
    }

    /// <summary>One row for each number of probes.</summary>
    public IEnumerable<IndexMeasurement> MeasureLsh(LshOptions options, IReadOnlyList<int> probes, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        LshIndex index = LshIndex.Build(data.Table, options with { Probes = probes.Max() });
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        foreach (int count in probes)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Measure(VectorIndexes.Lsh, $"probes {count}", (query, nearest) => index.FindNearest(query, nearest, count), seconds, index.MemoryBytes);
        }
    }

    private static HashSet<int>[] FindTruth(IndexBenchData data, int k)
    {
        var exact = new ExactIndex(data.Table);
        var nearest = new Candidate[k];
        var truth = new HashSet<int>[data.Queries.Length / data.Table.Dimension];
        for (int i = 0; i < truth.Length; i++)
        {
            int found = exact.FindNearest(data.Queries.AsSpan(i * data.Table.Dimension, data.Table.Dimension), nearest);
            truth[i] = [.. nearest[..found].Select(candidate => candidate.MovieRow)];
        }

        return truth;
    }

    /// <summary>All queries twice: the first round, which warms code and caches, gives the recall, the second one the times.</summary>
    private IndexMeasurement Measure(string kind, string setting, Search search, double buildSeconds, long bytes)
    {
        var nearest = new Candidate[k];
        double recall = 0;
        for (int i = 0; i < _truth.Length; i++)
        {
            int found = search(Query(i), nearest);
            recall += nearest.Take(found).Count(candidate => _truth[i].Contains(candidate.MovieRow)) / (double)_truth[i].Count;
        }

        double[] micros = new double[_truth.Length];
        for (int i = 0; i < _truth.Length; i++)
        {
            long started = Stopwatch.GetTimestamp();
            search(Query(i), nearest);
            micros[i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }

        Array.Sort(micros);
        return new IndexMeasurement(
            kind, setting, recall / _truth.Length, micros[micros.Length / 2], micros[(int)(micros.Length * 0.99)], buildSeconds, bytes);
    }

    private ReadOnlySpan<float> Query(int number) => data.Queries.AsSpan(number * _dimension, _dimension);
}
