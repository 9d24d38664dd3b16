using System.Globalization;
using System.Text;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation;

/// <summary>Models by protocols, as a table for a document.</summary>
internal static class ComparisonTable
{
    /// <summary>
    /// A row for each model, a column for each protocol: HitRate and NDCG of the first group of users (the warm ones under <c>temporal</c>), NDCG
    /// with its interval, bold where no model is better.
    /// </summary>
    /// <param name="outcomes">One for each protocol, of the same models and data.</param>
    public static string Markdown(IReadOnlyList<EvaluationOutcome> outcomes)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{outcomes[0].Request.Directory}{(outcomes[0].First.Split.Train.IsSimulated ? " (simulated ratings)" : "")}, {Metric(outcomes[0], "HitRate")} / {Metric(outcomes[0], "NDCG")}:");
        text.AppendLine();
        AppendRow(text, ["model", .. outcomes.Select(Heading), "training, s"]);
        AppendRow(text, ["---", .. outcomes.Select(_ => "---"), "---:"]);
        for (int model = 0; model < outcomes[0].First.Evaluations.Count; model++)
        {
            ModelEvaluation last = outcomes[^1].First.Evaluations[model];
            AppendRow(text, [
                last.Name,
                .. outcomes.Select(outcome => Cell(outcome, outcome.First.Evaluations[model])),
                last.TrainingSeconds.ToString("0.0", CultureInfo.InvariantCulture)]);
        }

        return text.ToString();
    }

    private static string Heading(EvaluationOutcome outcome)
    {
        EvaluationSegment segment = outcome.First.Segments[0];
        return $"{outcome.Request.Protocol}: {EvaluationWords.Count(segment.Split.Cases.Count)} {segment.Name.Replace("all ", "", StringComparison.Ordinal)}";
    }

    private static string Cell(EvaluationOutcome outcome, ModelEvaluation evaluation)
    {
        if (evaluation.Problem is not null)
        {
            return "failed: " + evaluation.Problem;
        }

        (string hits, string gain) = (Metric(outcome, "HitRate"), Metric(outcome, "NDCG"));
        double best = outcome.First.Evaluations.Where(other => other.Problem is null).Max(other => other.Results[0][gain].Value);
        MetricEstimate estimate = evaluation.Results[0][gain];
        string value = Short(estimate.Value);
        return $"{Short(evaluation.Results[0][hits].Value)} / {(estimate.Value == best ? $"**{value}**" : value)} [{Short(estimate.Lower)}, {Short(estimate.Upper)}]";
    }

    /// <summary>The metric of that kind with the shortest list.</summary>
    private static string Metric(EvaluationOutcome outcome, string kind) =>
        outcome.First.Evaluations.FirstOrDefault(evaluation => evaluation.Problem is null)?.Results[0].Metrics
            .First(name => name.StartsWith(kind, StringComparison.Ordinal)) ?? $"{kind}@{outcome.Request.Ks[0]}";

    private static string Short(double value) => value.ToString("0.000", CultureInfo.InvariantCulture).TrimStart('0');

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
}
