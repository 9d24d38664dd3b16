using System.Xml.Linq;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.BaselineRankers;
using SparrowRecSys.Offline.Evaluation.Rankers;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>The sections of a report on rankers that are texts, tables and bars.</summary>
internal static class RankingSections
{
    private const double Chance = 0.5; // AUC of a coin

    private static readonly (string Name, string Formula)[] Formulas =
    [
        (RankerMeasure.Auc, "probability that a positive drawn at random has a higher score than a negative drawn at random, ties counting half"),
        (RankerMeasure.GroupAuc, "the AUC within each user, averaged with the numbers of samples as weights; users of one label only have no part in it"),
        (RankerMeasure.LogLoss, "mean of −ln of the probability that the ranker gave the label; a rule that gives no probabilities has none"),
        ("calibration error", $"mean of |predicted − observed| over {Calibration.MaxBins} groups of samples of about the same probability, weighted by their size"),
        (RerankingOutcome.Metric, $"sum of 1 / log2(rank + 1) over the right movies among the first {CandidateReranking.K}, divided by the same sum of the best list that there could be"),
    ];

    /// <summary>What was measured on what, and what came out, in a few lines.</summary>
    public static IEnumerable<XElement> Summary(RankingOutcome outcome)
    {
        yield return Tag.Of("p", "lead", RankingWords.Title(outcome) + ".");
        foreach (string warning in Warnings(outcome))
        {
            yield return Tag.Of("p", "warning", warning);
        }

        if (outcome.Best(0) is { } best)
        {
            SeedSummary auc = best.Over(0, RankerMeasure.Auc);
            string[] level = [.. outcome.Measured.Where(other => other != best && best.DifferenceTo(other, 0, RankerMeasure.Auc, outcome.Request.Seed)?.Verdict == "level").Select(other => other.Name)];
            string others = level.Length == 0 ? "" : $" Level with it: {string.Join(", ", level)}.";
            yield return Tag.Paragraph($"Highest AUC: {best.Name} with {RankingWords.Cell(auc, best.Runs.Count > 1)}.{others}");
        }
    }

    /// <summary>Bars, and the table of all rankers.</summary>
    public static IEnumerable<XElement> Quality(RankingOutcome outcome)
    {
        if (outcome.Measured.Count > 0)
        {
            yield return Tag.Paragraph($"Means over seeds, the thin lines 95 % intervals over users. Bars of AUC and gAUC begin at 0.5, where a coin stands. The broken line is {PlainRankers.AveragesNow}, the rule that a model has to beat to have learned anything.");
            yield return Tag.Of("div", "plots", RankerMeasure.Metrics.Select(metric => Bars(outcome, 0, metric, metric)).OfType<XElement>());
        }

        yield return Tag.Table(
            $"All test samples: {EvaluationWords.Count(outcome.Segments[0].Positions.Length)}; intervals over users below the values",
            ["ranker", .. RankerMeasure.Metrics, "calibration error", "training", "chosen"], outcome.Evaluations.Select(evaluation => Row(outcome, evaluation)));
    }

    /// <summary>Differences between any two.</summary>
    public static IEnumerable<XElement> Pairs(RankingOutcome outcome)
    {
        if (outcome.Measured.Count < 2)
        {
            yield break;
        }

        yield return Tag.Paragraph(
            "The row's value less the column's, user by user. Level, a tie, where 0 lies in the 95 % interval of the difference, or the difference is below two standard deviations over seeds. "
            + "AUC asks also who likes much and who little; gAUC only whether each user's own movies are in the right order, which is what a user sees.");
        foreach (string metric in new[] { RankerMeasure.Auc, RankerMeasure.GroupAuc })
        {
            yield return Tag.Table(
                $"{metric} of the row less {metric} of the column",
                ["ranker", .. outcome.Measured.Select(evaluation => evaluation.Name)],
                outcome.Measured.Select(own => Tag.Of(
                    "tr", null, Tag.RowHead(own.Name), outcome.Measured.Select(other => own == other ? Tag.NumberCell("") : Pair(own, other, metric, outcome.Request.Seed)))));
        }
    }

    /// <summary>Nothing where all users are alike.</summary>
    public static IEnumerable<XElement> Segments(RankingOutcome outcome)
    {
        if (outcome.Segments.Count < 2 || outcome.Measured.Count == 0)
        {
            yield break;
        }

        yield return Tag.Paragraph($"A user is warm from {RankerSegment.WarmSamples} training samples on. A cold movie has none: what a model knows of it is what its features say.");
        yield return Tag.Of("div", "plots", Enumerable.Range(1, outcome.Segments.Count - 1).Select(i => Bars(
            outcome, i, RankerMeasure.Auc, $"AUC, {outcome.Segments[i].Name}: {EvaluationWords.Count(outcome.Segments[i].Positions.Length)} samples of {EvaluationWords.Count(outcome.Segments[i].UserCount)}")).OfType<XElement>());
        yield return Tag.Table(
            "Warm and cold", ["ranker", .. outcome.Segments.Skip(1).SelectMany(segment => new[] { $"{segment.Name}: AUC", "gAUC" })],
            outcome.Measured.Select(evaluation => Tag.Of("tr", null, Tag.RowHead(evaluation.Name), Enumerable.Range(1, outcome.Segments.Count - 1).SelectMany(
                segment => new[] { RankerMeasure.Auc, RankerMeasure.GroupAuc }.Select(metric => Value(outcome, evaluation, segment, metric))))));
    }

