using System.CommandLine;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>--index</c> of the commands that publish retrieval models: which index is saved beside the vectors.</summary>
internal static class IndexOption
{
    public static readonly Option<string> Kind = new("--index")
    {
        Description = $"Index to save beside the vectors: {VectorIndexes.Hnsw}; {VectorIndexes.Exact}, which has none; {VectorIndexes.Auto}, hnsw from {new VectorIndexOptions().ExactBelow:N0} vectors on.",
        DefaultValueFactory = _ => VectorIndexes.Auto,
    };

    /// <summary>The server's default options, but for the kind.</summary>
    /// <exception cref="UsageException">The kind is none that can be saved.</exception>
    public static VectorIndexOptions Read(ParseResult parsed) => parsed.GetRequiredValue(Kind) is VectorIndexes.Auto or VectorIndexes.Exact or VectorIndexes.Hnsw
        ? new VectorIndexOptions { Kind = parsed.GetRequiredValue(Kind) }
        : throw new UsageException(
            $"{Kind.Name}: found {parsed.GetRequiredValue(Kind)}, allowed are {VectorIndexes.Auto}, {VectorIndexes.Exact} and {VectorIndexes.Hnsw}.");
}
