namespace SparrowRecSys.Embeddings;

/// <summary>How an HNSW graph is built and searched; names as in Malkov and Yashunin 2018.</summary>
public sealed record HnswOptions
{
    /// <summary>Links that a new vector gets on each layer; twice as many may lead from it on layer 0. At least 2. Default 16.</summary>
    public int M { get; init; } = 16;

    /// <summary>Nearest vectors looked for when one is added: building takes that much longer, and the graph is better. Default 200.</summary>
    public int EfConstruction { get; init; } = 200;

    /// <summary>Nearest vectors kept in a search: more are slower and miss less. Raised to the number that is wanted. Default 96.</summary>
    public int EfSearch { get; init; } = 96;

    /// <summary>Decides on how many layers each row appears. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
