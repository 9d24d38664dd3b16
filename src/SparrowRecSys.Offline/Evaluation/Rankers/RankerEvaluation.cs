using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Training;

namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>One training of a ranker.</summary>
/// <param name="Seed">Of the training.</param>
/// <param name="Measures">By segment.</param>
/// <param name="Seconds">Of training and of choosing on the validation samples.</param>
/// <param name="Choice">What was chosen there, in words.</param>
/// <param name="Curve">The learning curve of a network; empty for others.</param>
internal sealed record RankerRun(int Seed, IReadOnlyList<RankerMeasure> Measures, double Seconds, string Choice, IReadOnlyList<TrainedEpoch> Curve);

/// <summary>A ranker over all seeds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Runs">One for each seed, one alone where the seed changes nothing; empty when it failed.</param>
/// <param name="Problem">Why it failed; <see langword="null"/> when it did not.</param>
internal sealed record RankerEvaluation(string Name, IReadOnlyList<RankerRun> Runs, string? Problem = null)
{
    /// <summary>Mean and deviation over the seeds; NaN where it was not measured.</summary>
    public SeedSummary Over(int segment, string metric) => SeedSummary.Of([.. Runs.Select(run => run.Measures[segment][metric])]);

    /// <summary>Mean and deviation over the seeds of the expected calibration error; <see langword="null"/> where the scores are no probabilities.</summary>
    public SeedSummary? CalibrationError(int segment) => Runs.Any(run => run.Measures[segment].Calibration is null)
        ? null
        : SeedSummary.Of([.. Runs.Select(run => run.Measures[segment].Calibration?.ExpectedError ?? double.NaN)]);

    public double Seconds => Runs.Average(run => run.Seconds);

    /// <summary>The mean over seeds with its interval over users; <see langword="null"/> where it was not measured.</summary>
    public MetricEstimate? Estimate(int segment, string metric, int seed)
    {
        double[] values = PerUser(segment, metric);
        return values.Length == 0 || double.IsNaN(values[0]) ? null : Bootstrap.Estimate([values], seed)[0];
    }

    /// <summary>This ranker's metric less another's, both as means over seeds, with the interval of the difference over the same users.</summary>
    /// <returns><see langword="null"/> where one of them was not measured.</returns>
    public RankerDifference? DifferenceTo(RankerEvaluation other, int segment, string metric, int seed)
    {
        double[] difference = [.. PerUser(segment, metric).Zip(other.PerUser(segment, metric), (own, others) => own - others)];
        if (difference.Length == 0 || double.IsNaN(difference[0]))
        {
            return null;
        }

        (double own, double others) = (Over(segment, metric).Deviation, other.Over(segment, metric).Deviation);
        return new RankerDifference(Bootstrap.Estimate([difference], seed)[0], Math.Sqrt((own * own) + (others * others)));
    }

    private double[] PerUser(int segment, string metric)
    {
        double[][] all = [.. Runs.Select(run => run.Measures[segment].PerUser[metric])];
        return all.Length == 1 ? all[0] : [.. Enumerable.Range(0, all[0].Length).Select(user => all.Average(values => values[user]))];
    }
}

/// <summary>How much better one ranker is than another.</summary>
/// <param name="Estimate">Mean over seeds, and its interval over users.</param>
/// <param name="Deviation">Standard deviation of the difference over seeds; 0 where both are always the same.</param>
internal readonly record struct RankerDifference(MetricEstimate Estimate, double Deviation)
{
    /// <summary><c>higher</c> or <c>lower</c>; <c>level</c> where 0 lies in the interval over users, or the difference is below two deviations over seeds.</summary>
    public string Verdict => Math.Abs(Estimate.Value) < 2 * Deviation || (Estimate.Lower <= 0 && Estimate.Upper >= 0) ? "level" : Estimate.Value > 0 ? "higher" : "lower";
}
