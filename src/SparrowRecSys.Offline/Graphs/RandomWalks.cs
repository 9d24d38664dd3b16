using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>
/// Walks on a graph: of first order (DeepWalk, Perozzi et al. 2014), where the next node depends on the weights w alone, or of second order
/// (node2vec, Grover and Leskovec 2016), where it is drawn in proportion to α·w, and α depends on the node before: 1/p for going back to it, 1
/// for its neighbours, 1/q for all others. A walk ends early at a node from which no edge leads. Immutable, thread-safe.
/// </summary>
/// <remarks>
/// Second-order steps are drawn by rejection: a first-order candidate by its node's alias table, kept with probability α / max(1, 1/q). No table is
/// kept for any pair of nodes, so memory stays O(edges). Where 1/p is larger than max(1, 1/q) it is not taken as the bound, for then nearly every
/// other candidate would be refused; the way back is instead drawn apart, with what it has beyond the bound (as in KnightKing, Yang et al. 2019).
/// </remarks>
internal sealed class RandomWalks
{
    private readonly float _bound; // max(1, 1/q)
    private readonly float _sure; // a candidate with a height below is kept, whether it is a neighbour of the node before or not
    private readonly float _backHeight; // min(1/p, bound)
    private readonly float _backBeyond; // what 1/p has beyond the bound, or 0
    private readonly bool _nearIsHigher; // 1 > 1/q
    private readonly bool _firstOrder;

    /// <param name="graph">The graph.</param>
    /// <param name="p">Return parameter, above 0: the larger, the more seldom a walk goes back at once.</param>
    /// <param name="q">In-out parameter, above 0: above 1 a walk stays near, below 1 it goes away.</param>
    public RandomWalks(Graph graph, double p = 1, double q = 1)
    {
        Graph = graph;
        _bound = (float)Math.Max(1, 1 / q);
        _sure = (float)Math.Min(1, 1 / q);
        _backHeight = (float)Math.Min(1 / p, _bound);
        _backBeyond = (float)Math.Max(0, (1 / p) - _bound);
        _nearIsHigher = q > 1;
        _firstOrder = p == 1 && q == 1;
    }

    /// <summary>Where it walks.</summary>
    public Graph Graph { get; }

    /// <summary>One walk. Returns its length in nodes, at least 1.</summary>
    /// <param name="start">The first node.</param>
    /// <param name="walk">Filled from the front; its length is the longest that a walk may be, at least 1.</param>
    /// <param name="random">Where every choice comes from.</param>
    public int Walk(int start, Span<int> walk, ref FastRandom random)
    {
        FastRandom own = random; // a copy stays in a register
        walk[0] = start;
        int length = 1;
        while (length < walk.Length && Graph.DegreeOf(walk[length - 1]) > 0)
        {
            int node = walk[length - 1];
            walk[length] = _firstOrder || length == 1 ? Graph.DrawNeighbor(node, ref own) : Step(walk[length - 2], node, ref own);
            length++;
        }

        random = own;
        return length;
    }

    /// <summary>The node after <paramref name="node"/>, to which the walk came from <paramref name="previous"/>.</summary>
    private int Step(int previous, int node, ref FastRandom random)
    {
        float beyond = _backBeyond > 0 ? _backBeyond * Graph.ShareOf(node, previous) : 0;
        while (true)
        {
            if (beyond > 0 && random.NextFloat() * (_bound + beyond) >= _bound)
            {
                return previous;
            }

            int candidate = Graph.DrawNeighbor(node, ref random);
            float height = random.NextFloat() * _bound;
            bool kept = candidate == previous ? height < _backHeight
                : height < _sure || Graph.HasEdge(previous, candidate) == _nearIsHigher;
            if (kept)
            {
                return candidate;
            }
        }
    }
}
