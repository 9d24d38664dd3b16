using SparrowRecSys.Serving;

namespace SparrowRecSys.Tests.Serving;

public sealed class RankAgreementTests
{
    private static readonly int[] Rows = [3, 1, 4, 15, 9];
    private static readonly float[] Scores = [0.1f, 0.5f, 0.3f, 0.9f, 0.7f];

    [Theory]
    [InlineData(2, 0.5)] // {15, 9} and {15, 3}
    [InlineData(3, 1 / 3.0)] // {15, 9, 1} and {15, 3, 4}
    [InlineData(5, 1)]
    [InlineData(10, 1)]
    public void The_overlap_is_the_share_of_the_best_that_both_have(int k, double expected) =>
        Assert.Equal(expected, RankAgreement.Overlap(Rows, Scores, [0.8f, 0.1f, 0.5f, 0.9f, 0.2f], k), 1e-12);

    [Fact]
    public void Equal_scores_are_ordered_by_row() =>
        Assert.Equal(0.5, RankAgreement.Overlap(Rows, new float[5], [0, 1, 0, 1, 0], k: 2)); // {1, 3} and {1, 15}

    [Fact]
    public void The_correlation_is_one_for_the_same_order_and_minus_one_for_the_reverse()
    {
        Assert.Equal(1, RankAgreement.Correlation(Scores, [.. Scores.Select(score => MathF.Exp(5 * score))]), 1e-12);
        Assert.Equal(-1, RankAgreement.Correlation(Scores, [.. Scores.Select(score => -score)]), 1e-12);
    }

    [Fact]
    public void Equal_scores_share_their_mean_rank() =>
        // Ranks 0 1 2 3 and 0 1.5 1.5 3: covariance 4.5, variances 5 and 4.5.
        Assert.Equal(4.5 / Math.Sqrt(5 * 4.5), RankAgreement.Correlation([1, 2, 3, 4], [1, 2, 2, 3]), 1e-12);

    [Fact]
    public void Where_one_ranker_gives_all_the_same_score_there_is_no_correlation()
    {
        Assert.True(double.IsNaN(RankAgreement.Correlation(Scores, new float[5])));
        Assert.True(double.IsNaN(RankAgreement.Correlation([1], [2])));
        Assert.True(double.IsNaN(RankAgreement.Correlation([], [])));
        Assert.Equal(1, RankAgreement.Overlap([], [], [], 10));
    }
}
