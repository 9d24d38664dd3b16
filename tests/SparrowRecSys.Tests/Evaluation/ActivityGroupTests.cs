using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Tests.Evaluation;

public sealed class ActivityGroupTests
{
    [Fact]
    public void Groups_are_about_equal_and_users_with_equal_histories_stand_together()
    {
        IReadOnlyList<ActivityGroup> groups = ActivityGroup.Of(Split(1, 1, 1, 2, 9, 9, 3, 4, 5, 6), 5);

        Assert.Equal([(1, 1), (2, 2), (3, 4), (5, 6), (9, 9)], groups.Select(group => (group.Fewest, group.Most)));
        Assert.Equal([0, 1, 2], groups[0].Cases);
        Assert.Equal([4, 5], groups[4].Cases);
    }

    [Fact]
    public void Every_user_is_in_one_group()
    {
        var random = new Random(3);
        int[] lengths = [.. Enumerable.Range(0, 500).Select(_ => random.Next(40))];

        IReadOnlyList<ActivityGroup> groups = ActivityGroup.Of(Split(lengths));

        Assert.Equal(5, groups.Count);
        Assert.Equal(Enumerable.Range(0, 500), groups.SelectMany(group => group.Cases).Order());
        Assert.All(groups, group => Assert.InRange(group.Cases.Count, 70, 130));
    }

    [Fact]
    public void Where_all_are_alike_there_is_one_group_and_where_nobody_is_none()
    {
        Assert.Single(ActivityGroup.Of(Split(4, 4, 4)));
        Assert.Empty(ActivityGroup.Of(Split()));
    }

    [Fact]
    public void The_estimate_over_a_group_is_that_of_its_users()
    {
        EvaluationSplit split = SplitData.TestedOn(5, [1], [2], [3], [4]);
        EvaluationResult result = new Evaluator(split, new EvaluatorOptions { Ks = [1] }).Evaluate("x", (_, scores) => Best(scores, 1), TestContext.Current.CancellationToken);

        Assert.Equal(1, result.EstimateOver("HitRate@1", [0]).Value);
        Assert.Equal(0.5, result.EstimateOver("HitRate@1", [0, 2]).Value);
        Assert.Equal(0.25, result.EstimateOver("HitRate@1", [0, 1, 2, 3]).Value);
        Assert.Throws<ArgumentException>(() => result.EstimateOver("HitRate@2", [0]));
    }

    private static bool Best(Span<float> scores, int row)
    {
        scores[row] = 1;
        return true;
    }

    private static EvaluationSplit Split(params int[] lengths)
    {
        EvaluationSplit split = SplitData.TestedOn(50, [.. Enumerable.Repeat<int[]>([49], lengths.Length)]);
        return split with { Cases = [.. split.Cases.Select((test, i) => test with { HistoryRows = [.. Enumerable.Range(0, lengths[i])] })] };
    }
}
