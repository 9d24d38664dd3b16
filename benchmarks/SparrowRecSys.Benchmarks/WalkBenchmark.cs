using BenchmarkDotNet.Attributes;
using SparrowRecSys.Offline.Graphs;
using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Benchmarks;

/// <summary>
/// Time for one step of a walk, one thread (1e9 / ns = steps a second), on a graph of 20,000 nodes and 300,000 edges, whose degrees are those of
/// preferential attachment: a few nodes have more than a thousand.
/// </summary>
[MemoryDiagnoser]
public class WalkBenchmark
{
    private const int Nodes = 20_000;
    private const int EdgesOfNode = 15;
    private const int WalkLength = 80;
    private const int Steps = Nodes * (WalkLength - 1);

    private readonly int[] _walk = new int[WalkLength];
    private Graph _graph = Graph.Build(1, [], isDirected: false, isWeighted: false);

    [Params(0.25, 1.0)]
    public double P { get; set; }

    [Params(0.5, 1.0, 2.0)]
    public double Q { get; set; }

    [GlobalSetup]
    public void CreateGraph()
    {
        var random = new Random(1);
        var edges = new List<GraphEdge>();
        for (int node = 1; node < Nodes; node++)
        {
            for (int i = 0; i < EdgesOfNode; i++)
            {
                // An end of an edge drawn before: nodes are drawn in proportion to their edges.
                GraphEdge old = edges.Count == 0 ? default : edges[random.Next(edges.Count)];
                int target = random.Next(2) == 0 ? old.Source : old.Target;
                edges.Add(new GraphEdge(node, target == node ? random.Next(node) : target, 1 + random.Next(9)));
            }
        }

        _graph = Graph.Build(Nodes, edges, isDirected: false, isWeighted: true);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Steps)]
    public int All_neighbours_weighed()
    {
        var random = new Random(1);
        int last = 0;
        for (int start = 0; start < Nodes; start++)
        {
            _walk[0] = start;
            for (int i = 1; i < WalkLength; i++)
            {
                _walk[i] = Step(i == 1 ? -1 : _walk[i - 2], _walk[i - 1], random);
            }

            last ^= _walk[^1];
        }

        return last;
    }

    /// <summary>One walk after the other, as training reads them.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public int Rejection()
    {
        var random = new FastRandom(1);
        var walks = new RandomWalks(_graph, P, Q);
        int last = 0;
        for (int start = 0; start < Nodes; start++)
        {
            walks.Walk(start, _walk, ref random);
            last ^= _walk[^1];
        }

        return last;
    }

    /// <summary>As <c>sparrow walks stats</c> and the count before training walk.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public int Rejection_side_by_side()
    {
        int last = 0;
        new WalkLanes(new RandomWalks(_graph, P, Q), WalkLength).Run(Nodes, walk => (walk, new FastRandom((ulong)walk)), walk => last ^= walk[^1]);
        return last;
    }

    private int Step(int previous, int node, Random random)
    {
        ReadOnlySpan<int> targets = _graph.TargetsOf(node);
        ReadOnlySpan<float> weights = _graph.WeightsOf(node);
        double sum = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            sum += weights[i] * Bias(previous, targets[i]);
        }

        double height = random.NextDouble() * sum;
        int chosen = -1;
        while (height >= 0 && chosen < targets.Length - 1)
        {
            chosen++;
            height -= weights[chosen] * Bias(previous, targets[chosen]);
        }

        return targets[chosen];
    }

    private double Bias(int previous, int next) =>
        previous < 0 ? 1 : next == previous ? 1 / P : _graph.TargetsOf(previous).BinarySearch(next) >= 0 ? 1 : 1 / Q;
}
