namespace SparrowRecSys.Embeddings;

/// <summary>How an index by locality-sensitive hashing is built and searched.</summary>
public sealed record LshOptions
{
    /// <summary>Hash functions in a table, at most.</summary>
    public const int MostHashes = 32;

    /// <summary>Tables, 1 or more: a vector is found when it shares a bucket with the query in one of them. Memory grows with it: 8 bytes a vector and more. Default 8.</summary>
    public int Tables { get; init; } = 8;

    /// <summary>Hash functions in a table, 1 to <see cref="MostHashes"/>: in a bucket all of them agree. More make buckets smaller. Default 16.</summary>
    public int Hashes { get; init; } = 16;

    /// <summary>
    /// Width w of the intervals into which a projection is cut, in units of the length of the longest vector. Default 0: from the distances between neighbours in the data.
    /// </summary>
    public double BucketWidth { get; init; }

    /// <summary>Buckets looked into in each table, 1 or more: its own and those nearest to the query. Searches take that much longer, and recall grows. Default 64.</summary>
    public int Probes { get; init; } = 64;

    /// <summary>Draws the directions. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
