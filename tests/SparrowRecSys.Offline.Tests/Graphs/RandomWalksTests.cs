using SparrowRecSys.Offline.Graphs;
using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Tests.Graphs;

public sealed class RandomWalksTests
{
    private const int Nodes = 5;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 0.5)]
    [InlineData(1, 2)]
    [InlineData(0.25, 4)] // the way back is drawn apart
    [InlineData(0.05, 1)]
    [InlineData(0.5, 0.5)]
    [InlineData(4, 0.25)]
    public void Steps_of_second_order_are_drawn_in_proportion_to_bias_times_weight(double p, double q)
    {
        long[] found = CountSteps(p, q);

        (double statistic, int freedom) = Compare(found, p, q);

        Assert.InRange(statistic, 0, ChiSquare.OnceInAMillion(freedom));
    }

    [Theory]
    [InlineData(1, 0.5, 1, 0.6)]
    [InlineData(1, 0.5, 0.9, 0.5)]
    [InlineData(0.25, 4, 0.25, 3.5)]
    [InlineData(0.25, 4, 0.3, 4)]
    [InlineData(2, 0.5, 0.5, 2)] // p and q mixed up
    public void The_same_test_refuses_a_p_or_q_that_is_nearly_right(double p, double q, double otherP, double otherQ)
    {
        long[] found = CountSteps(p, q);

        (double statistic, int freedom) = Compare(found, otherP, otherQ);

        Assert.True(statistic > ChiSquare.OnceInAMillion(freedom), $"{statistic} of {freedom} degrees of freedom");
    }

    [Theory]
    [InlineData(1, 1, 40, true)]
    [InlineData(1, 2, 40, true)]
    [InlineData(0.1, 3, 40, true)]
    [InlineData(3, 0.3, 1, false)]
    [InlineData(0.5, 0.5, 17, false)]
    public void Walks_side_by_side_are_the_same_as_one_after_the_other(double p, double q, int walkLength, bool isDirected)
    {
        Graph graph = Graph.Build(60, SmallGraph.RandomEdges(60, 150, seed: 4), isDirected, isWeighted: true);
        var walks = new RandomWalks(graph, p, q);
        string[] naive = [.. Enumerable.Range(0, 300).Select(walk => Walk(walks, walk % 60, walkLength, Seeded(walk)))];
        var sideBySide = new List<string>();

        new WalkLanes(walks, walkLength).Run(300, walk => (walk % 60, Seeded(walk)), nodes => sideBySide.Add(string.Join(' ', nodes.ToArray())), Stop);

        Assert.Equal(naive.Order(), sideBySide.Order());
    }

    [Fact]
    public void A_walk_ends_where_no_edge_leads_on()
    {
        Graph graph = Graph.Build(4, [new(0, 1, 1), new(1, 2, 1)], isDirected: true, isWeighted: true);
        var walks = new RandomWalks(graph, 0.5, 2);

        Assert.Equal("0 1 2", Walk(walks, 0, 10, Seeded(1)));
        Assert.Equal("0 1", Walk(walks, 0, 2, Seeded(1)));
        Assert.Equal("2", Walk(walks, 2, 10, Seeded(1)));
        Assert.Equal("3", Walk(walks, 3, 10, Seeded(1)));
    }

    [Fact]
    public void A_corpus_starts_at_each_node_as_often_and_counts_what_it_reads()
    {
        var corpus = new WalkCorpus(new RandomWalks(SmallGraph.OfFive, 1, 2), walksPerNode: 3, walkLength: 7, seed: 9, Stop);
        int[][] walks = [.. Enumerable.Range(0, corpus.Count).Select(walk => corpus.Read(walk, new int[7]).ToArray())];
        int[][] again = [.. Enumerable.Range(0, corpus.Count).Select(walk => corpus.Read(walk, new int[7]).ToArray())];

        Assert.Equal(walks, again);
        Assert.Equal([3, 3, 3, 3, 3], walks.CountBy(walk => walk[0]).OrderBy(pair => pair.Key).Select(pair => pair.Value));
        Assert.Equal(Enumerable.Range(0, Nodes).Select(node => walks.Sum(walk => walk.Count(other => other == node))), corpus.Counts.ToArray());
        Assert.Equal(walks.Sum(walk => walk.Length), corpus.TotalLength);
    }

    [Fact]
    public void Another_seed_gives_other_walks()
    {
        var walks = new RandomWalks(SmallGraph.OfFive, 1, 2);

        Assert.NotEqual(
            new WalkCorpus(walks, 1, 50, seed: 1, Stop).Read(0, new int[50]).ToArray(),
            new WalkCorpus(walks, 1, 50, seed: 2, Stop).Read(0, new int[50]).ToArray());
    }

    [Fact]
    public void Statistics_follow_q_and_add_up()
    {
        Graph graph = SmallGraph.PlantedPartition(200, 10, edgesWithin: 8, edgesAcross: 2, seed: 1);

        var away = WalkStatistics.Measure(graph, 1, 0.25, 5, 40, seed: 1, Stop);
        var near = WalkStatistics.Measure(graph, 1, 4, 5, 40, seed: 1, Stop);

        Assert.Equal(1, away.Return + away.Distance1 + away.Distance2, 1e-9);
        Assert.True(away.Distance2 > near.Distance2 + 0.1);
        Assert.True(away.DistinctInFirstTen > near.DistinctInFirstTen + 0.2);
    }

    private static FastRandom Seeded(int walk) => new((ulong)walk * 1234567);

    private static string Walk(RandomWalks walks, int start, int length, FastRandom random)
    {
        int[] walk = new int[length];
        return string.Join(' ', walk.Take(walks.Walk(start, walk, ref random)));
    }

    /// <summary>(previous, node, next), as one flat array.</summary>
    private static long[] CountSteps(double p, double q)
    {
        long[] counts = new long[Nodes * Nodes * Nodes];
        new WalkLanes(new RandomWalks(SmallGraph.OfFive, p, q), walkLength: 200).Run(
            2000,
            walk => (walk % Nodes, Seeded(walk)),
            nodes =>
            {
                for (int i = 2; i < nodes.Length; i++)
                {
                    counts[(((nodes[i - 2] * Nodes) + nodes[i - 1]) * Nodes) + nodes[i]]++;
                }
            },
            Stop);
        return counts;
    }

    /// <summary>Sum of the statistics of all pairs (previous, node), each against π = α·w of the paper, and their degrees of freedom.</summary>
    private static (double Statistic, int DegreesOfFreedom) Compare(long[] found, double p, double q)
    {
        Graph graph = SmallGraph.OfFive;
        (double statistic, int freedom) = (0, 0);
        foreach ((int previous, int node) in from previous in Enumerable.Range(0, Nodes) from node in graph.TargetsOf(previous).ToArray() select (previous, node))
        {
            double[] products = [.. Enumerable.Range(0, Nodes).Select(next => Bias(graph, previous, next, p, q) * graph.ShareOf(node, next))];
            statistic += ChiSquare.Of(found[(((previous * Nodes) + node) * Nodes)..][..Nodes], [.. products.Select(product => product / products.Sum())]);
            freedom += graph.DegreeOf(node) - 1;
        }

        return (statistic, freedom);
    }

    private static double Bias(Graph graph, int previous, int next, double p, double q) =>
        next == previous ? 1 / p : graph.TargetsOf(previous).Contains(next) ? 1 : 1 / q;
}
