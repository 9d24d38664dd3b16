using System.ComponentModel.DataAnnotations;

namespace SparrowRecSys.Embeddings;

/// <summary>Section <c>Index</c> of the configuration: how the nearest vectors are found.</summary>
public sealed class VectorIndexOptions
{
    public const string SectionName = "Index";

    /// <summary><c>exact</c>, <c>hnsw</c>, <c>lsh</c>, or <c>auto</c>: exact below <see cref="ExactBelow"/> vectors, else HNSW. Default <c>auto</c>.</summary>
    [AllowedValues("auto", "exact", "hnsw", "lsh")]
    public string Kind { get; set; } = "auto";

    /// <summary>Vectors below which <c>auto</c> compares them all. Default 20,000: an exact scan takes about 0.1 ms there.</summary>
    [Range(0, int.MaxValue)]
    public int ExactBelow { get; set; } = 20_000;

    /// <summary>HNSW: links that a vector gets on each layer, twice as many on layer 0: memory, building time and recall grow with it. Default 16.</summary>
    [Range(2, 256)]
    public int HnswM { get; set; } = 16;

    /// <summary>HNSW: nearest vectors looked for when one is linked: building takes that much longer, and recall grows. Default 200.</summary>
    [Range(1, 10_000)]
    public int EfConstruction { get; set; } = 200;

    /// <summary>HNSW: nearest vectors kept in a search: it takes that much longer, and recall grows. Default 96.</summary>
    [Range(1, 100_000)]
    public int EfSearch { get; set; } = 96;

    /// <summary>LSH: tables; memory and recall grow with them. Default 8.</summary>
    [Range(1, 256)]
    public int LshTables { get; set; } = 8;

    /// <summary>LSH: hash functions in a table; more make buckets smaller. Default 16.</summary>
    [Range(1, LshOptions.MostHashes)]
    public int LshHashes { get; set; } = 16;

    /// <summary>LSH: width of the intervals of a projection, in units of the longest vector. Default 0: from the distances between neighbours.</summary>
    [Range(0.0, 1000.0)]
    public double LshBucketWidth { get; set; }

    /// <summary>LSH: buckets looked into in each table: a search takes that much longer, and recall grows. Default 64.</summary>
    [Range(1, 100_000)]
    public int LshProbes { get; set; } = 64;

    /// <summary>The options of LSH among these.</summary>
    internal LshOptions ToLsh() => new() { Tables = LshTables, Hashes = LshHashes, BucketWidth = LshBucketWidth, Probes = LshProbes };

    /// <summary>The options of HNSW among these.</summary>
    internal HnswOptions ToHnsw() => new() { M = HnswM, EfConstruction = EfConstruction, EfSearch = EfSearch };
}
