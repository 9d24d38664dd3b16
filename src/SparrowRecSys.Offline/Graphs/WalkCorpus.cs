using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>
/// Walks as sequences for skip-gram: so many from each node. They are not kept: each is walked again whenever it is read, from a seed of its own,
/// which costs a few per cent of what learning from it does, and no memory. Immutable, thread-safe.
/// </summary>
internal sealed class WalkCorpus : ISkipGramCorpus
{
    private readonly RandomWalks _walks;
    private readonly ulong _seed;
    private readonly int[] _counts; // (N)

    /// <summary>Walks once to count.</summary>
    /// <param name="walks">At least one node.</param>
    /// <param name="walksPerNode">Walks that start at each node.</param>
    /// <param name="walkLength">Nodes of a walk, at most.</param>
    /// <param name="seed">Of all walks.</param>
    /// <param name="cancellation">Asked between walks.</param>
    /// <exception cref="InvalidDataException">There would be too many walks.</exception>
    public WalkCorpus(RandomWalks walks, int walksPerNode, int walkLength, int seed, CancellationToken cancellation = default)
    {
        long count = (long)walks.Graph.NodeCount * walksPerNode;
        Count = count <= Array.MaxLength
            ? (int)count
            : throw new InvalidDataException($"Found {walks.Graph.NodeCount:N0} nodes, expected at most {Array.MaxLength / walksPerNode:N0} with {walksPerNode} walks from each.");
        (_walks, LongestSequence, _seed) = (walks, walkLength, new FastRandom((ulong)seed).Next());
        _counts = new int[walks.Graph.NodeCount];
        int[] buffer = new int[walkLength];
        for (int walk = 0; walk < Count; walk++)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<int> nodes = Read(walk, buffer);
            TotalLength += nodes.Length;
            foreach (int node in nodes)
            {
                _counts[node]++;
            }
        }
    }

    public int Count { get; }

    public int ItemCount => _walks.Graph.NodeCount;

    public long TotalLength { get; }

    public int LongestSequence { get; }

    public ReadOnlySpan<int> Counts => _counts;

    public ReadOnlySpan<int> Read(int sequence, Span<int> buffer)
    {
        var random = new FastRandom(new FastRandom(_seed + (ulong)sequence).Next());
        Span<int> walk = buffer[..LongestSequence];
        return walk[.._walks.Walk(sequence % ItemCount, walk, ref random)];
    }
}
