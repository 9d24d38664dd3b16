using SparrowRecSys.Evaluation;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Offline.Evaluation;

/// <summary>What one channel finds of the movies that were held out; how much the ranker could show at best.</summary>
/// <param name="Name">The channel, or <see cref="Merged"/>.</param>
/// <param name="Candidates">Mean number of candidates it gives a user, after filtering.</param>
/// <param name="Recall">Share of the held-out movies that are among them, 0 to 1.</param>
internal sealed record ChannelRecall(string Name, double Candidates, double Recall)
{
    /// <summary>The list that is ranked: of all channels, merged and cut.</summary>
    public const string Merged = "merged";

    /// <summary>One query for each case.</summary>
    /// <param name="pipeline">Knows nothing of the held-out movies.</param>
    /// <param name="cases">At least one.</param>
    /// <param name="size">Movies of a query.</param>
    /// <param name="cancellation">Stops between two queries.</param>
    /// <returns>The channels in their order, then the merged list.</returns>
    public static IReadOnlyList<ChannelRecall> Measure(
        RecommendationPipeline pipeline, IReadOnlyList<TestCase> cases, int size, CancellationToken cancellation)
    {
        string[] names = [.. pipeline.ChannelNames, Merged];
        (long[] candidates, long[] hits) = (new long[names.Length], new long[names.Length]);
        long wanted = 0;
        foreach (TestCase test in cases)
        {
            cancellation.ThrowIfCancellationRequested();
            var trace = new RecommendationTrace();
            pipeline.Recommend(new RecommendationQuery { UserId = test.UserId, Size = size }, trace);
            wanted += test.RelevantRows.Length;
            for (int i = 0; i < names.Length; i++)
            {
                IReadOnlySet<int> rows = i < pipeline.ChannelNames.Count ? trace.KeptOf(names[i]) : trace.Candidates;
                candidates[i] += rows.Count;
                hits[i] += test.RelevantRows.Count(rows.Contains);
            }
        }

        return [.. names.Select((name, i) => new ChannelRecall(name, (double)candidates[i] / cases.Count, (double)hits[i] / wanted))];
    }
}
