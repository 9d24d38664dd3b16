using SparrowRecSys.Offline.Graphs;

namespace SparrowRecSys.Offline.Tests.Graphs;

public sealed class EdgeSharesTests
{
    [Theory]
    [InlineData(1, 0, false, true)]
    [InlineData(1, 3, false, true)]
    [InlineData(30, 200, false, true)]
    [InlineData(30, 200, true, true)]
    [InlineData(30, 200, false, false)]
    [InlineData(30, 200, true, false)]
    public void Each_slot_has_the_shares_of_its_target_and_of_its_alias_in_both_directions(int nodes, int edges, bool isDirected, bool isWeighted)
    {
        Graph graph = Graph.Build(nodes, SmallGraph.RandomEdges(nodes, edges, seed: 5), isDirected, isWeighted);
        (int Source, int Target)[] targets = [.. Enumerable.Range(0, nodes).SelectMany(node => graph.TargetsOf(node).ToArray().Select(target => (node, target)))];
        (int Source, int Target)[] aliases = [.. Enumerable.Range(0, nodes).SelectMany(node => graph.SlotsOf(node).ToArray().Select(slot => (node, slot.Alias)))];

        var shares = new EdgeShares(graph);

        Assert.Equal(isWeighted ? targets.Length : 0, aliases.Length);
        Assert.Equal(targets.Select(edge => Naive(graph, edge)), Enumerable.Range(0, targets.Length).Select(slot => shares.Of(slot, isAlias: false)));
        Assert.Equal(aliases.Select(edge => Naive(graph, edge)), Enumerable.Range(0, aliases.Length).Select(slot => shares.Of(slot, isAlias: true)));
    }

    private static EdgeShare Naive(Graph graph, (int Source, int Target) edge) =>
        new(graph.ShareOf(edge.Target, edge.Source), graph.ShareOf(edge.Source, edge.Target));
}
