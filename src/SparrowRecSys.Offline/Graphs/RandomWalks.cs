using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>
/// Walks on a graph: of first order (DeepWalk, Perozzi et al. 2014), where the next node depends on the weights w alone, or of second order
/// (node2vec, Grover and Leskovec 2016), where it is drawn in proportion to α·w, and α depends on the node before: 1/p for going back to it, 1
/// for its neighbours, 1/q for all others. A walk ends early at a node from which no edge leads. Immutable, thread-safe.
/// </summary>
/// <remarks>
/// Second-order steps are drawn by rejection: a first-order candidate by its node's alias table, kept with probability α / bound. No table is
/// kept for any pair of nodes, so memory stays O(edges).
/// </remarks>
internal sealed class RandomWalks(Graph graph, double p = 1, double q = 1)
{
    /// <summary>Where it walks.</summary>
    public Graph Graph { get; } = graph;

    /// <summary>What p and q make of a candidate.</summary>
    public WalkBias Bias { get; } = new(p, q);

    /// <summary>One walk. Returns its length in nodes, at least 1. Many at once are faster: <see cref="WalkLanes"/>.</summary>
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
            walk[length] = Bias.IsFlat ? Graph.DrawNeighbor(node, ref own) : Step(length == 1 ? -1 : walk[length - 2], node, ref own);
            length++;
        }

        random = own;
        return length;
    }

    /// <summary>
    /// Probability that a try leads back by what the way back has beyond the bound: that part of its α·w is drawn apart from the candidates.
    /// </summary>
    /// <param name="previous">The node before, or -1 at the first step.</param>
    /// <param name="node">The present node.</param>
    public float ShareBeyond(int previous, int node)
    {
        double beyond = Bias.BackBeyond > 0 && previous >= 0 ? Bias.BackBeyond * Graph.ShareOf(node, previous) : 0;
        return (float)(beyond / (Bias.Bound + beyond));
    }

    private int Step(int previous, int node, ref FastRandom random)
    {
        float beyond = ShareBeyond(previous, node);
        while (true)
        {
            int candidate = Graph.DrawNeighbor(node, ref random);
            ulong bits = random.Next();
            if (WalkBias.IsBeyond(bits, beyond))
            {
                return previous;
            }

            if (Bias.Keeps(Graph, previous, candidate, (uint)bits, Graph.MayHaveEdge(previous, candidate)))
            {
                return candidate;
            }
        }
    }
}
