using CsCheck;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Tests.Evaluation;

public sealed class RankingMetricsTests
{
    // Relevant movies stand at ranks 1, 3 and 7; a fourth is nowhere.
    private static readonly int[] Ranks = [1, 3, 7];
    private const int Relevant = 4;

    private static readonly Gen<(int[] Ranks, int Relevant, int K)> Lists =
        from relevant in Gen.Int[1, 30]
        from ranks in Gen.Int[1, 60].HashSet[0, relevant]
        from k in Gen.Int[1, 50]
        select (ranks.Order().ToArray(), relevant, k);

    [Theory]
    [InlineData(1, 1.0, 0.25, 1.0, 1.0, 1.0, 1.0)]
    [InlineData(3, 1.0, 0.5, 2.0 / 3, 1.0, (1 + (2.0 / 3)) / 3, 1.5 / 2.1309297535714578)]
    [InlineData(10, 1.0, 0.75, 0.3, 1.0, (1 + (2.0 / 3) + (3.0 / 7)) / 4, (1.5 + (1.0 / 3)) / 2.5616063116448506)]
    public void The_metrics_equal_the_values_computed_by_hand(
        int k, double hitRate, double recall, double precision, double reciprocalRank, double averagePrecision, double ndcg)
    {
        Assert.Equal(hitRate, RankingMetrics.HitRate(Ranks, k), 12);
        Assert.Equal(recall, RankingMetrics.Recall(Ranks, Relevant, k), 12);
        Assert.Equal(precision, RankingMetrics.Precision(Ranks, k), 12);
        Assert.Equal(reciprocalRank, RankingMetrics.ReciprocalRank(Ranks, k), 12);
        Assert.Equal(averagePrecision, RankingMetrics.AveragePrecision(Ranks, Relevant, k), 12);
        Assert.Equal(ndcg, RankingMetrics.Ndcg(Ranks, Relevant, k), 12);
    }

    [Fact]
    public void Recall_of_what_can_be_reached_is_one_when_every_place_is_right() =>
        Assert.Equal(1, RankingMetrics.RecallOfReachable([1, 2], relevant: 9, k: 2));

    [Fact]
    public void The_first_relevant_movie_at_rank_4_has_reciprocal_rank_a_quarter() => Assert.Equal(0.25, RankingMetrics.ReciprocalRank([4, 5], 10));

    [Fact]
    public void Nothing_found_is_zero_in_every_metric() => Assert.All(All([], 3, 10), value => Assert.Equal(0, value));

    [Fact]
    public void A_relevant_movie_beyond_k_counts_as_not_found() => Assert.All(All([11], 1, 10), value => Assert.Equal(0, value));

    [Fact]
    public void Every_metric_lies_between_0_and_1() => Lists.Sample(list => All(list.Ranks, list.Relevant, list.K).All(value => value is >= 0 and <= 1));

    [Fact]
    public void A_perfect_list_has_ndcg_and_average_precision_1() => Lists.Sample(list =>
    {
        int[] perfect = [.. Enumerable.Range(1, list.Relevant)];
        return Math.Abs(RankingMetrics.Ndcg(perfect, list.Relevant, list.K) - 1) < 1e-12
            && Math.Abs(RankingMetrics.AveragePrecision(perfect, list.Relevant, list.K) - 1) < 1e-12;
    });

    [Fact]
    public void Moving_a_relevant_movie_up_never_lowers_a_metric() => Lists.Sample(list =>
    {
        int[] better = [.. list.Ranks.Select(rank => Math.Max(1, rank - 1)).Distinct()];
        return better.Length != list.Ranks.Length
            || All(better, list.Relevant, list.K).Zip(All(list.Ranks, list.Relevant, list.K)).All(pair => pair.First >= pair.Second - 1e-12);
    });

    private static double[] All(int[] ranks, int relevant, int k) =>
    [
        RankingMetrics.HitRate(ranks, k), RankingMetrics.Recall(ranks, relevant, k), RankingMetrics.RecallOfReachable(ranks, relevant, k),
        RankingMetrics.Precision(ranks, k), RankingMetrics.ReciprocalRank(ranks, k), RankingMetrics.AveragePrecision(ranks, relevant, k),
        RankingMetrics.Ndcg(ranks, relevant, k),
    ];
}
