using System.Runtime.CompilerServices;
using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>
/// A weighted graph in compressed rows: the edges of a node lie side by side, their targets ascending. An undirected edge is there twice, once
/// from each end. Memory is O(edges): at most 22 bytes for each direction of an edge (10 without
/// weights) and 8 for each node. Immutable, thread-safe.
/// </summary>
internal sealed class Graph
{
    private readonly int[] _offsets; // (N + 1)
    private readonly int[] _targets; // (E), ascending within a node
    private readonly float[] _weights; // (E)
    private readonly float[] _strengths; // (N), sums of the weights
    private readonly AliasSlot[] _slots; // (E), by node; none where all weights are 1
    private readonly EdgeFilter _filter;

    private Graph(int[] offsets, int[] targets, float[] weights, bool isDirected, bool isWeighted)
    {
        (_offsets, _targets, _weights, IsDirected) = (offsets, targets, weights, isDirected);
        _strengths = new float[offsets.Length - 1];
        _slots = isWeighted ? new AliasSlot[targets.Length] : [];
        EdgeCount = isDirected ? targets.Length : (targets.Length + CountLoops()) / 2;
        _filter = new EdgeFilter(EdgeCount, isDirected);
        var builder = new AliasBuilder();
        for (int node = 0; node < NodeCount; node++)
        {
            Range edges = offsets[node]..offsets[node + 1];
            _strengths[node] = isWeighted ? (float)builder.Build(targets.AsSpan(edges), weights.AsSpan(edges), _slots.AsSpan(edges)) : DegreeOf(node);
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

    /// <summary>A neighbour, drawn in proportion to the weights; constant time.</summary>
    /// <param name="node">Has at least one edge.</param>
    /// <param name="random">One number is taken from it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int DrawNeighbor(int node, ref FastRandom random)
    {
        ulong bits = random.Next();
        int start = _offsets[node];
        int degree = _offsets[node + 1] - start;
        int edge = start + (int)(((bits >> 32) * (ulong)degree) >> 32);
        if (_slots.Length == 0)
        {
            return _targets[edge];
        }

        AliasSlot slot = _slots[edge];
        return Mask.Choose(Mask.Of((uint)bits <= slot.Threshold), slot.Target, slot.Alias);
    }

    /// <summary>False: no edge leads from one node to another. True: <see cref="HasEdge"/> knows. One access to memory; any integer is allowed as a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHaveEdge(int source, int target) => _filter.MayContain(source, target);

    /// <summary>Whether an edge leads from one node to another. By binary search, from the end with fewer edges where the graph has both directions.</summary>
    public bool HasEdge(int source, int target) => !IsDirected && DegreeOf(target) < DegreeOf(source)
        ? FindEdge(target, source) >= 0
        : FindEdge(source, target) >= 0;

    /// <summary>The edge's share of the weights of all edges that lead away from its source; 0 where there is no such edge.</summary>
    public float ShareOf(int source, int target) => FindEdge(source, target) is var edge and >= 0 ? _weights[edge] / _strengths[source] : 0;

    /// <summary>Position of an edge, or -1. The loop has no branch that depends on what is searched, so that it is never predicted wrongly.</summary>
    private int FindEdge(int source, int target)
    {
        int start = _offsets[source];
        int length = _offsets[source + 1] - start;
        ReadOnlySpan<int> targets = _targets;
        while (length > 1)
        {
            int half = length >> 1;
            start += half & Mask.Of(targets[start + half] <= target);
            length -= half;
        }

        return length == 1 && targets[start] == target ? start : -1;
    }

    private int CountLoops() => Enumerable.Range(0, NodeCount).Count(node => FindEdge(node, node) >= 0);

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
