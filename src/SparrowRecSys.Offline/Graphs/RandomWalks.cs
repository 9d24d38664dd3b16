using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>
/// Walks on a graph: of first order (DeepWalk, Perozzi et al. 2014), where the next node depends on the weights w alone, or of second order
/// (node2vec, Grover and Leskovec 2016), where it is drawn in proportion to α·w, and α depends on the node before: 1/p for going back to it, 1
/// for its neighbours, 1/q for all others. A walk ends early at a node from which no edge leads. Immutable, thread-safe.
/// </summary>
/// <remarks>
/// Second-order steps are drawn by rejection: a first-order candidate by its node's alias table, kept with probability α / bound. Memory stays
/// O(edges).
/// </remarks>
internal sealed class RandomWalks
{
    /// <param name="graph">At least one node.</param>
    /// <param name="p">Return parameter, above 0: the larger, the more seldom a walk goes back at once.</param>
    /// <param name="q">In-out parameter, above 0: above 1 a walk stays near, below 1 it goes away.</param>
    public RandomWalks(Graph graph, double p = 1, double q = 1)
    {
        (Graph, Bias) = (graph, new WalkBias(p, q));
        Shares = Bias.BackBeyond > 0 ? new EdgeShares(graph) : null;
    }

    /// <summary>Where it walks.</summary>
    public Graph Graph { get; }

    /// <summary>What p and q make of a candidate.</summary>
    public WalkBias Bias { get; }

    /// <summary>Where the way back is drawn apart, what it weighs; else null.</summary>
    public EdgeShares? Shares { get; }

    /// <summary>One walk. Returns its length in nodes, at least 1. Many at once are faster: <see cref="WalkLanes"/>.</summary>
    /// <param name="start">The first node.</param>
    /// <param name="walk">Filled from the front; its length is the longest that a walk may be, at least 1.</param>
    /// <param name="random">Where every choice comes from.</param>
    public int Walk(int start, Span<int> walk, ref FastRandom random)
    {
        FastRandom own = random; // a copy stays in a register
        EdgeShare share = default;
        walk[0] = start;
        int length = 1;
        while (length < walk.Length && Graph.DegreeOf(walk[length - 1]) > 0)
        {
            int node = walk[length - 1];
            walk[length] = Bias.IsFlat ? Graph.DrawNeighbor(node, ref own) : Step(length == 1 ? -1 : walk[length - 2], node, ref share, ref own);
            length++;
        }

        random = own;
        return length;
    }

    private int Step(int previous, int node, ref EdgeShare share, ref FastRandom random)
    {
        float beyond = Bias.ShareBeyond(share.Back);
        while (true)
        {
            ulong choice = random.Next();
            int slot = Graph.SlotOf(node, choice);
            int candidate = Graph.NeighborOf(slot, choice);
            ulong bits = random.Next();
            if (WalkBias.IsBeyond(bits, beyond))
            {
                share = share.Turned;
                return previous;
            }

            if (Bias.Keeps(Graph, previous, candidate, (uint)bits, Graph.MayHaveEdge(previous, candidate)))
            {
                share = Shares?.Of(slot, Graph.IsAlias(slot, candidate)) ?? default;
                return candidate;
            }
        }
    }
}
