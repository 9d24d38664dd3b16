using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SparrowRecSys.Embeddings;

/// <summary>
/// One search in a graph at a time, with all the memory that it needs: marks of the visited nodes, and the pool, which holds the best nodes seen so
/// far in order. Reused; nothing is allocated as long as graph and pool do not grow.
/// </summary>
/// <remarks>
/// The paper has two heaps, of the candidates and of the results. A candidate that is no result any more ends the search, so one sorted list
/// with a mark on each node whose links were followed is the same, and at a few hundred entries it is faster: one insertion, no sifting.
/// </remarks>
internal sealed class HnswSearch
{
    private ushort[] _visited = []; // equal to _round: seen in this round
    private ushort _round;
    private ulong[] _pool = [];
    private readonly int[] _nodes;
    private readonly float[] _scores;

    /// <param name="m">M of the graphs that will be searched.</param>
    public HnswSearch(int m)
    {
        _nodes = new int[(2 * m) + 1];
        _scores = new float[2 * m];
    }

    /// <summary>Nodes in the pool.</summary>
    public int Count { get; private set; }

    /// <summary>The pool, best first; decode with <see cref="NodeOf"/> and <see cref="ScoreOf"/>.</summary>
    public ReadOnlySpan<ulong> Pool => _pool.AsSpan(0, Count);

    /// <summary>How often a vector was compared with a query, over the life of this object.</summary>
    public long Comparisons { get; private set; }

    /// <summary>Node of an entry of the pool.</summary>
    public static int NodeOf(ulong entry) => (int)((uint)entry >> 1);

    /// <summary>Inner product of an entry of the pool.</summary>
    public static float ScoreOf(ulong entry)
    {
        uint ascending = ~(uint)(entry >> 32);
        uint bits = (ascending & 0x8000_0000) != 0 ? ascending & 0x7FFF_FFFF : ~ascending;
        return BitConverter.UInt32BitsToSingle(bits);
    }

    /// <summary>
    /// An entry of the pool: a number whose order is "best first, ties by node". High half: the score's bits, turned so that a higher score is smaller.
    /// Low half: the node, and in the last bit whether its links were followed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pack(int node, float score)
    {
        int bits = BitConverter.SingleToInt32Bits(score + 0f); // -0 becomes 0: they are equal
        uint ascending = (uint)bits ^ ((uint)(bits >> 31) | 0x8000_0000);
        return ((ulong)~ascending << 32) | ((uint)node << 1);
    }

    /// <summary>Starts at the entry of a graph and steps to the nearest node of each layer down to, but without, <paramref name="layer"/>.</summary>
    /// <remarks>Afterwards the pool holds the one node that was reached. The graph must not be empty.</remarks>
    public void Descend(HnswGraph graph, ref float query, int layer)
    {
        (int node, int top) = graph.Entry;
        Reserve(graph, 1);
        _nodes[0] = node;
        float score = Score(graph, ref query, 1)[0];
        for (int at = top; at > layer; at--)
        {
            while (true)
            {
                int before = node;
                int count = 0;
                foreach (int slot in graph.LinksOf(node, at))
                {
                    if (slot == 0)
                    {
                        break;
                    }

                    _nodes[count++] = slot - 1;
                    Prefetch.Lines(ref graph.Vector(slot - 1), graph.Dimension * sizeof(float));
                }

                ReadOnlySpan<float> scores = Score(graph, ref query, count);
                for (int i = 0; i < scores.Length; i++)
                {
                    if (scores[i] > score)
                    {
                        (node, score) = (_nodes[i], scores[i]);
                    }
                }

                if (node == before)
                {
                    break;
                }
            }
        }

        _pool[0] = Pack(node, score);
        Count = 1;
    }

