using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>
/// What the edges of a graph weigh among those of either end, by the slots of the alias tables, so that a walk that has just drawn a slot reads it
/// without a search. 16 bytes for each direction of an edge. Immutable, thread-safe.
/// </summary>
internal sealed class EdgeShares
{
    private readonly AlignedMemory<SlotShares> _shares; // (E), by slot

    /// <summary>O(N + E), without a search: the edges that lead to a node come up in the same order as those that lead away from it.</summary>
    public EdgeShares(Graph graph)
    {
        _shares = new AlignedMemory<SlotShares>(graph.ArcCount);
        int[] next = new int[graph.NodeCount]; // first edge of each node whose target is not below the present source
        EdgeShare[] ofTarget = new EdgeShare[graph.NodeCount];
        int start = 0;
        for (int source = 0; source < graph.NodeCount; source++)
        {
            ReadOnlySpan<int> targets = graph.TargetsOf(source);
            ReadOnlySpan<float> weights = graph.WeightsOf(source);
            for (int i = 0; i < targets.Length; i++)
            {
                int target = targets[i];
                ofTarget[target] = new EdgeShare(WeightBack(graph, target, source, ref next[target]) / graph.StrengthOf(target), weights[i] / graph.StrengthOf(source));
            }

            ReadOnlySpan<AliasSlot> slots = graph.SlotsOf(source);
            for (int i = 0; i < targets.Length; i++)
            {
                _shares.Span[start + i] = new SlotShares(ofTarget[targets[i]], ofTarget[slots.IsEmpty ? targets[i] : slots[i].Alias]);
            }

            start += targets.Length;
        }
    }

    /// <summary>Shares of the edge to a neighbour that was drawn.</summary>
    /// <param name="slot">What was drawn.</param>
    /// <param name="isAlias">Whether the neighbour is the alias of the slot, and not its target.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EdgeShare Of(int slot, bool isAlias)
    {
        ref EdgeShare ofTarget = ref Unsafe.As<SlotShares, EdgeShare>(ref Unsafe.Add(ref _shares.Start, slot));
        return Unsafe.Add(ref ofTarget, Unsafe.BitCast<bool, byte>(isAlias));
    }

    /// <summary>Asks for the memory of a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchSlot(int slot) => Prefetch.Line(ref Unsafe.Add(ref _shares.Start, slot));

    private static float WeightBack(Graph graph, int target, int source, ref int next)
    {
        ReadOnlySpan<int> back = graph.TargetsOf(target);
        while (next < back.Length && back[next] < source)
        {
            next++;
        }

        return next < back.Length && back[next] == source ? graph.WeightsOf(target)[next] : 0;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct SlotShares(EdgeShare OfTarget, EdgeShare OfAlias);
}

/// <summary>Shares of the two directions of an edge, from 0 to 1.</summary>
/// <param name="Back">Of the direction back in all weights of the edge's target; 0 where no edge leads back.</param>
/// <param name="Forth">Of the direction forth in all weights of the edge's source.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct EdgeShare(float Back, float Forth)
{
    /// <summary>The same seen from the other end.</summary>
    public EdgeShare Turned => new(Forth, Back);
}
