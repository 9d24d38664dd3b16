using System.Globalization;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Evaluation;
using SparrowRecSys.Offline.Evaluation.Rankers;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary>The tables of <c>sparrow evaluate --task ranking</c>: all rankers side by side, then warm and cold, then lists ordered anew.</summary>
internal static class RankingTables
{
    public static void Write(IAnsiConsole console, RankingOutcome outcome)
    {
        console.MarkupLineInterpolated($"{RankingWords.Title(outcome)}");
        console.Write(QualityTable(outcome));
        if (outcome.Segments.Count > 1 && outcome.Measured.Count > 0)
        {
            console.Write(SegmentsTable(outcome));
        }

        if (outcome.Reranking is { } reranking)
        {
            console.Write(RerankingTable(reranking, outcome.Request.Seed));
        }

        console.WriteLine(RankingWords.Rules(outcome));
    }

    private static Table QualityTable(RankingOutcome outcome)
    {
        string[] less = [.. References(outcome).Select(other => $"AUC less {other.Name}")];
        Table table = Create($"All test samples: {EvaluationWords.Count(outcome.Segments[0].Positions.Length)}", "ranker", [.. RankerMeasure.Metrics, "calibration error", .. less, "train s", "chosen"]);
        foreach (RankerEvaluation evaluation in outcome.Evaluations)
        {
            if (evaluation.Problem is { } problem)
            {
                table.AddRow([Markup.Escape(evaluation.Name), Markup.Escape(problem), .. Enumerable.Repeat("", less.Length + 5)]);
                continue;
            }

            bool isSeeded = evaluation.Runs.Count > 1;
            table.AddRow([
                Markup.Escape(evaluation.Name),
                .. RankerMeasure.Metrics.Select(metric => RankingWords.Cell(evaluation.Over(0, metric), isSeeded)),
                evaluation.CalibrationError(0) is { } error ? RankingWords.Cell(error, isSeeded) : "–",
                .. References(outcome).Select(other => other == evaluation || evaluation.DifferenceTo(other, 0, RankerMeasure.Auc, outcome.Request.Seed) is not { } difference ? "" : RankingWords.Difference(difference)),
                evaluation.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
                Markup.Escape(evaluation.Runs[0].Choice),
            ]);
        }

        return table;
    }

    /// <summary>The best ranker and the rule that is the baseline.</summary>
    private static RankerEvaluation[] References(RankingOutcome outcome) =>
        [.. new[] { outcome.Best(0), outcome.Baseline }.OfType<RankerEvaluation>().DistinctBy(evaluation => evaluation.Name)];

    private static Table SegmentsTable(RankingOutcome outcome)
    {
        string[] columns = [.. outcome.Segments.Skip(1).SelectMany(segment =>
            new[] { $"{segment.Name} ({EvaluationWords.Count(segment.Positions.Length)} of {EvaluationWords.Count(segment.UserCount)} users): AUC", "gAUC" })];
        Table table = Create("Warm and cold", "ranker", columns);
        foreach (RankerEvaluation evaluation in outcome.Measured)
        {
            table.AddRow([
                Markup.Escape(evaluation.Name),
                .. Enumerable.Range(1, outcome.Segments.Count - 1).SelectMany(segment => new[] { RankerMeasure.Auc, RankerMeasure.GroupAuc }.Select(
                    metric => RankingWords.Cell(evaluation.Over(segment, metric), evaluation.Runs.Count > 1)))]);
        }

        return table;
    }

    private static Table RerankingTable(RerankingOutcome reranking, int seed)
    {
        Table table = Create(
            $"{CandidateReranking.CandidateCount} candidates of {CandidateReranking.RetrievalModel} ordered anew: {EvaluationWords.Count(reranking.Users)} users, "
            + $"{reranking.Recall.ToString("P1", CultureInfo.InvariantCulture)} of their right movies are candidates",
            "order", [RerankingOutcome.Metric, "95 %", $"less {reranking.Retrieved.Name}"]);
        foreach (EvaluationResult result in reranking.Results)
        {
            MetricEstimate estimate = result[RerankingOutcome.Metric];
            MetricEstimate difference = result.DifferenceTo(reranking.Retrieved, RerankingOutcome.Metric, seed);
            table.AddRow(
                Markup.Escape(result.Name), EvaluationWords.Number(estimate.Value), $"{EvaluationWords.Number(estimate.Lower)}-{EvaluationWords.Number(estimate.Upper)}",
                result == reranking.Retrieved
                    ? ""
                    : $"{EvaluationWords.Signed(difference.Value)} ({EvaluationWords.Signed(difference.Lower)} to {EvaluationWords.Signed(difference.Upper)}) {EvaluationWords.Verdict(difference)}");
        }

        return table;
    }

    private static Table Create(string title, string first, IEnumerable<string> others)
    {
        Table table = new Table().Title(Markup.Escape(title)).AddColumn(first);
        foreach (string name in others)
        {
            table.AddColumn(Markup.Escape(name), column => column.RightAligned());
        }

        return table;
    }
}
