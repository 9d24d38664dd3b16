namespace SparrowRecSys.Embeddings;

/// <summary>Makes the index that suits a table.</summary>
public static class VectorIndexes
{
    public const string Auto = "auto";
    public const string Exact = "exact";
    public const string Hnsw = "hnsw";
    public const string Lsh = "lsh";

    /// <summary>The kind of index that options mean for a table: never <see cref="Auto"/>.</summary>
    public static string KindFor(EmbeddingTable table, VectorIndexOptions options) =>
        options.Kind != Auto ? options.Kind : table.PresentCount < options.ExactBelow ? Exact : Hnsw;

    /// <summary>An index over a table by the options' kind. HNSW is built by all processors.</summary>
    /// <exception cref="ArgumentException">The kind is unknown.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while HNSW was built.</exception>
    public static IVectorIndex Create(EmbeddingTable table, VectorIndexOptions options, CancellationToken cancellation = default) => KindFor(table, options) switch
    {
        Exact => new ExactIndex(table),
        Hnsw => HnswIndex.Build(table, options.ToHnsw(), Environment.ProcessorCount, cancellation),
        Lsh => LshIndex.Build(table, options.ToLsh()),
        _ => throw new ArgumentException($"Unknown kind of index '{options.Kind}', expected {Auto}, {Exact}, {Hnsw} or {Lsh}.", nameof(options)),
    };
}
