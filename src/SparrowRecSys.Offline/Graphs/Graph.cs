using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>
/// A weighted graph in compressed rows: the edges of a node lie side by side, their targets ascending. An undirected edge is there twice, once
/// from each end. Memory is O(edges): at most 22 bytes for each direction of an edge (10 without
/// weights) and 8 for each node. Immutable, thread-safe.
/// </summary>
internal sealed class Graph
{
    private const int LineInts = 16; // of a cache line
    private const int ScanLength = 64; // ints that are compared faster than a search halves them

    private readonly int[] _offsets; // (N + 1)
    private readonly int[] _targets; // (E), ascending within a node
    private readonly float[] _weights; // (E)
    private readonly float[] _strengths; // (N), sums of the weights
    private readonly AlignedMemory<AliasSlot> _slots; // (E), by node; none where all weights are 1
    private readonly EdgeFilter _filter;

    private Graph(int[] offsets, int[] targets, float[] weights, bool isDirected, bool isWeighted)
    {
        (_offsets, _targets, _weights, IsDirected) = (offsets, targets, weights, isDirected);
        _strengths = new float[offsets.Length - 1];
        _slots = new AlignedMemory<AliasSlot>(isWeighted ? targets.Length : 0);
        EdgeCount = isDirected ? targets.Length : (targets.Length + CountLoops()) / 2;
        _filter = new EdgeFilter(EdgeCount, isDirected);
        var builder = new AliasBuilder();
        for (int node = 0; node < NodeCount; node++)
        {
            Range edges = offsets[node]..offsets[node + 1];
            _strengths[node] = isWeighted ? (float)builder.Build(targets.AsSpan(edges), weights.AsSpan(edges), _slots.Span[edges]) : DegreeOf(node);
            foreach (int target in targets.AsSpan(edges))
            {
                _filter.Add(node, target);
            }
        }
    }

    /// <summary>N.</summary>
    public int NodeCount => _offsets.Length - 1;

    /// <summary>E: directions of edges, so an undirected edge between two nodes counts twice.</summary>
    public int ArcCount => _targets.Length;

    /// <summary>Edges; an undirected one counts once.</summary>
    public int EdgeCount { get; }

    /// <summary>Whether an edge leads from its source to its target only.</summary>
    public bool IsDirected { get; }

    /// <summary>Builds the rows by two counting sorts, in O(N + E).</summary>
    /// <param name="nodeCount">N.</param>
    /// <param name="edges">In any order. Edges between the same nodes become one.</param>
    /// <param name="isDirected">If not, each edge leads back too; one from a node to itself is there once.</param>
    /// <param name="isWeighted">Whether weights count, and add up where edges become one; if not, each edge weighs 1.</param>
    /// <exception cref="InvalidDataException">There are more edges than an array holds.</exception>
    public static Graph Build(int nodeCount, List<GraphEdge> edges, bool isDirected, bool isWeighted)
    {
        long directions = isDirected ? edges.Count : edges.Sum(edge => edge.Source == edge.Target ? 1L : 2L);
        if (directions > Array.MaxLength)
        {
            throw new InvalidDataException($"Found {edges.Count:N0} edges, expected at most {Array.MaxLength / (isDirected ? 1 : 2):N0}.");
        }

        GraphEdge[] all = new GraphEdge[directions];
        int count = 0;
        foreach (GraphEdge edge in edges)
        {
            all[count++] = edge;
            if (!isDirected && edge.Source != edge.Target)
            {
                all[count++] = new GraphEdge(edge.Target, edge.Source, edge.Weight);
            }
        }

        GraphEdge[] sorted = Sort(Sort(all, nodeCount, edge => edge.Target), nodeCount, edge => edge.Source);
        return Merge(nodeCount, sorted, isDirected, isWeighted);
    }

    /// <summary>Edges that lead away from a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int DegreeOf(int node) => _offsets[node + 1] - _offsets[node];

    /// <summary>Where a node's edges lead, ascending.</summary>
    public ReadOnlySpan<int> TargetsOf(int node) => _targets.AsSpan(_offsets[node].._offsets[node + 1]);

    /// <summary>The weights of these edges, above 0.</summary>
    public ReadOnlySpan<float> WeightsOf(int node) => _weights.AsSpan(_offsets[node].._offsets[node + 1]);

    /// <summary>Sum of these weights.</summary>
    public float StrengthOf(int node) => _strengths[node];

    /// <summary>A node's alias table, a slot for each edge; empty where all weights are 1.</summary>
    public ReadOnlySpan<AliasSlot> SlotsOf(int node) => _slots.Length == 0 ? [] : _slots.Span[_offsets[node].._offsets[node + 1]];

    /// <summary>A neighbour, drawn in proportion to the weights; constant time.</summary>
    /// <param name="node">Has at least one edge.</param>
    /// <param name="random">One number is taken from it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int DrawNeighbor(int node, ref FastRandom random)
    {
        ulong bits = random.Next();
        return NeighborOf(SlotOf(node, bits), bits);
    }

