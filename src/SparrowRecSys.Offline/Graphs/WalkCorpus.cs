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
        Visit(
            nodes =>
            {
                TotalLength += nodes.Length;
                foreach (int node in nodes)
                {
                    _counts[node]++;
                }
            },
            cancellation);
    }

    public int Count { get; }

    public int ItemCount => _walks.Graph.NodeCount;

    public long TotalLength { get; private set; }

    public int LongestSequence { get; }

    public ReadOnlySpan<int> Counts => _counts;

    public ReadOnlySpan<int> Read(int sequence, Span<int> buffer)
    {
        (int start, FastRandom random) = Begin(sequence);
        Span<int> walk = buffer[..LongestSequence];
        return walk[.._walks.Walk(start, walk, ref random)];
    }

    /// <summary>Shows all walks once, in no certain order; faster than reading each.</summary>
    public void Visit(WalkLanes.WalkVisitor visit, CancellationToken cancellation) => new WalkLanes(_walks, LongestSequence).Run(Count, Begin, visit, cancellation);

    private (int Start, FastRandom Random) Begin(int walk) => (walk % ItemCount, new FastRandom(new FastRandom(_seed + (ulong)walk).Next()));
}
