namespace SparrowRecSys.Evaluation;

/// <summary>How far probabilities are what they say: the samples in order of their probability, cut into ten groups of the same size. Immutable.</summary>
/// <param name="Bins">The least probable first; none is empty.</param>
public sealed record Calibration(IReadOnlyList<CalibrationBin> Bins)
{
    /// <summary>Groups at most.</summary>
    public const int MaxBins = 10;

    /// <summary>
    /// Expected calibration error: the mean over the groups of |predicted − observed|, weighted by their samples. 0 to 1, 0 is perfect; a model that gives
    /// everybody the base rate has 0 too, so it says nothing without AUC.
    /// </summary>
    public double ExpectedError => Bins.Sum(bin => Math.Abs(bin.Predicted - bin.Observed) * bin.Count) / Bins.Sum(bin => (double)bin.Count);

    /// <summary>Samples of the same probability stay together, so that groups may be fewer and of different size. O(n log n).</summary>
    /// <param name="probabilities">(n), 0 to 1.</param>
    /// <param name="labels">(n).</param>
    public static Calibration Of(ReadOnlySpan<float> probabilities, ReadOnlySpan<bool> labels)
    {
        float[] sorted = probabilities.ToArray();
        bool[] sortedLabels = labels.ToArray();
        Array.Sort(sorted, sortedLabels);
        var bins = new List<CalibrationBin>();
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = Math.Max(start + 1, (int)((long)sorted.Length * (bins.Count + 1) / MaxBins));
            while (end < sorted.Length && sorted[end] == sorted[end - 1])
            {
                end++;
            }

            int count = end - start;
            bins.Add(new CalibrationBin(count, sorted.AsSpan(start, count).ToArray().Average(value => (double)value), sortedLabels.AsSpan(start, count).Count(true) / (double)count));
        }

        return new Calibration(bins);
    }
}

/// <summary>Samples of about the same probability.</summary>
/// <param name="Count">Samples, at least 1.</param>
/// <param name="Predicted">Mean of their probabilities.</param>
/// <param name="Observed">Share of positives.</param>
public sealed record CalibrationBin(int Count, double Predicted, double Observed);
