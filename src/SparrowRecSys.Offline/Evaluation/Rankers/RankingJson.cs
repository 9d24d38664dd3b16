namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>The machine-readable form of an evaluation of rankers; what <c>--json</c> prints. A number that was not measured is null.</summary>
internal static class RankingJson
{
    private static readonly string[] Compared = [RankerMeasure.Auc, RankerMeasure.GroupAuc];

    public static object Of(RankingOutcome outcome) => new
    {
        outcome.Facts,
        outcome.Request.Seed,
        outcome.Request.Seeds,
        outcome.Request.HasRandomLabels,
        Segments = outcome.Segments.Select(segment => new { segment.Name, Samples = segment.Positions.Length, Users = segment.UserCount }),
        Rankers = outcome.Evaluations.Select(evaluation => OfRanker(evaluation, outcome)),
        Reranking = outcome.Reranking is not { } reranking ? null : new
        {
            reranking.Users,
            reranking.Recall,
            Results = reranking.Results.Select(result => new
            {
                result.Name,
                Metrics = result.Metrics.Zip(result.Estimates).ToDictionary(pair => pair.First, pair => pair.Second),
                LessRetrieval = result.DifferenceTo(reranking.Retrieved, RerankingOutcome.Metric, outcome.Request.Seed),
            }),
        },
    };

    private static object OfRanker(RankerEvaluation evaluation, RankingOutcome outcome) => new
    {
        evaluation.Name,
        evaluation.Problem,
        Segments = evaluation.Problem is not null ? null : outcome.Segments.Select((segment, i) => new
        {
            segment.Name,
            Metrics = RankerMeasure.Metrics.ToDictionary(metric => metric, metric => evaluation.Estimate(i, metric, outcome.Request.Seed)),
            Deviations = RankerMeasure.Metrics.ToDictionary(metric => metric, metric => Known(evaluation.Over(i, metric).Deviation)),
            CalibrationError = evaluation.CalibrationError(i),
        }),
        Less = outcome.Measured.Where(other => evaluation.Problem is null && other.Name != evaluation.Name)
            .ToDictionary(other => other.Name, other => Compared.ToDictionary(metric => metric, metric => evaluation.DifferenceTo(other, 0, metric, outcome.Request.Seed))),
        Runs = evaluation.Runs.Select(run => new { run.Seed, run.Seconds, run.Choice, Auc = run.Measures[0][RankerMeasure.Auc], run.Measures[0].Calibration?.Bins, run.Curve }),
    };

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
