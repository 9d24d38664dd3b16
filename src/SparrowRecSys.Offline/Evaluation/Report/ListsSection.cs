using System.Globalization;
using System.Xml.Linq;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>What the lists are like, right or wrong: coverage beside accuracy, and how popular the shown movies are.</summary>
internal static class ListsSection
{
    public static IEnumerable<XElement> Create(MeasuredModels models)
    {
        string k = EvaluationWords.Count(models.Outcome.Request.Ks[0]);
        yield return Tag.Paragraph(
            $"The first {k} movies of every list. A model that is right by showing everybody the same few movies stands at the left of the first plot. In the second one movies are divided "
            + "into ten groups that had a tenth of all training interactions each, from the few most popular (strong) to the many hardly known (faint): a model that "
            + "shows movies as people watch them would have ten equal parts, as the thin scale above has.");
        yield return Tag.Of(
            "div", "plots",
            ScatterPlot.Create($"Coverage against {models.Metric}", models.Metric, [.. models.All.Select(model => (model.Name, model.Results[0].Lists.Coverage, model.Results[0][models.Metric].Value))]),
            PopularityPlot.Create("Popularity of what is shown", [.. models.All.Select(model => (model.Name, model.Results[0].Lists.ShareByPopularity))]));
        yield return Tag.Table(
            $"What the lists are like: {models.Run.Segments[0].Name}",
            ["model", models.Metric, "coverage", "Gini", "novelty, bits", "diversity", "interactions of a shown movie"],
            models.All.Select(model => Row(model, models)));
        yield return Tag.Table(
            "Share of the shown movies by popularity group",
            ["model", "1, most popular", .. Enumerable.Range(2, 8).Select(group => group.ToString(CultureInfo.InvariantCulture)), "10, hardly known"],
            models.All.Select(model => Tag.Of(
                "tr", model == models.Baseline ? "base" : null, Tag.RowHead(model.Name),
                model.Results[0].Lists.ShareByPopularity.Select(share => Tag.NumberCell(PopularityPlot.Percent(share))))));
    }

    private static XElement Row(ModelEvaluation model, MeasuredModels models)
    {
        ListStatistics lists = model.Results[0].Lists;
        string[] cells =
        [
            EvaluationWords.Number(model.Results[0][models.Metric].Value), PopularityPlot.Percent(lists.Coverage), EvaluationWords.Number(lists.Gini),
            lists.Novelty.ToString("0.00", CultureInfo.InvariantCulture), EvaluationWords.Number(lists.Diversity), lists.Popularity.ToString("N0", CultureInfo.InvariantCulture),
        ];
        return Tag.Of("tr", model == models.Baseline ? "base" : null, Tag.RowHead(model.Name), cells.Select(cell => Tag.NumberCell(cell)));
    }
}
