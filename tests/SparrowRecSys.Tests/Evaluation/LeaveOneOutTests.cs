using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Tests.Evaluation;

public sealed class LeaveOneOutTests
{
    private const byte Liked = 8;
    private const byte Disliked = 4;

    [Fact]
    public void The_last_positive_rating_is_held_out_and_nothing_else()
    {
        RatingTable ratings = Table(4, (1, 0, Liked, 30), (1, 1, Liked, 10), (1, 2, Liked, 20), (1, 3, Disliked, 40));

        var split = LeaveOneOutSplit.Create(ratings);

        Assert.Equal([new HeldOutMovie(0, 0)], split.HeldOut);
        Assert.Equal([1, 2, 3], split.Train.MovieRows);
    }

    [Fact]
    public void Equal_times_hold_out_the_last_in_the_file()
    {
        var split = LeaveOneOutSplit.Create(Table(3, (1, 2, Liked, 10), (1, 0, Liked, 10), (1, 1, Disliked, 10)));

        Assert.Equal([new HeldOutMovie(0, 0)], split.HeldOut);
    }

    [Fact]
    public void A_user_with_one_positive_rating_is_not_tested_but_stays_in_the_training_table()
    {
        var split = LeaveOneOutSplit.Create(Table(3, (1, 0, Liked, 1), (1, 1, Disliked, 2), (2, 0, Liked, 1), (2, 2, Liked, 2)));

        Assert.Equal([new HeldOutMovie(1, 2)], split.HeldOut);
        Assert.Equal([0, 1, 0], split.Train.MovieRows);
    }

    [Fact]
    public void Splitting_the_training_table_again_holds_out_the_second_last_positive_rating()
    {
        RatingTable ratings = Table(3, (1, 0, Liked, 1), (1, 1, Liked, 2), (1, 2, Liked, 3));

        var validation = LeaveOneOutSplit.Create(LeaveOneOutSplit.Create(ratings).Train);

        Assert.Equal([new HeldOutMovie(0, 1)], validation.HeldOut);
    }

    [Fact]
    public void Hit_rate_and_ndcg_equal_the_values_computed_by_hand()
    {
        // Four users who rated movie 0 and are tested on movies 1, 2, 3 and 4. By score the order is 0, 1, 2, 3, 4; movie 0 is left out, so
        // the ranks are 1, 2, 3 and 4. At K = 3: hits 1, 1, 1, 0 and gains 1, 1/log2(3), 1/2, 0.
        LeaveOneOutSplit split = SplitTestedOn(5, 1, 2, 3, 4);

        LeaveOneOutResult result = LeaveOneOut.Evaluate(split, (_, scores) => ((float[])[50, 40, 30, 20, 10]).CopyTo(scores), k: 3);

        Assert.Equal(4, result.Users);
        Assert.Equal(0.75, result.HitRate.Value, 12);
        Assert.Equal((1 + 0.6309297535714575 + 0.5) / 4, result.Ndcg.Value, 12);
    }

    [Fact]
    public void A_scorer_that_knows_nothing_scores_nothing()
    {
        LeaveOneOutResult result = LeaveOneOut.Evaluate(SplitTestedOn(20, 1, 2, 3), (_, _) => { }, k: 10);

        Assert.Equal(0, result.HitRate.Value);
        Assert.Equal(0, result.Ndcg.Value);
    }

    [Fact]
    public void Movies_that_are_never_recommended_are_not_hits_even_when_the_held_out_one_is_among_them()
    {
        LeaveOneOutResult result = LeaveOneOut.Evaluate(SplitTestedOn(20, 5), (_, scores) => scores.Fill(float.NegativeInfinity), k: 10);

        Assert.Equal(0, result.HitRate.Value);
    }

    [Fact]
    public void A_perfect_scorer_gets_one_with_an_interval_of_no_width()
    {
        LeaveOneOutSplit split = SplitTestedOn(9, 1, 2, 3);

        LeaveOneOutResult result = LeaveOneOut.Evaluate(split, (userRow, scores) => scores[split.HeldOut[userRow].MovieRow] = 1, k: 1);

        Assert.Equal(new MetricEstimate(1, 1, 1), result.HitRate);
        Assert.Equal(new MetricEstimate(1, 1, 1), result.Ndcg);
    }

    [Fact]
    public void The_interval_of_a_half_is_as_wide_as_the_binomial_one()
    {
        // 400 users, each second one hit: standard error sqrt(.5 * .5 / 400) = .025, so 95 % lie within .5 +- .049.
        LeaveOneOutSplit split = SplitTestedOn(3, [.. Enumerable.Repeat(1, 400)]);

        LeaveOneOutResult result = LeaveOneOut.Evaluate(split, (userRow, scores) => scores[1 + (userRow % 2)] = 1, k: 1);

        Assert.Equal(0.5, result.HitRate.Value);
        Assert.InRange(result.HitRate.Lower, 0.44, 0.46);
        Assert.InRange(result.HitRate.Upper, 0.54, 0.56);
    }

    [Fact]
    public void Popularity_ranks_by_positive_ratings_of_the_training_table()
    {
        RatingTable train = Table(3, (1, 0, Liked, 1), (2, 0, Liked, 1), (1, 1, Liked, 1), (1, 2, Disliked, 1), (2, 2, Disliked, 1));
        float[] scores = new float[3];

        LeaveOneOut.Popularity(train)(0, scores);

        Assert.Equal([2f, 1f, 0f], scores);
    }

    [Fact]
    public void NaN_is_refused_naming_the_row()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => LeaveOneOut.Evaluate(SplitTestedOn(5, 1), (_, scores) => scores[3] = float.NaN));

        Assert.Equal("The scorer gave NaN to the movie at row 3; expected a number.", error.Message);
    }

    [Fact]
    public void Without_tested_users_the_result_is_no_number()
    {
        LeaveOneOutResult result = LeaveOneOut.Evaluate(LeaveOneOutSplit.Create(Table(2, (1, 0, Liked, 1))), (_, _) => { });

        Assert.Equal(0, result.Users);
        Assert.True(double.IsNaN(result.HitRate.Value));
    }

    /// <summary>One user for each tested movie; all have movie 0 in the training table.</summary>
    private static LeaveOneOutSplit SplitTestedOn(int movieCount, params int[] testedRows) => LeaveOneOutSplit.Create(Table(
        movieCount,
        [.. testedRows.SelectMany((row, user) => ((int, int, byte, uint)[])[(user + 1, 0, Liked, 1), (user + 1, row, Liked, 2)])]));

    private static RatingTable Table(int movieCount, params (int UserId, int MovieRow, byte HalfStars, uint Timestamp)[] ratings)
    {
        var builder = new RatingTableBuilder(movieCount);
        foreach ((int userId, int movieRow, byte halfStars, uint timestamp) in ratings)
        {
            builder.Add(userId, movieRow, halfStars, timestamp);
        }

        return builder.Build();
    }
}
