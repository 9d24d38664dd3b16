namespace SparrowRecSys.Evaluation;

/// <summary>
/// Metrics over labelled samples written as means over users, so that <see cref="Bootstrap"/> gives intervals and differences of them: a user's contribution is the
/// metric and what the user moves it by to first order (the influence function), and the mean of all contributions is the metric itself.
/// </summary>
/// <remarks>Samples of one user are not independent; users are. Of AUC this is the clustered form of its placement values (Obuchowski 1997).</remarks>
public static class UserContributions
{
    /// <summary>
    /// AUC + U/P · Σ over the user's positives (share of negatives below − AUC) + U/N · Σ over the user's negatives (share of positives above − AUC). O(n log n).
    /// </summary>
    /// <param name="scores">(n), no NaN.</param>
    /// <param name="labels">(n).</param>
    /// <param name="users">(n), 0 to U − 1, each at least once.</param>
    /// <param name="userCount">U.</param>
    /// <returns>(U); all NaN when there is no positive or no negative.</returns>
    public static double[] Auc(ReadOnlySpan<float> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<int> users, int userCount)
    {
        double auc = BinaryMetrics.Auc(scores, labels);
        double[] contributions = new double[userCount];
        Array.Fill(contributions, auc);
        if (double.IsNaN(auc))
        {
            return contributions;
        }

        int positives = labels.Count(true);
        int negatives = labels.Length - positives;
        int[] order = [.. Enumerable.Range(0, scores.Length)];
        Array.Sort(scores.ToArray(), order);
        (int positivesBelow, int negativesBelow) = (0, 0);
        for (int start = 0, end; start < order.Length; start = end)
        {
            (int positivesHere, int negativesHere) = (0, 0);
            for (end = start; end < order.Length && scores[order[end]] == scores[order[start]]; end++)
            {
                (positivesHere, negativesHere) = labels[order[end]] ? (positivesHere + 1, negativesHere) : (positivesHere, negativesHere + 1);
            }

            double below = (negativesBelow + (negativesHere / 2.0)) / negatives; // share of negatives, ties half
            double above = (positives - positivesBelow - (positivesHere / 2.0)) / positives;
            foreach (int i in order.AsSpan(start, end - start))
            {
                contributions[users[i]] += labels[i] ? (below - auc) * userCount / positives : (above - auc) * userCount / negatives;
            }

            (positivesBelow, negativesBelow) = (positivesBelow + positivesHere, negativesBelow + negativesHere);
        }

        return contributions;
    }

    /// <summary>gAUC (see <see cref="BinaryMetrics.GroupAuc"/>): each user's AUC weighted by the user's samples; users of one label only have no part in it.</summary>
    /// <inheritdoc cref="Auc"/>
    /// <returns>(U); all NaN when no user has both labels.</returns>
    public static double[] GroupAuc(ReadOnlySpan<float> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<int> users, int userCount)
    {
        int[] sorted = users.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        double[] sums = new double[userCount];
        double[] weights = new double[userCount];
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start; end < order.Length && sorted[end] == sorted[start]; end++)
            {
            }

            int[] own = order[start..end];
            float[] ownScores = new float[own.Length];
            bool[] ownLabels = new bool[own.Length];
            for (int i = 0; i < own.Length; i++)
            {
                (ownScores[i], ownLabels[i]) = (scores[own[i]], labels[own[i]]);
            }

            double auc = BinaryMetrics.Auc(ownScores, ownLabels);
            (sums[sorted[start]], weights[sorted[start]]) = double.IsNaN(auc) ? (0, 0) : (auc * own.Length, own.Length);
        }

        return OfRatio(sums, weights);
    }

    /// <summary>Log loss: of each user the mean over the user's samples, weighted by their number.</summary>
    /// <inheritdoc cref="Auc"/>
    /// <returns>(U).</returns>
    public static double[] LogLoss(ReadOnlySpan<float> probabilities, ReadOnlySpan<bool> labels, ReadOnlySpan<int> users, int userCount)
    {
        double[] sums = new double[userCount];
        double[] counts = new double[userCount];
        for (int i = 0; i < labels.Length; i++)
        {
            sums[users[i]] += BinaryMetrics.LogLoss(probabilities.Slice(i, 1), labels.Slice(i, 1));
            counts[users[i]]++;
        }

        return OfRatio(sums, counts);
    }

    /// <summary>R = Σ sums / Σ weights as R + U (sum − R weight) / Σ weights.</summary>
    private static double[] OfRatio(double[] sums, double[] weights)
    {
        double total = weights.Sum();
        double ratio = sums.Sum() / total;
        return [.. sums.Zip(weights, (sum, weight) => ratio + (sums.Length * (sum - (ratio * weight)) / total))];
    }
}
