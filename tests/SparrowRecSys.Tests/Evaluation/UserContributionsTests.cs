using CsCheck;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Tests.Evaluation;

public sealed class UserContributionsTests
{
    private const int Users = 5;

    private static readonly Gen<(int Score, bool Label, int User)[]> Samples =
        Gen.Select(Gen.Int[1, 20], Gen.Bool, Gen.Int[0, Users - 1]).Array[20, 60].Where(rows => rows.DistinctBy(row => row.Item2).Count() == 2);

    [Fact]
    public void Their_mean_is_the_metric() => Samples.Sample(rows =>
    {
        (float[] scores, bool[] labels, int[] users) = Columns(rows);

        Assert.Equal(BinaryMetrics.Auc(scores, labels), UserContributions.Auc(scores, labels, users, Users).Average(), 1e-9);
        Assert.Equal(BinaryMetrics.GroupAuc(scores, labels, users), UserContributions.GroupAuc(scores, labels, users, Users).Average(), 1e-9);
        Assert.Equal(BinaryMetrics.LogLoss(scores, labels), UserContributions.LogLoss(scores, labels, users, Users).Average(), 1e-6);
    });

    [Fact]
    public void A_user_who_is_ordered_like_the_others_contributes_the_metric_itself()
    {
        // Each user has a positive above and a negative below the others' middle: half of the pairs of users say nothing else.
        double[] contributions = UserContributions.Auc([0.8f, 0.2f, 0.8f, 0.2f], [true, false, true, false], [0, 0, 1, 1], 2);

        Assert.Equal([1.0, 1.0], contributions);
    }

    [Fact]
    public void Their_spread_is_that_of_the_metric_when_users_are_drawn_anew()
    {
        (float[] scores, bool[] labels, int[] users) = Simulated(users: 200, samplesOfUser: 30);

        MetricEstimate linear = Bootstrap.Estimate([UserContributions.Auc(scores, labels, users, 200)], seed: 1)[0];
        double[] drawn = [.. Enumerable.Range(0, 200).Select(draw => AucOfDrawnUsers(new Random(draw), scores, labels, users, 200)).Order()];

        Assert.Equal(drawn[5], linear.Lower, 0.008);
        Assert.Equal(drawn[194], linear.Upper, 0.008);
        Assert.InRange(linear.Upper - linear.Lower, 0.02, 0.2);
    }

    [Fact]
    public void Without_both_labels_there_is_nothing_to_say() =>
        Assert.All(UserContributions.Auc([0.1f, 0.2f], [true, true], [0, 1], 2), value => Assert.Equal(double.NaN, value));

    /// <summary>The naive twin: all samples of users drawn with replacement.</summary>
    private static double AucOfDrawnUsers(Random random, float[] scores, bool[] labels, int[] users, int userCount)
    {
        ILookup<int, int> ofUser = Enumerable.Range(0, users.Length).ToLookup(i => users[i]);
        int[] drawn = [.. Enumerable.Range(0, userCount).SelectMany(_ => ofUser[random.Next(userCount)])];
        return BinaryMetrics.Auc([.. drawn.Select(i => scores[i])], [.. drawn.Select(i => labels[i])]);
    }

    /// <summary>Users who like much or little, and scores that know a part of it.</summary>
    private static (float[] Scores, bool[] Labels, int[] Users) Simulated(int users, int samplesOfUser)
    {
        var random = new Random(3);
        double[] kindness = [.. Enumerable.Range(0, users).Select(_ => random.NextDouble())];
        int[] user = [.. Enumerable.Range(0, users * samplesOfUser).Select(i => i / samplesOfUser)];
        bool[] labels = [.. user.Select(u => random.NextDouble() < kindness[u])];
        float[] scores = [.. user.Select((u, i) => (float)((0.5 * kindness[u]) + (labels[i] ? 0.1 : 0) + (0.5 * random.NextDouble())))];
        return (scores, labels, user);
    }

    private static (float[] Scores, bool[] Labels, int[] Users) Columns((int Score, bool Label, int User)[] rows) =>
        ([.. rows.Select(row => row.Score / 21f)], [.. rows.Select(row => row.Label)], [.. rows.Select(row => row.User)]);
}
