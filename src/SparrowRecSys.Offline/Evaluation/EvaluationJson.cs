using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation;

/// <summary>The machine-readable form of an evaluation; what <c>--json</c> prints.</summary>
internal static class EvaluationJson
{
    public static object Of(EvaluationOutcome outcome) => new
    {
        Data = outcome.First.Split.Train.Directory,
        DataHash = outcome.First.Split.Train.Hash,
        RatingsAreSimulated = outcome.First.Split.Train.IsSimulated,
        outcome.First.Split.Protocol,
        outcome.First.Split.SampledNegatives,
        outcome.Request.IsValidation,
        outcome.Request.HasRandomLabels,
        outcome.Request.Options,
        Runs = outcome.Runs.Select(OfRun),
    };

    private static object OfRun(EvaluationSeedRun run) => new
    {
        run.Seed,
        run.Split.SplitTime,
        TrainInteractions = run.Split.Train.Ratings.Count,
        Models = run.Evaluations.Select(evaluation => new
        {
            evaluation.Name,
            evaluation.Problem,
            evaluation.TrainingSeconds,
            Segments = run.Segments.Zip(evaluation.Results, OfResult),
        }),
    };

    private static object OfResult(EvaluationSegment segment, EvaluationResult result) => new
    {
        segment.Name,
        result.Users,
        result.SilentUsers,
        Metrics = result.Metrics.Zip(result.Estimates).ToDictionary(pair => pair.First, pair => pair.Second),
        result.Lists,
        result.Seconds,
    };
}
