using System.Globalization;
using System.Xml.Linq;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>All metrics of all models over one segment, with their intervals; a model that failed is a row that says why.</summary>
internal static class QualityTable
{
    public static XElement Create(MeasuredModels models, int segment)
    {
        EvaluationSeedRun run = models.Run;
        IReadOnlyList<string> metrics = models.All.Count == 0 ? [] : models.All[0].Results[segment].Metrics;
        bool hasSilent = models.All.Any(model => model.Results[segment].SilentUsers > 0);
        string[] head = ["model", .. metrics, $"{models.Metric} less {EvaluationWords.Baseline}", .. hasSilent ? ["no answer"] : Array.Empty<string>(), "training"];
        string caption = $"{run.Segments[segment].Name}: {EvaluationWords.Count(run.Segments[segment].Split.Cases.Count)} users, 95 % intervals below the values";
        return Tag.Table(caption, head, run.Evaluations.Select(evaluation => evaluation.Problem is { } problem
            ? Tag.Of("tr", null, Tag.RowHead(evaluation.Name), Tag.Of("td", "problem", Tag.Attribute("colspan", (double)(head.Length - 1)), problem))
            : Row(models, evaluation, segment, metrics, hasSilent)));
    }

    /// <summary>Value and interval, the value bold where no model has a higher one.</summary>
    public static XElement Cell(MetricEstimate estimate, double best) => Tag.NumberCell(
        Tag.Of(estimate.Value == best && best > 0 ? "strong" : "span", null, EvaluationWords.Number(estimate.Value)),
        Tag.Of("small", null, $"{EvaluationWords.Number(estimate.Lower)} to {EvaluationWords.Number(estimate.Upper)}"));

    public static string Seconds(double seconds) => seconds.ToString(seconds < 10 ? "0.00" : "0", CultureInfo.InvariantCulture) + " s";

    private static XElement Row(MeasuredModels models, ModelEvaluation evaluation, int segment, IReadOnlyList<string> metrics, bool hasSilent)
    {
        EvaluationResult result = evaluation.Results[segment];
        return Tag.Of(
            "tr", evaluation == models.Baseline ? "base" : null,
            Tag.RowHead(evaluation.Name),
            metrics.Select(metric => Cell(result[metric], models.All.Max(other => other.Results[segment][metric].Value))),
            Lead(models.LeadOf(evaluation, segment)),
            !hasSilent ? null : Tag.NumberCell(result.SilentUsers == 0 ? "" : EvaluationWords.Count(result.SilentUsers)),
            Tag.NumberCell(
                evaluation.TrainingSeconds == 0 ? "none" : Seconds(evaluation.TrainingSeconds),
                Tag.Of("small", null, "ranking " + Seconds(result.Seconds))));
    }

    /// <summary>A difference, its interval and what it means; empty where there is none.</summary>
    public static XElement Lead(MetricEstimate? lead) => lead is not { } difference
        ? Tag.NumberCell("")
        : Tag.NumberCell(
            Tag.Of("span", EvaluationWords.Verdict(difference), EvaluationWords.Signed(difference.Value)),
            " " + EvaluationWords.Verdict(difference),
            Tag.Of("small", null, $"{EvaluationWords.Signed(difference.Lower)} to {EvaluationWords.Signed(difference.Upper)}"));
}
