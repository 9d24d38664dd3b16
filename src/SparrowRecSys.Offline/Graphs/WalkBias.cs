using System.Runtime.CompilerServices;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>
/// The bias α of node2vec (Grover and Leskovec 2016, section 3.2) in the form that rejection sampling needs: a candidate is kept if a random
/// height below <see cref="Bound"/> lies below its α. Immutable.
/// </summary>
/// <remarks>
/// 1/p is not taken as the bound, for where it is larger than every other α nearly every other candidate would be refused; the way back is
/// drawn apart with what it has beyond the bound (as in KnightKing, Yang et al. 2019).
/// </remarks>
internal sealed class WalkBias
{
    private const double Scale = 1UL << 32; // heights are whole numbers below it: bound · Scale

    private readonly ulong _sure; // min(1, 1/q): below it lies every node but the one before
    private readonly ulong _highest; // max(1, 1/q)
    private readonly ulong _back; // 1/p, at most the bound
    private readonly bool _nearIsHigher; // 1 > 1/q

    /// <param name="p">Return parameter, above 0: the larger, the more seldom a walk goes back at once.</param>
    /// <param name="q">In-out parameter, above 0: above 1 a walk stays near, below 1 it goes away.</param>
    public WalkBias(double p, double q)
    {
        IsFlat = p == 1 && q == 1;
        _nearIsHigher = q > 1;
        double highest = Math.Max(1, 1 / q);
        Bound = highest;
        BackBeyond = Math.Max(0, (1 / p) - Bound);
        _sure = (ulong)(Math.Min(1, 1 / q) / Bound * Scale);
        _highest = (ulong)(highest / Bound * Scale);
        _back = (ulong)(Math.Min(1 / p, Bound) / Bound * Scale);
    }

    /// <summary>Whether α is always 1: the walk is of first order.</summary>
    public bool IsFlat { get; }

    /// <summary>No α of a candidate is larger.</summary>
    public double Bound { get; }

    /// <summary>What the α of the way back has beyond the bound, or 0.</summary>
    public double BackBeyond { get; }

    /// <summary>
    /// Probability that a try leads back by what the way back has beyond the bound: that part of its α·w is drawn apart from the candidates.
    /// </summary>
    /// <param name="shareBack">Share of the edge back in the weights of the present node, or 0 where there is none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ShareBeyond(float shareBack)
    {
        double beyond = BackBeyond * shareBack;
        return (float)(beyond / (Bound + beyond));
    }

    /// <summary>Whether the high half of 64 random bits lies in a share of all that it may be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBeyond(ulong bits, float share) => (int)(bits >> 40) < share * (1 << 24);

    /// <summary>Whether it depends on an edge from the node before to the candidate if that is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool DependsOnEdge(int previous, int candidate, uint height) =>
        (candidate != previous) & (height >= _sure) & (height < _highest) & (previous >= 0);

    /// <summary>Whether a candidate is kept.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="previous">The node before, or -1 at the first step, when all are kept.</param>
    /// <param name="candidate">A neighbour of the present node.</param>
    /// <param name="height">32 random bits: a height below the bound.</param>
    /// <param name="mayBeNear">False: it is known that no edge leads from the node before to the candidate.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Keeps(Graph graph, int previous, int candidate, uint height, bool mayBeNear)
    {
        bool isBack = candidate == previous;
        bool isSure = (height < _sure) | (previous < 0);
        bool isNear = (mayBeNear & DependsOnEdge(previous, candidate, height)) && graph.HasEdge(previous, candidate);
        bool isOther = isSure | ((height < _highest) & (isNear == _nearIsHigher));
        return (isBack & (height < _back)) | (!isBack & isOther);
    }
}
