using System.Xml.Linq;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>How good the models are: bars of the protocol's metrics, then the table of all of them.</summary>
internal static class QualitySection
{
    public static IEnumerable<XElement> Create(MeasuredModels models)
    {
        yield return Tag.Paragraph(
            $"{EvaluationWords.Capitalized(models.Run.Segments[0].Name)}. Bars are means over users, the thin lines their 95 % intervals; the broken line is {EvaluationWords.Baseline}, "
            + "the least that a model has to beat. Intervals of the same users overlap even where one model is surely better: the column "
            + $"“less {EvaluationWords.Baseline}” compares user by user.");
        if (models.All.Count > 0)
        {
            yield return Tag.Of("div", "plots", models.Metrics.Select(metric => BarPlot.Create(metric, models.Values(0, metric))));
        }

        yield return QualityTable.Create(models, 0);
        if (models.Outcome.Runs.Count > 1)
        {
            yield return SeedsTable(models);
        }
    }

    private static XElement SeedsTable(MeasuredModels models)
    {
        IReadOnlyList<EvaluationSeedRun> runs = models.Outcome.Runs;
        return Tag.Table(
            $"{models.Run.Segments[0].Name}: mean and standard deviation over {runs.Count} seeds; everything else here is of the first one",
            ["model", .. models.Metrics],
            Enumerable.Range(0, models.Run.Evaluations.Count)
                .Where(model => runs.All(run => run.Evaluations[model].Problem is null))
                .Select(model => Tag.Of("tr", null, Tag.RowHead(models.Run.Evaluations[model].Name), models.Metrics.Select(metric =>
                {
                    SeedSummary summary = SeedSummary.Of([.. runs.Select(run => run.Evaluations[model].Results[0][metric].Value)]);
                    return Tag.NumberCell(EvaluationWords.Number(summary.Mean), Tag.Of("small", null, "± " + EvaluationWords.Number(summary.Deviation)));
                }))));
    }
}
