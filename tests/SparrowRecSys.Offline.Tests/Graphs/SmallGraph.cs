using SparrowRecSys.Offline.Graphs;

namespace SparrowRecSys.Offline.Tests.Graphs;

/// <summary>Graphs made in memory.</summary>
internal static class SmallGraph
{
    /// <summary>Five nodes: a weighted triangle 0-1-2, with 3 at 1 and 2, and 4 at 2 alone.</summary>
    public static Graph OfFive { get; } = Graph.Build(
        5,
        [new(0, 1, 3), new(1, 2, 1), new(2, 0, 2), new(3, 1, 5), new(2, 3, 1.5f), new(4, 2, 4)],
        isDirected: false,
        isWeighted: true);

    /// <summary>The edge's share of the weights of all edges that lead away from its source; 0 where there is no such edge.</summary>
    public static float ShareOf(this Graph graph, int source, int target) =>
        graph.TargetsOf(source).IndexOf(target) is var edge and >= 0 ? graph.WeightsOf(source)[edge] / graph.StrengthOf(source) : 0;

    /// <summary>Edges between nodes drawn at random, some of them more than once.</summary>
    public static List<GraphEdge> RandomEdges(int nodes, int edges, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, edges).Select(_ => new GraphEdge(random.Next(nodes), random.Next(nodes), 0.5f + random.Next(20)))];
    }

    /// <summary>Blocks of nodes that have edges mostly within; the block of a node is its number modulo the number of blocks.</summary>
    public static Graph PlantedPartition(int nodes, int blocks, double edgesWithin, double edgesAcross, int seed)
    {
        var random = new Random(seed);
        double pWithin = edgesWithin / ((double)nodes / blocks);
        double pAcross = edgesAcross / nodes;
        List<GraphEdge> edges =
        [
            .. from source in Enumerable.Range(0, nodes)
               from target in Enumerable.Range(source + 1, nodes - source - 1)
               where random.NextDouble() < (source % blocks == target % blocks ? pWithin : pAcross)
               select new GraphEdge(source, target, 1),
        ];
        return Graph.Build(nodes, edges, isDirected: false, isWeighted: false);
    }
}
