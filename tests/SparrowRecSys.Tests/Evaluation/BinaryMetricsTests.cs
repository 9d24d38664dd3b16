using CsCheck;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Tests.Evaluation;

public sealed class BinaryMetricsTests
{
    [Fact]
    public void Auc_is_the_share_of_pairs_in_the_right_order()
    {
        // Positives .8 and .4, negatives .6 and .2: three of four pairs are right.
        Assert.Equal(0.75, BinaryMetrics.Auc([0.8f, 0.6f, 0.4f, 0.2f], [true, false, true, false]));
    }

    [Fact]
    public void Equal_scores_give_an_auc_of_one_half() =>
        Assert.Equal(0.5, BinaryMetrics.Auc([1, 1, 1, 1, 1], [true, false, true, false, false]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Auc_of_one_kind_of_label_is_not_a_number(bool label) =>
        Assert.Equal(double.NaN, BinaryMetrics.Auc([0.1f, 0.9f], [label, label]));

    [Fact]
    public void Auc_agrees_with_counting_all_pairs() =>
        Gen.Select(Gen.Int[0, 20], Gen.Bool).Array[0, 60].Sample(rows =>
        {
            float[] scores = [.. rows.Select(row => row.Item1 / 10f)];
            bool[] labels = [.. rows.Select(row => row.Item2)];

            Assert.Equal(CountPairs(scores, labels), BinaryMetrics.Auc(scores, labels), 1e-12);
        });

    [Fact]
    public void Auc_refuses_a_score_that_is_not_a_number()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => BinaryMetrics.Auc([0.1f, float.NaN], [true, false]));

        Assert.StartsWith("Expected finite scores, found NaN.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_loss_is_the_mean_surprise_in_nats()
    {
        double expected = -(Math.Log(0.8) + Math.Log(0.7)) / 2;

        Assert.Equal(expected, BinaryMetrics.LogLoss([0.8f, 0.3f], [true, false]), 1e-7);
    }

    [Fact]
    public void Log_loss_of_a_certain_mistake_stays_finite() =>
        Assert.Equal(-Math.Log(1e-7), BinaryMetrics.LogLoss([0f], [true]), 1e-6);

    [Fact]
    public void Lengths_that_differ_are_refused()
    {
        Assert.Throws<ArgumentException>(() => BinaryMetrics.Auc([1, 2], [true]));
        Assert.Throws<ArgumentException>(() => BinaryMetrics.LogLoss([1], [true, false]));
    }

    /// <summary>The naive twin, O(P · N).</summary>
    private static double CountPairs(float[] scores, bool[] labels)
    {
        float[] positives = [.. scores.Where((_, i) => labels[i])];
        float[] negatives = [.. scores.Where((_, i) => !labels[i])];
        return positives.Sum(positive => negatives.Sum(negative => positive > negative ? 1 : positive == negative ? 0.5 : 0))
            / ((double)positives.Length * negatives.Length);
    }

    [Fact]
    public void Group_auc_weighs_each_group_by_its_samples_and_leaves_out_those_of_one_label()
    {
        // Group 1: 1 of 1 pair right. Group 2: 1 of 2 pairs right. Group 3 has positives only.
        float[] scores = [0.9f, 0.1f, 0.2f, 0.7f, 0.4f, 0.5f];
        bool[] labels = [true, false, true, false, true, true];
        int[] groups = [1, 2, 1, 3, 2, 2];

        Assert.Equal(double.NaN, BinaryMetrics.GroupAuc(scores, [true, true, true, true, true, true], groups));
        Assert.Equal(1.0, BinaryMetrics.GroupAuc(scores, labels, groups), 1e-12);
        Assert.Equal(((2 * 1.0) + (3 * 0.5)) / 5, BinaryMetrics.GroupAuc([0.9f, 0.45f, 0.2f, 0.7f, 0.4f, 0.5f], [true, false, false, true, true, true], groups), 1e-12);
    }
}
