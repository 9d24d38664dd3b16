namespace SparrowRecSys.Serving;

/// <summary>How much two rankers agree on the order of the same candidates.</summary>
internal static class RankAgreement
{
    /// <summary>
    /// Share of the best <paramref name="k"/> by one score that are among the best <paramref name="k"/> by the other, 0 to 1; of all where there are
    /// fewer than <paramref name="k"/>. Ties by row. 1 of nothing.
    /// </summary>
    /// <param name="movieRows">The candidates, N of them.</param>
    /// <param name="first">N scores.</param>
    /// <param name="second">N scores.</param>
    /// <param name="k">Length of the lists.</param>
    public static double Overlap(ReadOnlySpan<int> movieRows, ReadOnlySpan<float> first, ReadOnlySpan<float> second, int k)
    {
        if (movieRows.IsEmpty)
        {
            return 1;
        }

        ReadOnlySpan<Candidate> best = Best(movieRows, first, k);
        ReadOnlySpan<Candidate> others = Best(movieRows, second, k);
        int common = 0;
        foreach (Candidate candidate in best)
        {
            foreach (Candidate other in others)
            {
                common += candidate.MovieRow == other.MovieRow ? 1 : 0;
            }
        }

        return (double)common / best.Length;
    }

    /// <summary>
    /// Spearman's rank correlation, -1 to 1: Pearson's correlation of the ranks, equal scores sharing their mean rank. NaN where one gives the same score to
    /// all, or there are fewer than two. O(N log N).
    /// </summary>
    public static double Correlation(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        double[] x = Ranks(first);
        double[] y = Ranks(second);
        double mean = (x.Length - 1) / 2.0; // of the ranks 0 .. N - 1, whatever the ties
        (double covariance, double varianceX, double varianceY) = (0, 0, 0);
        for (int i = 0; i < x.Length; i++)
        {
            covariance += (x[i] - mean) * (y[i] - mean);
            varianceX += (x[i] - mean) * (x[i] - mean);
            varianceY += (y[i] - mean) * (y[i] - mean);
        }

        return covariance / Math.Sqrt(varianceX * varianceY);
    }

    private static Span<Candidate> Best(ReadOnlySpan<int> movieRows, ReadOnlySpan<float> scores, int k)
    {
        Span<Candidate> room = new Candidate[Math.Min(k, movieRows.Length)];
        var best = new TopCandidates(room);
        for (int i = 0; i < movieRows.Length; i++)
        {
            best.Add(movieRows[i], scores[i]);
        }

        return room[..best.SortBestFirst()];
    }

    private static double[] Ranks(ReadOnlySpan<float> scores)
    {
        float[] sorted = scores.ToArray();
        int[] order = new int[sorted.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        MemoryExtensions.Sort(sorted.AsSpan(), order.AsSpan());
        double[] ranks = new double[sorted.Length];
        for (int start = 0; start < sorted.Length;)
        {
            int end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            foreach (int position in order.AsSpan(start..end))
            {
                ranks[position] = (start + end - 1) / 2.0;
            }

            start = end;
        }

        return ranks;
    }
}
