namespace SparrowRecSys.Embeddings;

/// <summary>Makes the index that suits a table.</summary>
public static class VectorIndexes
{
    /// <summary>An index over a table by the options' kind.</summary>
    public static IVectorIndex Create(EmbeddingTable table, VectorIndexOptions options) => new ExactIndex(table);
}