    /// <summary>Best-first search on a layer, from the nodes that the pool holds; leaves the best nodes of the layer in it.</summary>
    /// <param name="graph">Where to search.</param>
    /// <param name="query">First of D values.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="ef">Size of the pool.</param>
    public void SearchLayer(HnswGraph graph, ref float query, int layer, int ef)
    {
        Reserve(graph, ef);
        BeginRound();
        for (int i = 0; i < Count; i++)
        {
            _pool[i] &= ~1UL;
            _visited[NodeOf(_pool[i])] = _round;
        }

        int at = 0;
        while (at < Count)
        {
            ulong entry = _pool[at];
            if ((entry & 1) != 0)
            {
                at++;
                continue;
            }

            _pool[at] = entry | 1;
            int fresh = CollectUnvisited(graph, NodeOf(entry), layer);
            if (at + 1 < Count)
            {
                // Most likely the next one whose links are followed.
                Prefetch.Lines(ref MemoryMarshal.GetReference(graph.LinksOf(NodeOf(_pool[at + 1]), layer)), 2 * graph.M * sizeof(int));
            }

            ReadOnlySpan<float> scores = Score(graph, ref query, fresh);
            int lowest = at + 1;
            for (int i = 0; i < scores.Length; i++)
            {
                ulong key = Pack(_nodes[i], scores[i]);
                if (Count < ef || key < _pool[Count - 1])
                {
                    lowest = Math.Min(lowest, Insert(key, ef));
                }
            }

            at = lowest;
        }
    }

    private int CollectUnvisited(HnswGraph graph, int node, int layer)
    {
        int fresh = 0;
        ref ushort visited = ref MemoryMarshal.GetArrayDataReference(_visited);
        ref int nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ushort round = _round;
        foreach (int slot in graph.LinksOf(node, layer))
        {
            if (slot == 0)
            {
                break;
            }

            // Written in any case and kept by counting: whether a node is new cannot be predicted.
            ref ushort mark = ref Unsafe.Add(ref visited, slot - 1);
            Unsafe.Add(ref nodes, fresh) = slot - 1;
            fresh += mark != round ? 1 : 0;
            mark = round;
        }

        int bytes = graph.Dimension * sizeof(float);
        for (int i = 0; i < fresh; i++)
        {
            Prefetch.Lines(ref graph.Vector(Unsafe.Add(ref nodes, i)), bytes);
        }

        return fresh;
    }

    /// <summary>Scores of the first collected nodes.</summary>
    private ReadOnlySpan<float> Score(HnswGraph graph, ref float query, int count)
    {
        Comparisons += count;
        ReadOnlySpan<int> nodes = _nodes.AsSpan(0, count);
        Span<float> scores = _scores.AsSpan(0, count);
        RowProducts.OfChosen(ref query, ref graph.Vectors.Start, graph.Dimension, nodes, scores);
        return scores;
    }

    /// <summary>Puts an entry in its place, the last one falls out when the pool is full; returns the place.</summary>
    private int Insert(ulong key, int ef)
    {
        // Branch-free halving: the outcome of a comparison cannot be predicted.
        ref ulong pool = ref MemoryMarshal.GetArrayDataReference(_pool);
        int place = 0;
        int length = Count;
        while (length > 1)
        {
            int half = length >> 1;
            place += half & -(Unsafe.Add(ref pool, place + half - 1) < key ? 1 : 0);
            length -= half;
        }

        if (length == 1 && Unsafe.Add(ref pool, place) < key)
        {
            place++;
        }

        int kept = Math.Min(Count, ef - 1);
        _pool.AsSpan(place, kept - place).CopyTo(_pool.AsSpan(place + 1));
        _pool[place] = key;
        Count = kept + 1;
        return place;
    }

    private void Reserve(HnswGraph graph, int ef)
    {
        if (_visited.Length < graph.Capacity)
        {
            _visited = new ushort[graph.Capacity];
            _round = 0;
        }

        if (_pool.Length < ef)
        {
            Array.Resize(ref _pool, ef);
        }
    }

    private void BeginRound()
    {
        _round++;
        if (_round == 0)
        {
            Array.Clear(_visited);
            _round = 1;
        }
    }
}
