using System.Globalization;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>What tables and report say in words about an evaluation of rankers.</summary>
internal static class RankingWords
{
    /// <summary>One line: data, counts, where the split lies.</summary>
    public static string Title(RankingOutcome outcome)
    {
        RankingFacts facts = outcome.Facts;
        string control = outcome.Request.HasRandomLabels ? ", CONTROL with random labels" : "";
        string split = outcome.Request.Files is { IsRandomSplit: true } ? "divided at random" : $"test from {DateTimeOffset.FromUnixTimeSeconds(facts.TestFrom):yyyy-MM-dd}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{facts.Name}{control}: {facts.Train:N0} samples to learn from, {facts.Validation:N0} to choose by, {facts.Test:N0} of {outcome.Segments[0].UserCount:N0} users to test, {split}; "
            + $"positive are {facts.PositiveShareTrain:P1} in training, {facts.PositiveShareTest:P1} in the test");
    }

    /// <summary>How to read the numbers.</summary>
    public static string Rules(RankingOutcome outcome)
    {
        string simulated = outcome.Facts.AreSimulated == true ? " The ratings are simulated: these numbers say nothing about real people." : "";
        string random = outcome.Request.Files is { IsRandomSplit: true } ? " The samples were divided at random: what came later was learned from, and the numbers are too high." : "";
        return $"Features are as of the moment of each sample. ± is the standard deviation over {outcome.Request.Seeds} seed{(outcome.Request.Seeds == 1 ? "" : "s")}; intervals: 95 %, bootstrap over users ({Bootstrap.Resamples} resamples). "
            + $"Level: 0 lies in the interval of the difference, or the difference is below two standard deviations over seeds. Warm users have at least {RankerSegment.WarmSamples} training samples.{random}{simulated}";
    }

    /// <summary>Mean with its deviation over several seeds; a dash where nothing was measured.</summary>
    public static string Cell(SeedSummary summary, bool isSeeded) =>
        double.IsNaN(summary.Mean) ? "–" : EvaluationWords.Number(summary.Mean) + (isSeeded ? " ± " + EvaluationWords.Number(summary.Deviation) : "");

    /// <summary>Such as <c>+0.0123 (0.0100 to 0.0150) higher</c>.</summary>
    public static string Difference(RankerDifference difference) =>
        $"{EvaluationWords.Signed(difference.Estimate.Value)} ({EvaluationWords.Signed(difference.Estimate.Lower)} to {EvaluationWords.Signed(difference.Estimate.Upper)}) {difference.Verdict}";
}
