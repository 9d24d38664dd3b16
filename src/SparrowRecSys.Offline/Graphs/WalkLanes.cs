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

            Draw(_lanes.AsSpan(0, active));
            if (_walks.Bias.IsFlat)
            {
                Accept(_lanes.AsSpan(0, active));
            }
            else
            {
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

    private void Draw(Span<Lane> lanes)
    {
        Graph graph = _graph;
        foreach (ref Lane lane in lanes)
        {
            lane.Candidate = graph.DrawNeighbor(lane.Node, ref lane.Random);
        }
    }

    private void Filter(Span<Lane> lanes)
    {
        Graph graph = _graph;
        foreach (ref Lane lane in lanes)
        {
            lane.MayBeNear = graph.MayHaveEdge(lane.Previous, lane.Candidate);
        }
    }

    private void Accept(Span<Lane> lanes)
    {
        foreach (ref Lane lane in lanes)
        {
            lane.Node = lane.Candidate;
            _nodes[lane.Offset + lane.Length++] = lane.Candidate;
        }
    }

    private void Judge(Span<Lane> lanes)
    {
        WalkBias bias = _walks.Bias;
        Graph graph = _graph;
        foreach (ref Lane lane in lanes)
        {
            ulong bits = lane.Random.Next();
            bool isBeyond = WalkBias.IsBeyond(bits, lane.Beyond);
            bool isKept = isBeyond | bias.Keeps(graph, lane.Previous, lane.Candidate, (uint)bits, lane.MayBeNear);
            int kept = Mask.Of(isKept);
            int next = Mask.Choose(Mask.Of(isBeyond), lane.Previous, lane.Candidate);
            _nodes[lane.Offset + lane.Length] = next; // written over if it is not kept
            lane.Length -= kept;
            lane.Previous = Mask.Choose(kept, lane.Node, lane.Previous);
            lane.Node = Mask.Choose(kept, next, lane.Node);
            if (bias.BackBeyond > 0 && isKept)
            {
                lane.Beyond = _walks.ShareBeyond(lane.Previous, lane.Node);
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
        public float Beyond; // probability that a try leads straight back
        public bool MayBeNear;
    }
}
