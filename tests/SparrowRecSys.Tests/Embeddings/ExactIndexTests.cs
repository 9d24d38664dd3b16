using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Tests.Embeddings;

public sealed class ExactIndexTests : VectorIndexContract
{
    protected override IVectorIndex Create(EmbeddingTable table) => new ExactIndex(table);
}
