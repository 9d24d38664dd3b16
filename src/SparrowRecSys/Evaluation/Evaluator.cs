using System.Diagnostics;

namespace SparrowRecSys.Evaluation;

/// <summary>
/// Ranks the relevant movies of every case among all ranked movies, history and masked movies left out, and measures the lists. Ties are
/// broken against the relevant movies, so that nothing is gained by scoring movies alike.
/// </summary>
public sealed class Evaluator
{
    private static readonly string[] Names = ["HitRate", "Recall", "Precision", "MRR", "MAP", "NDCG"];

    private readonly EvaluationSplit _split;
    private readonly EvaluatorOptions _options;
    private readonly int _longest; // K of the longest list

    /// <param name="split">Checked here: see <see cref="SplitGuard"/>.</param>
    /// <param name="options">What is measured.</param>
    /// <exception cref="InvalidDataException">No number over this split would be honest.</exception>
    public Evaluator(EvaluationSplit split, EvaluatorOptions options)
    {
        SplitGuard.Check(split);
        (_split, _options, _longest) = (split, options, options.Ks.Max());
        string sampled = split.SampledNegatives > 0 ? $" ({split.SampledNegatives} sampled)" : "";
        string Named(string name) => name == "Recall" && split.Protocol == Protocols.Strong ? "Recall of reachable" : name;
        Metrics = [.. options.Ks.SelectMany(k => Names.Select(name => $"{Named(name)}@{k}{sampled}"))];
    }

    /// <summary>Names of what is measured. Recall is that over min(K, R) in <c>strong</c>, and named so.</summary>
    public IReadOnlyList<string> Metrics { get; }

    /// <summary>Measures one scorer. O(cases · movies) beside the scorer's own cost.</summary>
    /// <exception cref="InvalidOperationException">The scorer wrote NaN.</exception>
    public EvaluationResult Evaluate(string name, MovieScorer scorer, CancellationToken cancellation = default)
    {
        long started = Stopwatch.GetTimestamp();
        int users = _split.Cases.Count;
        var tally = new Tally(Metrics.Count, users, _split.IsRanked.Length);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellation };
        try
        {
            Parallel.For(0, users, parallel, () => new RankedList(_split, _longest), (user, _, list) => Measure(user, scorer, list, tally), _ => { });
        }
        catch (AggregateException error) when (error.InnerException is { } inner)
        {
            throw inner; // what one scorer did wrong, not that several threads noticed it
        }

        return new EvaluationResult
        {
            Name = name,
            Users = users,
            SilentUsers = tally.IsSilent.Count(silent => silent),
            Metrics = Metrics,
            Estimates = Bootstrap.Estimate(tally.Values, _options.Seed, _options.Threads),
            PerUser = tally.Values,
            Lists = ListStatistics.Of(_split, tally.Shown, [.. tally.Diversity.Where(double.IsFinite)]),
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
        };
    }

    private RankedList Measure(int user, MovieScorer scorer, RankedList list, Tally tally)
    {
        TestCase test = _split.Cases[user];
        tally.IsSilent[user] = !list.Rank(test, scorer);
        tally.Diversity[user] = double.NaN;
        if (tally.IsSilent[user])
        {
            return list;
        }

        int column = 0;
        foreach (int k in _options.Ks)
        {
            MeasureAt(k, list.Ranks, test.RelevantRows.Length, tally, user, ref column);
        }

        ReadOnlySpan<int> shown = list.First(_options.Ks[0]);
        foreach (int row in shown)
        {
            Interlocked.Increment(ref tally.Shown[row]);
        }

        tally.Diversity[user] = shown.Length < 2 ? double.NaN : ListStatistics.DiversityOf(shown, _split.Train.Movies);
        return list;
    }

    private void MeasureAt(int k, ReadOnlySpan<int> ranks, int relevant, Tally tally, int user, ref int column)
    {
        double recall = _split.Protocol == Protocols.Strong ? RankingMetrics.RecallOfReachable(ranks, relevant, k) : RankingMetrics.Recall(ranks, relevant, k);
        tally.Values[column++][user] = RankingMetrics.HitRate(ranks, k);
        tally.Values[column++][user] = recall;
        tally.Values[column++][user] = RankingMetrics.Precision(ranks, k);
        tally.Values[column++][user] = RankingMetrics.ReciprocalRank(ranks, k);
        tally.Values[column++][user] = RankingMetrics.AveragePrecision(ranks, relevant, k);
        tally.Values[column++][user] = RankingMetrics.Ndcg(ranks, relevant, k);
    }

    /// <summary>What the threads write into; each user's places are written once.</summary>
    private sealed class Tally(int metrics, int users, int movies)
    {
        public double[][] Values { get; } = [.. Enumerable.Range(0, metrics).Select(_ => new double[users])];

        public bool[] IsSilent { get; } = new bool[users];

        public double[] Diversity { get; } = new double[users];

        public int[] Shown { get; } = new int[movies];
    }
}
