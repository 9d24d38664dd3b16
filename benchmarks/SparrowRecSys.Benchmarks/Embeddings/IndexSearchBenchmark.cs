using BenchmarkDotNet.Attributes;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Indexes;

namespace SparrowRecSys.Benchmarks.Embeddings;

/// <summary>The ten nearest vectors by each kind of index with its default options; <c>sparrow index bench</c> says what they find.</summary>
[MemoryDiagnoser]
public class IndexSearchBenchmark
{
    private const int Dimension = 64;
    private const int Queries = 256;

    private readonly Candidate[] _nearest = new Candidate[10];
    private float[] _queries = [];
    private IVectorIndex _index = new ExactIndex(new EmbeddingTable([], [], Dimension));
    private int _next;

    [Params(27_000, 200_000)]
    public int Count { get; set; }

    [Params(VectorIndexes.Exact, VectorIndexes.Hnsw, VectorIndexes.Lsh)]
    public string Kind { get; set; } = VectorIndexes.Exact;

    [GlobalSetup]
    public void Setup()
    {
        IndexBenchData data = IndexBenchData.Generate(Count, Dimension, Queries, perCluster: 20, spread: 0.6, seed: 1);
        _queries = data.Queries;
        _index = VectorIndexes.Create(data.Table, new VectorIndexOptions { Kind = Kind });
    }

    /// <summary>Another query each time: the same one would find everything in the cache.</summary>
    [Benchmark]
    public int FindNearest()
    {
        _next = (_next + 1) % Queries;
        return _index.FindNearest(_queries.AsSpan(_next * Dimension, Dimension), _nearest);
    }
}
