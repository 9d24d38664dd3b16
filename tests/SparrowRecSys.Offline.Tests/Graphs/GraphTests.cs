using SparrowRecSys.Offline.Graphs;
using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Tests.Graphs;

public sealed class GraphTests
{
    [Fact]
    public void An_undirected_edge_leads_both_ways_and_edges_that_come_twice_add_up()
    {
        Graph graph = Graph.Build(4, [new(0, 2, 1), new(2, 0, 2), new(0, 1, 5), new(3, 3, 7)], isDirected: false, isWeighted: true);

        Assert.Equal([1, 2], graph.TargetsOf(0));
        Assert.Equal([5f, 3f], graph.WeightsOf(0));
        Assert.Equal([3f], graph.WeightsOf(2));
        Assert.Equal([3], graph.TargetsOf(3));
        Assert.Equal((5, 3), (graph.ArcCount, graph.EdgeCount));
    }

    [Fact]
    public void A_directed_edge_leads_one_way()
    {
        Graph graph = Graph.Build(3, [new(0, 2, 1), new(2, 1, 2)], isDirected: true, isWeighted: true);

        Assert.True(graph.HasEdge(0, 2));
        Assert.False(graph.HasEdge(2, 0));
        Assert.Equal(0, graph.DegreeOf(1));
        Assert.Equal(2, graph.EdgeCount);
    }

    [Fact]
    public void Without_weights_every_edge_weighs_1_however_often_it_came()
    {
        Graph graph = Graph.Build(3, [new(0, 1, 3), new(1, 0, 3), new(0, 2, 1)], isDirected: false, isWeighted: false);

        Assert.Equal([1f, 1f], graph.WeightsOf(0));
        Assert.Equal(0.5f, graph.ShareOf(0, 1));
    }

    [Theory]
    [InlineData(1, 5, true)]
    [InlineData(40, 0, false)]
    [InlineData(40, 300, false)]
    [InlineData(40, 300, true)]
    [InlineData(700, 2000, false)]
    [InlineData(150, 9000, false)] // rows that are halved before they are compared
    [InlineData(150, 9000, true)]
    public void Rows_and_edges_are_those_of_a_dictionary(int nodes, int edges, bool isDirected)
    {
        List<GraphEdge> given = SmallGraph.RandomEdges(nodes, edges, seed: 3);
        var naive = new SortedDictionary<(int Source, int Target), float>();
        foreach (GraphEdge edge in given.Concat(given.Where(edge => !isDirected && edge.Source != edge.Target).Select(edge => new GraphEdge(edge.Target, edge.Source, edge.Weight))))
        {
            naive[(edge.Source, edge.Target)] = naive.GetValueOrDefault((edge.Source, edge.Target)) + edge.Weight;
        }

        Graph graph = Graph.Build(nodes, given, isDirected, isWeighted: true);

        (int, int)[] pairs = [.. from source in Enumerable.Range(0, nodes) from target in Enumerable.Range(0, nodes) select (source, target)];
        Assert.Equal(naive.Keys, Enumerable.Range(0, nodes).SelectMany(node => graph.TargetsOf(node).ToArray().Select(target => (node, target))));
        Assert.Equal(naive.Values, Enumerable.Range(0, nodes).SelectMany(node => graph.WeightsOf(node).ToArray()));
        Assert.DoesNotContain(pairs, pair => graph.HasEdge(pair.Item1, pair.Item2) != naive.ContainsKey(pair));
        Assert.DoesNotContain(pairs, pair => naive.ContainsKey(pair) && !graph.MayHaveEdge(pair.Item1, pair.Item2));
    }

    [Fact]
    public void The_filter_rules_most_pairs_without_an_edge_out()
    {
        Graph graph = Graph.Build(3000, SmallGraph.RandomEdges(3000, 20_000, seed: 1), isDirected: false, isWeighted: false);
        var random = new Random(2);

        int through = Enumerable.Range(0, 100_000).Count(_ => graph.MayHaveEdge(random.Next(3000), random.Next(3000)));

        Assert.InRange(through, 1, 8_000); // 0.4 % are edges
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Neighbours_are_drawn_in_proportion_to_the_weights(int node)
    {
        Graph graph = SmallGraph.OfFive;
        var random = new FastRandom(3);
        long[] drawn = new long[5];

        for (int i = 0; i < 200_000; i++)
        {
            drawn[graph.DrawNeighbor(node, ref random)]++;
        }

        double[] shares = [.. Enumerable.Range(0, 5).Select(target => (double)graph.ShareOf(node, target))];
        Assert.Equal(1, shares.Sum(), 1e-6);
        Assert.InRange(ChiSquare.Of(drawn, shares), 0, ChiSquare.OnceInAMillion(graph.DegreeOf(node) - 1));
    }

    [Theory]
    [InlineData(100_000, true)]
    [InlineData(100_000, false)]
    public void Memory_is_proportional_to_the_edges_even_with_hubs(int edges, bool isWeighted)
    {
        // Tables for each pair of neighbouring edges would take the sum of the squared degrees, here 10^10 entries.
        List<GraphEdge> star = [.. Enumerable.Range(1, edges).Select(node => new GraphEdge(0, node, node))];
        long before = GC.GetTotalMemory(forceFullCollection: true);

        Graph graph = Graph.Build(edges + 1, star, isDirected: false, isWeighted);

        long bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal(edges, graph.EdgeCount);
        Assert.InRange((double)bytes / graph.ArcCount, 0, 200);
    }
}
