using SparrowRecSys.Offline.Models;

namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>Refuses samples over which no number would be honest.</summary>
internal static class RankerSamplesGuard
{
    /// <exception cref="InvalidDataException">A part is empty, a sample to learn from or to choose by is later than the test's first, or the test has one label only.</exception>
    /// <param name="samples">In order of time, each part.</param>
    /// <param name="name">Of the data, for the message.</param>
    /// <param name="isRandomSplit">Whether it is known that times overlap.</param>
    public static void Check(RankerSamples samples, string name, bool isRandomSplit = false)
    {
        if (samples.Train.Count == 0 || samples.Validation.Count == 0 || samples.Test.Count == 0)
        {
            throw Bad(name, $"found {samples.Train.Count} samples to learn from, {samples.Validation.Count} to choose by and {samples.Test.Count} to test, expected some of each");
        }

        if (samples.Test.PositiveShare is 0 or 1)
        {
            throw Bad(name, "the test samples are all of one label, expected both");
        }

        (uint last, uint first) = (Math.Max(samples.Train.Timestamps[^1], samples.Validation.Timestamps[^1]), samples.Test.Timestamps[0]);
        if (last > first && !isRandomSplit)
        {
            throw Bad(name, $"a sample to learn from is of {last}, expected none after {first}, the test's first moment; of samples that were divided at random say --random-split");
        }
    }

    private static InvalidDataException Bad(string name, string what) => new($"{name}: {what}. No number is printed over such samples.");
}
