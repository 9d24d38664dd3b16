namespace SparrowRecSys.Evaluation;

/// <summary>
/// Quality of one ranked list. Ranks are those of the relevant movies, from 1, ascending; R is their number, found or not. All metrics are 0
/// to 1, and 0 where no relevant movie is among the first K.
/// </summary>
public static class RankingMetrics
{
    /// <summary>HitRate@K: 1 when a relevant movie is among the first K.</summary>
    public static double HitRate(ReadOnlySpan<int> ranks, int k) => Hits(ranks, k) > 0 ? 1 : 0;

    /// <summary>Recall@K = hits / R.</summary>
    public static double Recall(ReadOnlySpan<int> ranks, int relevant, int k) => (double)Hits(ranks, k) / relevant;

    /// <summary>Recall@K over what can be reached: hits / min(K, R) (Liang et al. 2018).</summary>
    public static double RecallOfReachable(ReadOnlySpan<int> ranks, int relevant, int k) => (double)Hits(ranks, k) / Math.Min(k, relevant);

    /// <summary>Precision@K = hits / K, however short the list is.</summary>
    public static double Precision(ReadOnlySpan<int> ranks, int k) => (double)Hits(ranks, k) / k;

    /// <summary>MRR@K: 1 / rank of the first relevant movie.</summary>
    public static double ReciprocalRank(ReadOnlySpan<int> ranks, int k) => Hits(ranks, k) > 0 ? 1.0 / ranks[0] : 0;

    /// <summary>MAP@K: mean over min(K, R) of the precision at the rank of each relevant movie among the first K.</summary>
    public static double AveragePrecision(ReadOnlySpan<int> ranks, int relevant, int k)
    {
        double sum = 0;
        for (int i = 0; i < Hits(ranks, k); i++)
        {
            sum += (i + 1.0) / ranks[i];
        }

        return sum / Math.Min(k, relevant);
    }

    /// <summary>
    /// NDCG@K = Σ 1 / log2(rank + 1) over the relevant movies among the first K, divided by the same sum over the ranks 1 to min(K, R)
    /// (Järvelin and Kekäläinen 2002, gain 1).
    /// </summary>
    public static double Ndcg(ReadOnlySpan<int> ranks, int relevant, int k)
    {
        double gain = 0;
        for (int i = 0; i < Hits(ranks, k); i++)
        {
            gain += Discount(ranks[i]);
        }

        double ideal = 0;
        for (int rank = 1; rank <= Math.Min(k, relevant); rank++)
        {
            ideal += Discount(rank);
        }

        return gain / ideal;
    }

    private static double Discount(int rank) => 1 / Math.Log2(rank + 1);

    private static int Hits(ReadOnlySpan<int> ranks, int k)
    {
        int hits = 0;
        while (hits < ranks.Length && ranks[hits] <= k)
        {
            hits++;
        }

        return hits;
    }
}
