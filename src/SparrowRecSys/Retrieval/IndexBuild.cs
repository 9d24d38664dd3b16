namespace SparrowRecSys.Retrieval;

/// <summary>How the HNSW indexes of a version were built; see <see cref="Embeddings.HnswOptions"/>.</summary>
/// <param name="M">Links of a vector on each layer.</param>
/// <param name="EfConstruction">Nearest vectors looked for when one was linked.</param>
public sealed record IndexBuild(int M, int EfConstruction);