    /// <summary>Nothing where no candidates were ordered.</summary>
    public static IEnumerable<XElement> Reranking(RankingOutcome outcome)
    {
        if (outcome.Reranking is not { } reranking)
        {
            yield break;
        }

        yield return Tag.Paragraph(
            $"{CandidateReranking.RetrievalModel}, trained on the positives before the test, gives each of {EvaluationWords.Count(reranking.Users)} users {CandidateReranking.CandidateCount} candidates, and each ranker of the first seed orders them. "
            + $"{PopularityPlot.Percent(reranking.Recall)} of the right movies are among the candidates. A ranker learned which of the movies that were watched were liked; here is asked which will be watched and liked, which is another question.");
        yield return BarPlot.Create(
            RerankingOutcome.Metric, [.. reranking.Results.Where(result => result.Name != RerankingOutcome.PerfectOrder).Select(result => (result.Name, result[RerankingOutcome.Metric]))],
            baseline: RerankingOutcome.RetrievalOrder);
        yield return Tag.Table(
            RerankingOutcome.Metric, ["order", RerankingOutcome.Metric, $"less {reranking.Retrieved.Name}"],
            reranking.Results.Select(result => Tag.Of(
                "tr", result == reranking.Retrieved ? "base" : null, Tag.RowHead(result.Name), QualityTable.Cell(result[RerankingOutcome.Metric], double.PositiveInfinity),
                QualityTable.Lead(result == reranking.Retrieved ? null : result.DifferenceTo(reranking.Retrieved, RerankingOutcome.Metric, outcome.Request.Seed)))));
    }

    /// <summary>Rules and formulas.</summary>
    public static IEnumerable<XElement> Method(RankingOutcome outcome)
    {
        yield return Tag.Paragraph(RankingWords.Rules(outcome));
        yield return Tag.Paragraph(
            "Every ranker learns from the training samples alone and chooses its settings, rounds and epochs on the validation samples; the test is looked at once. Samples to learn from that are later than the test's "
            + "first moment are refused, unless the files are said to be divided at random.");
        yield return Tag.Of("dl", "formulas", Formulas.SelectMany(formula => new[] { Tag.Of("dt", null, formula.Name), Tag.Of("dd", null, formula.Formula) }));
        yield return Tag.Table(
            "The rankers", ["ranker", "what it is"],
            outcome.Request.Rankers.Select(ranker => Tag.Of("tr", null, Tag.RowHead(ranker.Name), Tag.Of("td", null, ranker.Help.Split('\n')[0]))));
        if (outcome.Facts.Hash is { } hash)
        {
            yield return Tag.Of("p", "quiet", $"Data {hash}. The same data, options and seeds give the same numbers, seconds aside.");
        }
    }

    private static IEnumerable<string> Warnings(RankingOutcome outcome)
    {
        if (outcome.Facts.AreSimulated == true)
        {
            yield return "The ratings are simulated: these numbers say nothing about real people.";
        }

        if (outcome.Request.HasRandomLabels)
        {
            yield return "Control: labels were dealt out at random, so every ranker should have an AUC of 0.5.";
        }

        if (outcome.Request.Files is { IsRandomSplit: true })
        {
            yield return "The samples were divided at random: what came later was learned from, so the numbers are higher than they would be in service.";
        }
    }

    /// <summary><see langword="null"/> where nobody has the metric.</summary>
    private static XElement? Bars(RankingOutcome outcome, int segment, string metric, string title)
    {
        (string Name, MetricEstimate? Estimate)[] all = [.. outcome.Measured.Select(evaluation => (evaluation.Name, evaluation.Estimate(segment, metric, outcome.Request.Seed)))];
        (string, MetricEstimate)[] known = [.. all.Where(value => value.Estimate is not null).Select(value => (value.Name, value.Estimate ?? default))];
        return known.Length == 0 ? null : BarPlot.Create(title, known, metric == RankerMeasure.LogLoss ? 0 : Chance, PlainRankers.AveragesNow);
    }

    private static XElement Row(RankingOutcome outcome, RankerEvaluation evaluation)
    {
        if (evaluation.Problem is { } problem)
        {
            return Tag.Of("tr", null, Tag.RowHead(evaluation.Name), Tag.Of("td", "problem", Tag.Attribute("colspan", RankerMeasure.Metrics.Count + 3.0), problem));
        }

        string error = evaluation.CalibrationError(0) is { } summary ? RankingWords.Cell(summary, evaluation.Runs.Count > 1) : "–";
        return Tag.Of(
            "tr", evaluation == outcome.Baseline ? "base" : null, Tag.RowHead(evaluation.Name),
            RankerMeasure.Metrics.Select(metric => Value(outcome, evaluation, 0, metric)),
            Tag.NumberCell(error), Tag.NumberCell(QualityTable.Seconds(evaluation.Seconds)), Tag.Of("td", null, evaluation.Runs[0].Choice));
    }

    private static XElement Value(RankingOutcome outcome, RankerEvaluation evaluation, int segment, string metric) =>
        evaluation.Estimate(segment, metric, outcome.Request.Seed) is not { } estimate
            ? Tag.NumberCell("–")
            : Tag.NumberCell(
                RankingWords.Cell(evaluation.Over(segment, metric), evaluation.Runs.Count > 1),
                Tag.Of("small", null, $"{EvaluationWords.Number(estimate.Lower)} to {EvaluationWords.Number(estimate.Upper)}"));

    private static XElement Pair(RankerEvaluation own, RankerEvaluation other, string metric, int seed) => own.DifferenceTo(other, 0, metric, seed) is not { } difference
        ? Tag.NumberCell("–")
        : Tag.NumberCell(
            Tag.Of("span", difference.Verdict switch { "higher" => "better", "lower" => "worse", _ => "level" }, EvaluationWords.Signed(difference.Estimate.Value)),
            Tag.Of("small", null, difference.Verdict));
}
