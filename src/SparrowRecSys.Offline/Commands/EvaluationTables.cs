using System.Globalization;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Evaluation;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary>The tables of <c>sparrow evaluate</c>: quality of each segment, then what the lists are like.</summary>
internal static class EvaluationTables
{
    public static void Write(IAnsiConsole console, EvaluationOutcome outcome)
    {
        EvaluationSeedRun first = outcome.First;
        console.MarkupLineInterpolated($"{EvaluationWords.Title(outcome)}");
        for (int segment = 0; segment < first.Segments.Count; segment++)
        {
            console.Write(outcome.Runs.Count == 1 ? QualityTable(first, segment) : SeedsTable(outcome, segment));
        }

        console.Write(ListTable(first));
        console.WriteLine(EvaluationWords.Rules(outcome));
    }

    private static Table QualityTable(EvaluationSeedRun run, int segment)
    {
        EvaluationSplit split = run.Segments[segment].Split;
        string[] metrics = EvaluationWords.MetricsToShow(run, segment);
        Table table = new Table().Title($"{run.Segments[segment].Name}: {split.Cases.Count.ToString("N0", CultureInfo.InvariantCulture)}");
        table.AddColumn("model");
        AddNumberColumns(table, [.. metrics, $"{metrics[^1]} less popularity", "no answer", "train s", "rank s"]);
        EvaluationResult? baseline = run.Evaluations.FirstOrDefault(evaluation => evaluation.Name == EvaluationWords.Baseline)?.Results.ElementAtOrDefault(segment);
        foreach (ModelEvaluation evaluation in run.Evaluations)
        {
            if (evaluation.Problem is not null)
            {
                table.AddRow([Markup.Escape(evaluation.Name), Markup.Escape(evaluation.Problem), .. Enumerable.Repeat("", metrics.Length + 3)]);
                continue;
            }

            EvaluationResult result = evaluation.Results[segment];
            table.AddRow([
                Markup.Escape(evaluation.Name),
                .. metrics.Select(metric => Cell(run, segment, result, metric)),
                Difference(result, baseline, metrics[^1]),
                result.SilentUsers == 0 ? "" : result.SilentUsers.ToString("N0", CultureInfo.InvariantCulture),
                evaluation.TrainingSeconds.ToString("0.0", CultureInfo.InvariantCulture),
                result.Seconds.ToString("0.00", CultureInfo.InvariantCulture),
            ]);
        }

        return table;
    }

    /// <summary>The value with its interval; bold where no model is better.</summary>
    private static string Cell(EvaluationSeedRun run, int segment, EvaluationResult result, string metric)
    {
        MetricEstimate estimate = result[metric];
        string text = EvaluationWords.Number(estimate.Value);
        double best = run.Evaluations.Where(evaluation => evaluation.Problem is null).Max(evaluation => evaluation.Results[segment][metric].Value);
        return $"{(estimate.Value == best && best > 0 ? $"[bold]{text}[/]" : text)} [grey]{EvaluationWords.Number(estimate.Lower)}-{EvaluationWords.Number(estimate.Upper)}[/]";
    }

    private static string Difference(EvaluationResult result, EvaluationResult? baseline, string metric)
    {
        if (baseline is null || result.Name == EvaluationWords.Baseline)
        {
            return "";
        }

        MetricEstimate difference = result.DifferenceTo(baseline, metric);
        return $"{EvaluationWords.Signed(difference.Value)} [grey]{EvaluationWords.Signed(difference.Lower)} to {EvaluationWords.Signed(difference.Upper)}[/] {EvaluationWords.Verdict(difference)}";
    }

    private static Table SeedsTable(EvaluationOutcome outcome, int segment)
    {
        string[] metrics = EvaluationWords.MetricsToShow(outcome.First, segment);
        Table table = new Table().Title($"{outcome.First.Segments[segment].Name}: mean ± standard deviation over {outcome.Runs.Count} seeds");
        table.AddColumn("model");
        AddNumberColumns(table, metrics);
        for (int model = 0; model < outcome.First.Evaluations.Count; model++)
        {
            ModelEvaluation[] all = [.. outcome.Runs.Select(run => run.Evaluations[model])];
            string? problem = Array.Find(all, evaluation => evaluation.Problem is not null)?.Problem;
            string[] cells = problem is not null
                ? [Markup.Escape(problem), .. Enumerable.Repeat("", metrics.Length - 1)]
                : [.. metrics.Select(metric => SeedSummary.Of([.. all.Select(evaluation => evaluation.Results[segment][metric].Value)])).Select(
                    summary => $"{EvaluationWords.Number(summary.Mean)} [grey]± {EvaluationWords.Number(summary.Deviation)}[/]")];
            table.AddRow([Markup.Escape(all[0].Name), .. cells]);
        }

        return table;
    }

    private static Table ListTable(EvaluationSeedRun run)
    {
        Table table = new Table().Title($"What the lists are like: {run.Segments[0].Name}").AddColumn("model");
        AddNumberColumns(table, ["coverage", "Gini", "novelty, bits", "diversity", "interactions of a shown movie"]);
        foreach (ModelEvaluation evaluation in run.Evaluations.Where(evaluation => evaluation.Problem is null))
        {
            ListStatistics lists = evaluation.Results[0].Lists;
            table.AddRow(
                Markup.Escape(evaluation.Name), lists.Coverage.ToString("P1", CultureInfo.InvariantCulture), EvaluationWords.Number(lists.Gini),
                lists.Novelty.ToString("0.00", CultureInfo.InvariantCulture), EvaluationWords.Number(lists.Diversity), lists.Popularity.ToString("N0", CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static void AddNumberColumns(Table table, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            table.AddColumn(Markup.Escape(name), column => column.RightAligned());
        }
    }
}
