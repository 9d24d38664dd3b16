using System.Globalization;
using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation;

/// <summary>What tables and report say in words about an evaluation, and how they write its numbers.</summary>
internal static class EvaluationWords
{
    /// <summary>The model that all others are compared with.</summary>
    public const string Baseline = "popularity";

    /// <summary>One line: data, protocol, counts, where the split lies.</summary>
    public static string Title(EvaluationOutcome outcome)
    {
        EvaluationSplit split = outcome.First.Split;
        string when = split.SplitTime is { } time ? $", split at {DateTimeOffset.FromUnixTimeSeconds(time):yyyy-MM-dd}" : "";
        string part = outcome.Request.IsValidation ? ", VALIDATION part" : "";
        string control = outcome.Request.HasRandomLabels ? ", CONTROL with random labels" : "";
        string filter = outcome.Request.Options.MinHalfStars > 1 ? $", ratings of {outcome.Request.Options.MinHalfStars / 2.0:0.0} stars and more" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{NameOf(split.Train)}: protocol {split.Protocol}{part}{control}{filter}{when}; "
            + $"{split.Train.Ratings.Count:N0} interactions of {split.Train.Ratings.UserCount:N0} users to learn from, {split.Cases.Count:N0} users tested, "
            + $"{split.IsRanked.Count(ranked => ranked):N0} movies");
    }

    /// <summary>The directory, and that its ratings are simulated where they are.</summary>
    public static string NameOf(DataSet data) => data.IsSimulated ? $"{data.Directory} (simulated ratings)" : data.Directory;

    /// <summary>How to read the numbers.</summary>
    public static string Rules(EvaluationOutcome outcome)
    {
        EvaluationSplit split = outcome.First.Split;
        string ranked = split.SampledNegatives > 0
            ? $"The right movie is ranked among {split.SampledNegatives} sampled negatives: comparable with the literature only, and kinder than ranking all."
            : "All movies are ranked, the user's known ones left out.";
        string simulated = split.Train.IsSimulated ? " The ratings are simulated: these numbers say nothing about real people." : "";
        return $"{ranked} Ties are broken against the right movie. Intervals: 95 %, bootstrap over users ({Bootstrap.Resamples} resamples).{simulated}";
    }

    /// <summary>The metrics of a table: those that the protocol is known for.</summary>
    public static string[] MetricsToShow(EvaluationSeedRun run, int segment)
    {
        EvaluationResult? any = run.Evaluations.FirstOrDefault(evaluation => evaluation.Problem is null)?.Results[segment];
        if (any is null)
        {
            return ["NDCG"];
        }

        string[] wanted = run.Split.Protocol switch
        {
            Protocols.Strong => ["Recall of reachable@20", "Recall of reachable@50", "NDCG@100"],
            Protocols.Ncf => ["HitRate", "NDCG"],
            Protocols.LeaveOneOut => ["HitRate", "MRR", "NDCG"],
            _ => ["HitRate", "Recall", "MRR", "NDCG"],
        };
        string[] shown = [.. any.Metrics.Where(name => Array.Exists(wanted, start => name.StartsWith(start, StringComparison.Ordinal)))];
        return shown.Length > 0 ? shown : [.. any.Metrics];
    }

    /// <summary>What of a difference lies outside its interval.</summary>
    public static string Verdict(MetricEstimate difference) => difference.Lower > 0 ? "better" : difference.Upper < 0 ? "worse" : "level";

    /// <summary>The first letter as a capital.</summary>
    public static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    public static string Signed(double value) => value.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);
}
