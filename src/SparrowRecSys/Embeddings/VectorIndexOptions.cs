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
}