    /// <summary>The slot of a node's alias table that a random number leads to; each is as likely.</summary>
    /// <param name="node">Has at least one edge.</param>
    /// <param name="bits">64 random bits; the upper half is used.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SlotOf(int node, ulong bits)
    {
        ref int offset = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_offsets), node);
        int degree = Unsafe.Add(ref offset, 1) - offset;
        return offset + (int)(((bits >> 32) * (ulong)degree) >> 32);
    }

    /// <summary>Asks for the memory of a slot, so that <see cref="NeighborOf"/> need not wait for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchSlot(int slot)
    {
        if (_slots.Length == 0)
        {
            Prefetch.Line(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_targets), slot));
        }
        else
        {
            Prefetch.Line(ref Unsafe.Add(ref _slots.Start, slot));
        }
    }

    /// <summary>The neighbour that the lower half of a random number chooses in a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NeighborOf(int slot, ulong bits)
    {
        if (_slots.Length == 0)
        {
            return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_targets), slot);
        }

        ref AliasSlot drawn = ref Unsafe.Add(ref _slots.Start, slot);
        return Mask.Choose(Mask.Of((uint)bits <= drawn.Threshold), drawn.Target, drawn.Alias);
    }

    /// <summary>Whether a neighbour that was drawn is the alias of its slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAlias(int slot, int neighbor) => _slots.Length != 0 && Unsafe.Add(ref _slots.Start, slot).Target != neighbor;

    /// <summary>False: no edge leads from one node to another. True: <see cref="HasEdge"/> knows. One access to memory; any integer is allowed as a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHaveEdge(int source, int target) => _filter.MayContain(_filter.Hash(source, target));

    /// <summary>The same in two parts: asks for the memory, and returns what <see cref="MayHaveEdge(ulong)"/> needs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong PrefetchEdge(int source, int target) => _filter.Prefetched(_filter.Hash(source, target));

    /// <inheritdoc cref="MayHaveEdge(int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHaveEdge(ulong hash) => _filter.MayContain(hash);

    /// <summary>
    /// Whether an edge leads from one node to another. Looks from the end with fewer edges where the graph has both directions: by halving, without a branch that
    /// could be predicted wrongly, and then at all that are left at once.
    /// </summary>
    public bool HasEdge(int source, int target)
    {
        bool turns = TurnsSearch(source, target);
        (int from, int to) = turns ? (target, source) : (source, target);
        int start = _offsets[from];
        int length = _offsets[from + 1] - start;
        ReadOnlySpan<int> targets = _targets;
        while (length > ScanLength)
        {
            int half = length >> 1;
            start += half & Mask.Of(targets[start + half] <= to);
            length -= half;
        }

        return targets.Slice(start, length).Contains(to);
    }

    /// <summary>Asks for the memory that <see cref="HasEdge"/> reads first.</summary>
    public void PrefetchSearch(int source, int target)
    {
        int from = TurnsSearch(source, target) ? target : source;
        int start = _offsets[from];
        int length = _offsets[from + 1] - start;
        int first = length > ScanLength ? length >> 1 : 0;
        int last = length > ScanLength ? first : length - 1;
        for (int i = first; i <= last; i += LineInts)
        {
            Prefetch.Line(ref _targets[start + i]);
        }
    }

    private bool TurnsSearch(int source, int target) => !IsDirected && DegreeOf(target) < DegreeOf(source);

    private int CountLoops() => Enumerable.Range(0, NodeCount).Count(node => HasEdge(node, node));

    private static GraphEdge[] Sort(GraphEdge[] edges, int nodeCount, Func<GraphEdge, int> nodeOf)
    {
        int[] ends = new int[nodeCount + 1];
        foreach (GraphEdge edge in edges)
        {
            ends[nodeOf(edge) + 1]++;
        }

        for (int node = 0; node < nodeCount; node++)
        {
            ends[node + 1] += ends[node];
        }

        GraphEdge[] sorted = new GraphEdge[edges.Length];
        foreach (GraphEdge edge in edges)
        {
            sorted[ends[nodeOf(edge)]++] = edge;
        }

        return sorted;
    }

    private static Graph Merge(int nodeCount, GraphEdge[] sorted, bool isDirected, bool isWeighted)
    {
        int[] offsets = new int[nodeCount + 1];
        int count = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && sorted[count - 1].Source == sorted[i].Source && sorted[count - 1].Target == sorted[i].Target)
            {
                sorted[count - 1] = sorted[count - 1] with { Weight = sorted[count - 1].Weight + sorted[i].Weight };
                continue;
            }

            sorted[count++] = sorted[i];
            offsets[sorted[i].Source + 1]++;
        }

        for (int node = 0; node < nodeCount; node++)
        {
            offsets[node + 1] += offsets[node];
        }

        int[] targets = new int[count];
        float[] weights = new float[count];
        for (int i = 0; i < count; i++)
        {
            (targets[i], weights[i]) = (sorted[i].Target, isWeighted ? sorted[i].Weight : 1);
        }

        return new Graph(offsets, targets, weights, isDirected, isWeighted);
    }
}
