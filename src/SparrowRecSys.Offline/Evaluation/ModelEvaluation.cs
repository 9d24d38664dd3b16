using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation;

/// <summary>What is measured apart: one set of cases of a split.</summary>
/// <param name="Name">Such as <c>warm users</c>.</param>
/// <param name="Split">The cases.</param>
internal sealed record EvaluationSegment(string Name, EvaluationSplit Split)
{
    /// <summary>The segments of a split, the one that counts first; those without a case are left out.</summary>
    public static IReadOnlyList<EvaluationSegment> Of(EvaluationSplit split)
    {
        if (split.Protocol != Protocols.Temporal)
        {
            return [new EvaluationSegment("all users", split)];
        }

        EvaluationSplit warm = split.Where(test => test.IsWarm);
        EvaluationSegment[] segments =
        [
            new("warm users", warm),
            new("cold users", split.Where(test => !test.IsWarm)),
            new("cold movies of warm users, among all", warm.ColdMovies(amongThemselves: false)),
            new("cold movies of warm users, among cold ones", warm.ColdMovies(amongThemselves: true)),
        ];
        return [.. segments.Where(segment => segment.Split.Cases.Count > 0)];
    }
}

/// <summary>One model over one split.</summary>
/// <param name="Name">The model, or several joined by <c>+</c>.</param>
/// <param name="Results">A result for each segment, in their order; empty when it failed.</param>
/// <param name="TrainingSeconds">0 for what was not trained here.</param>
/// <param name="Problem">Why it failed; <see langword="null"/> when it did not.</param>
internal sealed record ModelEvaluation(string Name, IReadOnlyList<EvaluationResult> Results, double TrainingSeconds, string? Problem = null);
