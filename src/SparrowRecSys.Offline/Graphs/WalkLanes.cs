using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>
/// Walks many walks side by side, one candidate of each at a time. A step waits mostly for memory, and so the waits of one walk are filled by
/// the others. Gives the same walks as <see cref="RandomWalks.Walk"/>. Not thread-safe: each thread has its own.
/// </summary>
internal sealed class WalkLanes
{
    private const int Width = 32;

    private readonly Graph _graph;
    private readonly RandomWalks _walks;
    private readonly int _walkLength;
    private readonly int[] _nodes; // (Width, walkLength), the walks
    private readonly Lane[] _lanes = new Lane[Width];

    /// <param name="walks">What is walked.</param>
    /// <param name="walkLength">Nodes of a walk, at most.</param>
    public WalkLanes(RandomWalks walks, int walkLength)
    {
        (_graph, _walks, _walkLength) = (walks.Graph, walks, walkLength);
        _nodes = new int[Width * walkLength];
    }

    /// <summary>Where a walk begins, and its own source of randomness.</summary>
    public delegate (int Start, FastRandom Random) WalkStart(int walk);

    /// <summary>Is told of a walk that is done; <paramref name="nodes"/> holds until it returns.</summary>
    public delegate void WalkVisitor(ReadOnlySpan<int> nodes);

    /// <summary>Walks the walks 0..<paramref name="count"/>-1.</summary>
    /// <param name="count">Walks.</param>
    /// <param name="begin">How they begin.</param>
    /// <param name="visit">Told of each, in the order in which they are done.</param>
    /// <param name="cancellation">Asked at each walk.</param>
    public void Run(int count, WalkStart begin, WalkVisitor visit, CancellationToken cancellation = default)
    {
        int next = 0;
        int active = 0;
        while (active < Width && next < count)
        {
            _lanes[active] = Begin(active, begin(next++));
            active++;
        }

        while (active > 0)
        {
            for (int i = active - 1; i >= 0; i--)
            {
                while (i < active && IsDone(in _lanes[i]))
                {
                    cancellation.ThrowIfCancellationRequested();
                    visit(_nodes.AsSpan(_lanes[i].Offset, _lanes[i].Length));
                    _lanes[i] = next < count ? Begin(_lanes[i].Offset / _walkLength, begin(next++)) : _lanes[--active];
                }
            }

            Aim(_lanes.AsSpan(0, active));
            if (_walks.Bias.IsFlat)
            {
                Accept(_lanes.AsSpan(0, active));
            }
            else
            {
                Draw(_lanes.AsSpan(0, active));
                Filter(_lanes.AsSpan(0, active));
                Judge(_lanes.AsSpan(0, active));
            }
        }
    }

    private Lane Begin(int row, (int Start, FastRandom Random) walk)
    {
        _nodes[row * _walkLength] = walk.Start;
        return new Lane { Offset = row * _walkLength, Length = 1, Previous = -1, Node = walk.Start, Random = walk.Random };
    }

    private bool IsDone(in Lane lane) => lane.Length == _walkLength || _graph.DegreeOf(lane.Node) == 0;

    // Each loop asks for the memory that the next one reads. A read that has to wait would stop the processor after a few lanes.
    private void Aim(Span<Lane> lanes)
    {
        Graph graph = _graph;
        EdgeShares? shares = _walks.Shares;
        foreach (ref Lane lane in lanes)
        {
            lane.Choice = lane.Random.Next();
            lane.Slot = graph.SlotOf(lane.Node, lane.Choice);
            graph.PrefetchSlot(lane.Slot);
            shares?.PrefetchSlot(lane.Slot);
        }
    }

    private void Draw(Span<Lane> lanes)
    {
        Graph graph = _graph;
        foreach (ref Lane lane in lanes)
        {
            lane.Candidate = graph.NeighborOf(lane.Slot, lane.Choice);
            lane.Edge = graph.PrefetchEdge(lane.Previous, lane.Candidate);
            lane.Height = lane.Random.Next();
        }
    }

    private void Filter(Span<Lane> lanes)
    {
        WalkBias bias = _walks.Bias;
        Graph graph = _graph;
        foreach (ref Lane lane in lanes)
        {
            lane.MayBeNear = bias.DependsOnEdge(lane.Previous, lane.Candidate, (uint)lane.Height) & graph.MayHaveEdge(lane.Edge);
            if (lane.MayBeNear)
            {
                graph.PrefetchSearch(lane.Previous, lane.Candidate);
            }
        }
    }

    private void Accept(Span<Lane> lanes)
    {
        Graph graph = _graph;
        foreach (ref Lane lane in lanes)
        {
            lane.Node = graph.NeighborOf(lane.Slot, lane.Choice);
            _nodes[lane.Offset + lane.Length++] = lane.Node;
        }
    }

    private void Judge(Span<Lane> lanes)
    {
        WalkBias bias = _walks.Bias;
        Graph graph = _graph;
        EdgeShares? shares = _walks.Shares;
        foreach (ref Lane lane in lanes)
        {
            ulong bits = lane.Height;
            bool isBeyond = WalkBias.IsBeyond(bits, lane.Beyond);
            bool isKept = isBeyond | bias.Keeps(graph, lane.Previous, lane.Candidate, (uint)bits, lane.MayBeNear);
            int kept = Mask.Of(isKept);
            int next = Mask.Choose(Mask.Of(isBeyond), lane.Previous, lane.Candidate);
            _nodes[lane.Offset + lane.Length] = next; // written over if it is not kept
            lane.Length -= kept;
            lane.Previous = Mask.Choose(kept, lane.Node, lane.Previous);
            lane.Node = Mask.Choose(kept, next, lane.Node);
            if (shares is not null && isKept)
            {
                lane.Share = isBeyond ? lane.Share.Turned : shares.Of(lane.Slot, graph.IsAlias(lane.Slot, lane.Candidate));
                lane.Beyond = bias.ShareBeyond(lane.Share.Back);
            }
        }
    }

    private struct Lane
    {
        public FastRandom Random;
        public int Offset; // of the walk in _nodes
        public int Length; // nodes so far
        public int Previous; // or -1
        public int Node;
        public int Candidate;
        public ulong Choice; // random bits that choose the candidate
        public ulong Edge; // hash of one from the node before to the candidate
        public ulong Height; // random bits that decide whether it is kept
        public int Slot; // of the candidate
        public EdgeShare Share; // of the edge from the node before
        public float Beyond; // probability that a try leads straight back
        public bool MayBeNear;
    }
}
