namespace SparrowRecSys.Offline.Tests.Graphs;

/// <summary>How badly counts fit probabilities.</summary>
internal static class ChiSquare
{
    /// <summary>Σ (found - expected)² / expected, over the cells with a probability above 0; infinite when one without was found.</summary>
    public static double Of(IReadOnlyList<long> found, IReadOnlyList<double> probabilities)
    {
        double total = found.Sum();
        return found.Zip(probabilities, (count, probability) => probability > 0
            ? Math.Pow(count - (total * probability), 2) / (total * probability)
            : count > 0 ? double.PositiveInfinity : 0).Sum();
    }

    /// <summary>Value that the statistic exceeds once in a million if all is right (Wilson and Hilferty 1931).</summary>
    public static double OnceInAMillion(int degreesOfFreedom)
    {
        double spread = 2.0 / (9 * degreesOfFreedom);
        return degreesOfFreedom * Math.Pow(1 - spread + (4.7534 * Math.Sqrt(spread)), 3);
    }
}
