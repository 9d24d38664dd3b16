using System.Diagnostics;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>How walks behave at one p and q.</summary>
/// <param name="P">Return parameter.</param>
/// <param name="Q">In-out parameter.</param>
/// <param name="Return">Share of the steps from the third node on that lead back to the node before.</param>
/// <param name="Distance1">Share of these steps that lead to a neighbour of the node before.</param>
/// <param name="Distance2">Share of these steps that lead to any other node.</param>
/// <param name="DistinctInFirstTen">Mean number of different nodes among the first ten of a walk.</param>
/// <param name="MeanLength">Mean number of nodes of a walk.</param>
/// <param name="StepsPerSecond">Speed of walking, one thread; counting the visits of each node included.</param>
internal sealed record WalkStatistics(
    double P, double Q, double Return, double Distance1, double Distance2, double DistinctInFirstTen, double MeanLength, double StepsPerSecond)
{
    private const int First = 10;

    /// <summary>Walks from each node and counts.</summary>
    /// <param name="graph">At least one node.</param>
    /// <param name="p">Return parameter, above 0.</param>
    /// <param name="q">In-out parameter, above 0.</param>
    /// <param name="walksPerNode">Walks that start at each node.</param>
    /// <param name="walkLength">Nodes of a walk, at most.</param>
    /// <param name="seed">Of all walks.</param>
    /// <param name="cancellation">Asked between walks.</param>
    public static WalkStatistics Measure(
        Graph graph, double p, double q, int walksPerNode, int walkLength, int seed, CancellationToken cancellation = default)
    {
        long started = Stopwatch.GetTimestamp();
        var corpus = new WalkCorpus(new RandomWalks(graph, p, q), walksPerNode, walkLength, seed, cancellation);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        (long back, long near, long far, long distinct) = (0, 0, 0, 0);
        corpus.Visit(
            walk =>
            {
                for (int step = 2; step < walk.Length; step++)
                {
                    (int before, int next) = (walk[step - 2], walk[step]);
                    bool isNear = next != before && graph.MayHaveEdge(before, next) && graph.HasEdge(before, next);
                    back += next == before ? 1 : 0;
                    near += isNear ? 1 : 0;
                    far += next != before && !isNear ? 1 : 0;
                }

                distinct += CountDistinct(walk[..Math.Min(First, walk.Length)]);
            },
            cancellation);
        double steps = Math.Max(1, back + near + far);
        return new WalkStatistics(
            p, q, back / steps, near / steps, far / steps, (double)distinct / corpus.Count, (double)corpus.TotalLength / corpus.Count,
            Math.Round((corpus.TotalLength - corpus.Count) / seconds));
    }

    private static int CountDistinct(ReadOnlySpan<int> nodes)
    {
        int distinct = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            distinct += nodes[..i].Contains(nodes[i]) ? 0 : 1;
        }

        return distinct;
    }
}
