namespace SparrowRecSys.Evaluation;

/// <summary>Quality of scores against yes-or-no labels.</summary>
public static class BinaryMetrics
{
    private const double SmallestProbability = 1e-7; // the logarithm of 0 would make one bad guess the whole loss

    /// <summary>
    /// AUC: the probability that a positive drawn at random has a higher score than a negative drawn at random, ties counting half.
    /// Exact, by ranks (Mann and Whitney): (Σ ranks of positives − P (P + 1) / 2) / (P · N). O(n log n).
    /// </summary>
    /// <returns>0 to 1; NaN when there is no positive or no negative.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a score is NaN.</exception>
    public static double Auc(ReadOnlySpan<float> scores, ReadOnlySpan<bool> labels)
    {
        CheckLengths(scores, labels);
        float[] sorted = scores.ToArray();
        bool[] sortedLabels = labels.ToArray();
        Array.Sort(sorted, sortedLabels);
        if (sorted.Length > 0 && float.IsNaN(sorted[0])) // NaN sorts first
        {
            throw new ArgumentException("Expected finite scores, found NaN.", nameof(scores));
        }

        double rankSum = 0; // of positives; ranks from 1, equal scores share the mean of their ranks
        long positives = 0;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start;
            long positivesHere = 0;
            for (; end < sorted.Length && sorted[end] == sorted[start]; end++)
            {
                positivesHere += sortedLabels[end] ? 1 : 0;
            }

            rankSum += positivesHere * ((start + 1 + end) / 2.0);
            positives += positivesHere;
        }

        long negatives = sorted.Length - positives;
        return positives == 0 || negatives == 0 ? double.NaN : (rankSum - (positives * (positives + 1) / 2.0)) / ((double)positives * negatives);
    }

    /// <summary>
    /// gAUC: the AUC within each group (a user's samples), averaged with the numbers of samples as weights; groups of one label only are left out.
    /// It asks whether each user's own movies are in the right order, which is what a user sees. O(n log n).
    /// </summary>
    /// <param name="scores">(n).</param>
    /// <param name="labels">(n).</param>
    /// <param name="groups">(n), equal numbers are one group.</param>
    /// <returns>0 to 1; NaN when no group has both labels.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a score is NaN.</exception>
    public static double GroupAuc(ReadOnlySpan<float> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<int> groups)
    {
        CheckLengths(scores, labels);
        int[] sorted = groups.ToArray();
        int[] positions = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, positions);
        float[] groupScores = new float[sorted.Length];
        bool[] groupLabels = new bool[sorted.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            (groupScores[i], groupLabels[i]) = (scores[positions[i]], labels[positions[i]]);
        }

        double sum = 0;
        long weight = 0;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start; end < sorted.Length && sorted[end] == sorted[start]; end++)
            {
            }

            double auc = Auc(groupScores.AsSpan(start..end), groupLabels.AsSpan(start..end));
            sum += double.IsNaN(auc) ? 0 : auc * (end - start);
            weight += double.IsNaN(auc) ? 0 : end - start;
        }

        return sum / weight;
    }

    /// <summary>
    /// Log loss, the mean of −ln p(label), in nats; probabilities are held within 1e-7 of 0 and 1. ln 2 = 0.693 for a coin.
    /// </summary>
    /// <returns>0 or more; NaN for no rows.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double LogLoss(ReadOnlySpan<float> probabilities, ReadOnlySpan<bool> labels)
    {
        CheckLengths(probabilities, labels);
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double probability = Math.Clamp(probabilities[i], SmallestProbability, 1 - SmallestProbability);
            sum -= Math.Log(labels[i] ? probability : 1 - probability);
        }

        return sum / labels.Length;
    }

    private static void CheckLengths(ReadOnlySpan<float> scores, ReadOnlySpan<bool> labels)
    {
        if (scores.Length != labels.Length)
        {
            throw new ArgumentException($"Expected one label for each score, got {labels.Length} labels and {scores.Length} scores.");
        }
    }
}
