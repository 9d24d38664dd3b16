using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Tests.Evaluation;

public sealed class EvaluatorTests
{
    [Fact]
    public void Metrics_of_four_users_equal_the_values_computed_by_hand()
    {
        // By score the order is 0, 1, 2, 3, 4; everybody knows movie 0, so the ranks of the tested movies are 1, 2, 3 and 4.
        EvaluationResult result = Evaluate(SplitData.TestedOn(5, [1], [2], [3], [4]), (_, scores) => Fill(scores, 50, 40, 30, 20, 10), 3);

        Assert.Equal(4, result.Users);
        Assert.Equal(0.75, result["HitRate@3"].Value, 12);
        Assert.Equal((1 + 0.6309297535714575 + 0.5) / 4, result["NDCG@3"].Value, 12);
        Assert.Equal((1 + 0.5 + (1.0 / 3)) / 4, result["MRR@3"].Value, 12);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 10)]
    [InlineData(4, 100)]
    public void Ranks_agree_with_the_naive_twin_ties_included(int seed, int k)
    {
        DataSet data = SplitData.Random(users: 30, movies: 80, ofUser: 40, seed);
        EvaluationSplit split = Protocols.Split(Protocols.Ratio, data, new ProtocolOptions { Seed = seed });
        MovieScorer scorer = (test, scores) => FillRandom(scores, test.UserId);

        EvaluationResult result = Evaluate(split, scorer, k);

        double[] expected = [.. split.Cases.Select(test => NaiveNdcg(split, test, scorer, k))];
        Assert.Equal(expected.Average(), result[$"NDCG@{k}"].Value, 12);
        Assert.Equal(expected, result.PerUser[result.Metrics.ToList().IndexOf($"NDCG@{k}")].Select(value => Math.Round(value, 12)), (x, y) => Math.Abs(x - y) < 1e-11);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        EvaluationSplit split = Protocols.Split(Protocols.Ratio, SplitData.Random(users: 50, movies: 80, ofUser: 40, seed: 6), SplitData.Options);
        MovieScorer scorer = (test, scores) => FillRandom(scores, test.UserId);

        EvaluationResult one = new Evaluator(split, new EvaluatorOptions { Threads = 1 }).Evaluate("x", scorer, TestContext.Current.CancellationToken);
        EvaluationResult four = new Evaluator(split, new EvaluatorOptions { Threads = 4 }).Evaluate("x", scorer, TestContext.Current.CancellationToken);

        Assert.Equal(one.Estimates, four.Estimates);
        Assert.Equal(one.Lists.Coverage, four.Lists.Coverage);
        Assert.Equal(one.Lists.Diversity, four.Lists.Diversity);
    }

    [Fact]
    public void Nothing_is_gained_by_scoring_all_movies_alike()
    {
        EvaluationResult result = Evaluate(SplitData.TestedOn(40, [1], [20], [39]), (_, scores) => scores.IsEmpty is false, 10);

        Assert.All(result.Estimates, estimate => Assert.Equal(0, estimate.Value));
    }

    [Fact]
    public void A_scorer_of_random_numbers_is_at_chance()
    {
        // 2,000 users, one right movie of 49 that they do not know: HitRate@10 = 10 / 49.
        EvaluationSplit split = SplitData.TestedOn(50, [.. Enumerable.Range(0, 2000).Select(user => new[] { 1 + (user % 49) })]);

        EvaluationResult result = Evaluate(split, (test, scores) => FillRandom(scores, test.UserId, distinct: true), 10);

        Assert.InRange(10.0 / 49, result["HitRate@10"].Lower, result["HitRate@10"].Upper);
    }

    [Fact]
    public void With_random_labels_a_perfect_scorer_is_at_chance()
    {
        EvaluationSplit split = SplitData.TestedOn(50, [.. Enumerable.Repeat<int[]>([7], 2000)]);
        MovieScorer perfect = (_, scores) => FillOne(scores, 7);

        double honest = Evaluate(split, perfect, 1)["HitRate@1"].Value;
        MetricEstimate control = Evaluate(RandomLabels.Replace(split, seed: 1), perfect, 1)["HitRate@1"];

        Assert.Equal(1, honest);
        Assert.InRange(1.0 / 49, control.Lower, control.Upper);
    }

    [Fact]
    public void Movies_that_are_never_recommended_are_no_hits_even_when_the_right_one_is_among_them()
    {
        EvaluationResult result = Evaluate(SplitData.TestedOn(5, [3]), (_, scores) => FillOne(scores, 1, others: float.NegativeInfinity), 5);

        Assert.Equal(0, result["HitRate@5"].Value);
        Assert.Equal(0, result.SilentUsers);
    }

    [Fact]
    public void A_scorer_that_has_nothing_to_say_finds_nothing_and_is_counted()
    {
        EvaluationResult result = Evaluate(SplitData.TestedOn(5, [1], [2]), (test, scores) => test.UserId == 1 && FillOne(scores, 1), 5);

        Assert.Equal(1, result.SilentUsers);
        Assert.Equal(0.5, result["HitRate@5"].Value);
    }

    [Fact]
    public void Only_listed_candidates_are_ranked()
    {
        EvaluationSplit split = SplitData.TestedOn(6, [5]);
        split = split with { Cases = [split.Cases[0] with { CandidateRows = [2, 5] }], SampledNegatives = 1 };

        EvaluationResult result = Evaluate(split, (_, scores) => Fill(scores, 6, 5, 1, 4, 3, 2), 1);

        Assert.Equal(1, result["HitRate@1 (1 sampled)"].Value);
    }

    [Fact]
    public void Known_masked_and_unranked_movies_are_left_out()
    {
        EvaluationSplit split = SplitData.TestedOn(5, [4]);
        split = split with { Cases = [split.Cases[0] with { MaskedRows = [1] }], IsRanked = [true, true, false, false, true] };

        EvaluationResult result = Evaluate(split, (_, scores) => Fill(scores, 5, 4, 3, 2, 1), 1);

        Assert.Equal(1, result["HitRate@1"].Value);
    }

    [Fact]
    public void Statistics_of_the_lists_equal_the_values_computed_by_hand()
    {
        // Three users know movie 0; everybody is shown movies 1 and 2 of four that are left. Genres: 1 is B, 2 is A.
        EvaluationResult result = Evaluate(SplitData.TestedOn(5, [3], [3], [4]), (_, scores) => Fill(scores, 5, 4, 3, 2, 1), 2);

        Assert.Equal(2.0 / 5, result.Lists.Coverage, 12);
        Assert.Equal(0.6, result.Lists.Gini, 12); // shown 0, 3, 3, 0, 0
        Assert.Equal(2, result.Lists.Novelty, 12); // log2(4): nobody of three knows them, one added to both
        Assert.Equal(1, result.Lists.Diversity, 12);
        Assert.Equal(0, result.Lists.Popularity, 12);
    }

    [Fact]
    public void NaN_is_refused_naming_row_and_user()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => Evaluate(SplitData.TestedOn(5, [1]), (_, scores) => FillOne(scores, 3, one: float.NaN), 1));

        Assert.Equal("The scorer gave NaN to the movie at row 3 for user 1; expected a number.", error.Message);
    }

    [Fact]
    public void Recall_in_protocol_strong_is_that_of_what_can_be_reached_and_says_so()
    {
        EvaluationSplit split = SplitData.TestedOn(9, [1, 2, 3, 4]) with { Protocol = Protocols.Strong };

        EvaluationResult result = Evaluate(split, (_, scores) => Fill(scores, 9, 8, 7, 6, 5, 4, 3, 2, 1), 2);

        Assert.Equal(1, result["Recall of reachable@2"].Value);
        Assert.Throws<ArgumentException>(() => result["Recall@2"]);
    }

    [Fact]
    public void The_difference_of_two_scorers_is_taken_user_by_user()
    {
        EvaluationSplit split = SplitData.TestedOn(30, [.. Enumerable.Repeat<int[]>([7], 200)]);
        EvaluationResult good = Evaluate(split, (test, scores) => test.UserId % 2 == 0 && FillOne(scores, 7), 1);
        EvaluationResult bad = Evaluate(split, (test, scores) => test.UserId % 4 == 0 && FillOne(scores, 7), 1);

        MetricEstimate difference = good.DifferenceTo(bad, "HitRate@1");

        Assert.Equal(0.25, difference.Value, 12);
        Assert.InRange(difference.Lower, 0.15, 0.25);
        Assert.Equal(new MetricEstimate(0, 0, 0), good.DifferenceTo(good, "HitRate@1"));
    }

    [Fact]
    public void Fusion_prefers_what_both_scorers_rank_high()
    {
        MovieScorer first = (_, scores) => Fill(scores, 0, 5, 4, 3, float.NegativeInfinity);
        MovieScorer second = (_, scores) => Fill(scores, 0, 1, 4, 5, float.NegativeInfinity);
        float[] fused = new float[5];

        Assert.True(MovieScorers.Fuse([first, second])(SplitData.TestedOn(5, [1]).Cases[0], fused));

        Assert.Equal((1f / 62) + (1f / 62), fused[2], 6);
        Assert.Equal((1f / 61) + (1f / 63), fused[1], 6);
        Assert.Equal(float.NegativeInfinity, fused[4]);
    }

    private static EvaluationResult Evaluate(EvaluationSplit split, MovieScorer scorer, int k) =>
        new Evaluator(split, new EvaluatorOptions { Ks = [k], Threads = 2 }).Evaluate("test", scorer, TestContext.Current.CancellationToken);

    private static bool Fill(Span<float> scores, params float[] values) => values.AsSpan().TryCopyTo(scores);

    private static bool FillOne(Span<float> scores, int row, float one = 1, float others = 0)
    {
        scores.Fill(others);
        scores[row] = one;
        return true;
    }

    /// <summary>Few different values, so that there are ties; or distinct ones.</summary>
    private static bool FillRandom(Span<float> scores, int seed, bool distinct = false)
    {
        var random = new Random(seed);
        foreach (ref float score in scores)
        {
            score = distinct ? random.NextSingle() : random.Next(12) - 1;
        }

        return true;
    }

    private static double NaiveNdcg(EvaluationSplit split, TestCase test, MovieScorer scorer, int k)
    {
        float[] scores = new float[split.IsRanked.Length];
        scorer(test, scores);
        int[] list = [.. Enumerable.Range(0, scores.Length)
            .Where(row => !test.HistoryRows.Contains(row) && !test.MaskedRows.Contains(row))
            .OrderByDescending(row => scores[row]).ThenBy(row => test.RelevantRows.Contains(row))];
        double gain = list.Take(k).Select((row, i) => test.RelevantRows.Contains(row) ? 1 / Math.Log2(i + 2) : 0).Sum();
        return gain / Enumerable.Range(0, Math.Min(k, test.RelevantRows.Length)).Sum(i => 1 / Math.Log2(i + 2));
    }
}
