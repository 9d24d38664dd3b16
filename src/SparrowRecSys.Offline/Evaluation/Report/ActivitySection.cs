using System.Xml.Linq;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>Quality by how much is known of the user.</summary>
internal static class ActivitySection
{
    /// <summary>Nothing where all users are alike.</summary>
    public static IEnumerable<XElement> Create(MeasuredModels models)
    {
        IReadOnlyList<ActivityGroup> groups = ActivityGroup.Of(models.Run.Segments[0].Split);
        if (groups.Count < 2 || models.All.Count == 0)
        {
            yield break;
        }

        var estimates = models.All.ToDictionary(model => model.Name, model => groups.Select(group => model.Results[0].EstimateOver(models.Metric, group.Cases)).ToArray());
        MetricEstimate[] baseline = models.Baseline is null ? [] : estimates[models.Baseline.Name];
        var axis = new Axis(estimates.Values.SelectMany(values => values).Max(value => value.Upper));
        yield return Tag.Paragraph(
            $"{models.Metric} of {models.Run.Segments[0].Name} in groups of about the same size by the number of interactions that the model is told of; below each column the largest number of its group. "
            + $"The dash is {EvaluationWords.Baseline}. Users differ between groups in more than activity, such as how many movies are right, so compare models within a group.");
        yield return Tag.Of("div", "panels", models.All.Select(model => ActivityPlot.Create(
            model.Name, axis, groups, estimates[model.Name], model == models.Baseline ? [] : baseline)));
        yield return Tag.Table(
            $"{models.Metric} by interactions of the user",
            ["model", .. groups.Select(group => $"{ActivityPlot.Words(group)} ({EvaluationWords.Count(group.Cases.Count)} users)")],
            models.All.Select(model => Tag.Of(
                "tr", model == models.Baseline ? "base" : null, Tag.RowHead(model.Name),
                estimates[model.Name].Select((estimate, i) => QualityTable.Cell(estimate, estimates.Values.Max(values => values[i].Value))))));
    }
}
