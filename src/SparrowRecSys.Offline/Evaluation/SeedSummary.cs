namespace SparrowRecSys.Offline.Evaluation;

/// <summary>One metric of one model over several seeds.</summary>
/// <param name="Mean">Mean over the seeds.</param>
/// <param name="Deviation">Standard deviation over the seeds, n − 1 in the denominator; 0 for one seed.</param>
internal readonly record struct SeedSummary(double Mean, double Deviation)
{
    public static SeedSummary Of(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        double squares = values.Sum(value => (value - mean) * (value - mean));
        return new SeedSummary(mean, values.Count < 2 ? 0 : Math.Sqrt(squares / (values.Count - 1)));
    }
}
