using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Benchmarks.Embeddings;

/// <summary>Exact nearest neighbours over the sizes that we meet: our sample and the 1,000 films of the original, MovieLens 1M, MovieLens 20M.</summary>
[MemoryDiagnoser]
public class FindNearestBenchmark
{
    private EmbeddingTable _table = new([], [], 1);
    private float[] _query = [];
    private Candidate[] _nearest = [];

    [Params(1_000, 3_706, 27_000)]
    public int Count { get; set; }

    [Params(10, 200)]
    public int K { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        const int Dimension = 64;
        var random = new Random(42);
        float[] values = [.. Enumerable.Range(0, Count * Dimension).Select(_ => random.NextSingle() - 0.5f)];
        _table = new EmbeddingTable([.. Enumerable.Range(1, Count)], values, Dimension);
        _query = values[..Dimension];
        _nearest = new Candidate[K];
    }

    [Benchmark(Baseline = true)]
    public int A_call_for_each_row_and_a_sort()
    {
        var all = new Candidate[_table.Count];
        for (int row = 0; row < all.Length; row++)
        {
            all[row] = new Candidate(row, TensorPrimitives.Dot(_query, _table.Row(row)));
        }

        Array.Sort(all, Candidate.CompareBestFirst);
        all.AsSpan(0, K).CopyTo(_nearest);
        return K;
    }

    [Benchmark]
    public int FindNearest() => new ExactIndex(_table).FindNearest(_query, _nearest);
}
