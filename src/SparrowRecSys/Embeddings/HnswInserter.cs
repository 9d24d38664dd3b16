namespace SparrowRecSys.Embeddings;

/// <summary>Links new nodes into a graph. One object a thread; several may work on one graph when they share the locks.</summary>
/// <param name="m">M of the graph.</param>
/// <param name="efConstruction">Size of the pool when neighbours are looked for.</param>
/// <param name="locks">A power of two of them; that of a list's node is held while the list is changed.</param>
internal sealed class HnswInserter(int m, int efConstruction, Lock[] locks)
{
    private readonly HnswSearch _search = new(m);
    private readonly int[] _chosen = new int[2 * m];
    private readonly float[] _chosenScores = new float[2 * m];
    private readonly float[] _products = new float[4];
    private readonly int[] _listed = new int[(2 * m) + 1];
    private readonly float[] _scores = new float[(2 * m) + 1];
    private readonly ulong[] _entries = new ulong[(2 * m) + 1];
    private readonly int[] _neighbors = new int[(HnswMark.Layer + 1) * m]; // chosen for the new node, layer by layer
    private readonly int[] _neighborCounts = new int[HnswMark.Layer + 1];
    private readonly float[] _neighborScores = new float[(HnswMark.Layer + 1) * m];
    private int _chosenCount;

    /// <summary>Links a node whose vector, layer and upper lists are in place, and makes it findable.</summary>
    /// <param name="graph">Not empty.</param>
    /// <param name="node">Not yet linked.</param>
    /// <returns>False when the node became the twin of one with the same vector, so that no link leads to it.</returns>
    public bool Insert(HnswGraph graph, int node)
    {
        int layer = graph.LayerOf(node);
        ref float vector = ref graph.Vector(node);
        int top = Math.Min(layer, graph.Entry.Layer);
        _search.Descend(graph, ref vector, top);
        for (int at = top; at >= 0; at--)
        {
            _search.SearchLayer(graph, ref vector, at, efConstruction);
            Choose(graph, _search.Pool, m);
            _neighborCounts[at] = _chosenCount;
            for (int i = 0; i < _chosenCount; i++)
            {
                _neighbors[(at * m) + i] = _chosen[i];
                _neighborScores[(at * m) + i] = _chosenScores[i];
            }

            WriteList(graph.LinksOf(node, at), _chosen.AsSpan(0, _chosenCount));
        }

        if (FindEqual(graph, node) is var equal and >= 0)
        {
            AddTwin(graph, equal, node);
            return false;
        }

        // From below, so that whoever reaches the node on a layer finds its links on all layers under it.
        for (int at = 0; at <= top; at++)
        {
            for (int i = 0; i < _neighborCounts[at]; i++)
            {
                LinkBack(graph, _neighbors[(at * m) + i], at, node, _neighborScores[(at * m) + i]);
            }
        }

        return true;
    }

    /// <summary>A node of the pool with the same vector; -1 when there is none.</summary>
    private int FindEqual(HnswGraph graph, int node)
    {
        Span<float> square = _products.AsSpan(0, 1);
        RowProducts.OfChosen(ref graph.Vector(node), ref graph.Vectors.Start, graph.Dimension, [node], square);
        uint scoreBits = (uint)(HnswSearch.Pack(0, square[0]) >> 32);
        foreach (ulong entry in _search.Pool)
        {
            int other = HnswSearch.NodeOf(entry);
            if ((uint)(entry >> 32) == scoreBits && graph.VectorOf(node).SequenceEqual(graph.VectorOf(other)))
            {
                return other;
            }
        }

        return -1;
    }

    private void AddTwin(HnswGraph graph, int linked, int node)
    {
        lock (locks[linked & (locks.Length - 1)])
        {
            ref int first = ref graph.Twins.Span[linked];
            graph.Twins.Span[node] = first;
            Volatile.Write(ref first, node + 1);
        }

        graph.HasTwins = true;
    }

    /// <summary>
    /// Algorithm 4 of the paper: from the best to the worst, an entry is taken unless it is nearer to one that was taken than to the node in question. So
    /// links lead in all directions instead of all into the nearest cluster.
    /// </summary>
    private void Choose(HnswGraph graph, ReadOnlySpan<ulong> bestFirst, int wanted)
    {
        _chosenCount = 0;
        foreach (ulong entry in bestFirst)
        {
            int node = HnswSearch.NodeOf(entry);
            float score = HnswSearch.ScoreOf(entry);
            if (!IsNearerToChosen(graph, node, score))
            {
                (_chosen[_chosenCount], _chosenScores[_chosenCount]) = (node, score);
                if (++_chosenCount == wanted)
                {
                    return;
                }
            }
        }
    }

    private bool IsNearerToChosen(HnswGraph graph, int node, float score)
    {
        ref float vector = ref graph.Vector(node);
        for (int from = 0; from < _chosenCount; from += 4)
        {
            ReadOnlySpan<int> some = _chosen.AsSpan(from, Math.Min(4, _chosenCount - from));
            Span<float> products = _products.AsSpan(0, some.Length);
            RowProducts.OfChosen(ref vector, ref graph.Vectors.Start, graph.Dimension, some, products);
            foreach (float product in products)
            {
                if (product > score)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Adds a link to a node's list; when it is full, the links are chosen anew among the old ones and this one.</summary>
    private void LinkBack(HnswGraph graph, int node, int layer, int other, float score)
    {
        lock (locks[node & (locks.Length - 1)])
        {
            Span<int> slots = graph.LinksOf(node, layer);
            int used = slots.IndexOf(0);
            if (used >= 0)
            {
                Volatile.Write(ref slots[used], other + 1);
                return;
            }

            for (int i = 0; i < slots.Length; i++)
            {
                _listed[i] = slots[i] - 1;
                Prefetch.Lines(ref graph.Vector(_listed[i]), graph.Dimension * sizeof(float));
            }

            ReadOnlySpan<int> listed = _listed.AsSpan(0, slots.Length);
            Span<float> scores = _scores.AsSpan(0, slots.Length);
            RowProducts.OfChosen(ref graph.Vector(node), ref graph.Vectors.Start, graph.Dimension, listed, scores);
            Span<ulong> entries = _entries.AsSpan(0, slots.Length + 1);
            for (int i = 0; i < listed.Length; i++)
            {
                entries[i] = HnswSearch.Pack(listed[i], scores[i]);
            }

            entries[^1] = HnswSearch.Pack(other, score);
            entries.Sort();
            Choose(graph, entries, slots.Length);
            WriteList(slots, _chosen.AsSpan(0, _chosenCount));
        }
    }

    private static void WriteList(Span<int> slots, ReadOnlySpan<int> nodes)
    {
        for (int i = 0; i < slots.Length; i++)
        {
            Volatile.Write(ref slots[i], i < nodes.Length ? nodes[i] + 1 : 0);
        }
    }
}
