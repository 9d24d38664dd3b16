using System.Xml.Linq;
using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>What was measured on what, and what came out, in a few lines.</summary>
internal static class SummarySection
{
    public static IEnumerable<XElement> Create(MeasuredModels models)
    {
        EvaluationSplit split = models.Run.Split;
        RatingTable train = split.Train.Ratings;
        yield return Tag.Of("p", "lead", EvaluationWords.Title(models.Outcome) + ".");
        if (split.Train.IsSimulated)
        {
            yield return Tag.Of("p", "warning", "The ratings are simulated: these numbers say nothing about real people.");
        }

        if (models.Outcome.Request.HasRandomLabels)
        {
            yield return Tag.Of("p", "warning", "Control: the right movies are replaced by random ones, so every model should be at chance.");
        }

        if (models.Outcome.Request.IsValidation)
        {
            yield return Tag.Of("p", "warning", "Measured on the validation part, on which options are chosen: the test is another part.");
        }

        yield return Tag.Of(
            "dl", "facts",
            Fact("protocol", split.Protocol),
            Fact("interactions to learn from", EvaluationWords.Count(train.Count)),
            Fact("users to learn from", EvaluationWords.Count(train.UserCount)),
            Fact("users tested", EvaluationWords.Count(split.Cases.Count)),
            Fact("right movies", EvaluationWords.Count(split.Cases.Sum(test => (long)test.RelevantRows.Length))),
            Fact("movies ranked", EvaluationWords.Count(split.IsRanked.Count(ranked => ranked))),
            Fact("of them never seen in training", EvaluationWords.Count(Enumerable.Range(0, train.MovieCount).Count(row => split.IsRanked[row] && train.PositionsOfMovie(row).IsEmpty))),
            Fact(models.Outcome.Runs.Count == 1 ? "seed" : "seeds", string.Join(", ", models.Outcome.Runs.Select(run => run.Seed))));
        if (models.All.Count > 0)
        {
            yield return Tag.Paragraph(Verdict(models));
        }
    }

    private static string Verdict(MeasuredModels models)
    {
        ModelEvaluation best = models.All.MaxBy(evaluation => evaluation.Results[0][models.Metric].Value) ?? models.All[0];
        MetricEstimate estimate = best.Results[0][models.Metric];
        string first = $"Highest {models.Metric} for {models.Run.Segments[0].Name}: {best.Name} with {EvaluationWords.Number(estimate.Value)} "
            + $"({EvaluationWords.Number(estimate.Lower)} to {EvaluationWords.Number(estimate.Upper)}).";
        string[] level = [.. models.All.Where(other => other != best && best.Results[0].DifferenceTo(other.Results[0], models.Metric).Lower <= 0).Select(other => other.Name)];
        string others = level.Length == 0 ? "" : $" Level with it, user by user: {string.Join(", ", level)}.";
        return models.LeadOf(best, 0) is { } lead
            ? $"{first}{others} Less {EvaluationWords.Baseline}: {EvaluationWords.Signed(lead.Value)} ({EvaluationWords.Signed(lead.Lower)} to {EvaluationWords.Signed(lead.Upper)}), {EvaluationWords.Verdict(lead)}."
            : first + others;
    }

    private static XElement Fact(string name, string value) => Tag.Of("div", null, Tag.Of("dt", null, name), Tag.Of("dd", null, value));
}
