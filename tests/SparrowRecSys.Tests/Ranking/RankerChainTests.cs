using Microsoft.Extensions.Logging.Abstractions;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Tests.Ranking;

public sealed class RankerChainTests
{
    private static readonly int[] Rows = [0, 1, 2];

    [Fact]
    public void The_ranker_asked_for_answers()
    {
        RankerOutcome outcome = Score(Chain(), "popular", PlantedData.ActionFan);

        Assert.Equal(new RankerOutcome("popular", null), outcome);
    }

    [Fact]
    public void Without_a_name_the_configured_ranker_answers()
    {
        Assert.Equal("emb", Score(Chain(), null, PlantedData.ActionFan).Name);
        Assert.Equal("popular", Score(Chain(new RankingOptions { Default = "popular" }), null, PlantedData.ActionFan).Name);
    }

    [Fact]
    public void Without_a_configured_ranker_the_first_one_answers()
    {
        var chain = new RankerChain(
            PlantedData.Rankers(new FakeRanker(_ => { })), new RankingOptions { Default = "" }, NullLogger<RankerChain>.Instance);

        Assert.Equal("fake", Score(chain, null, PlantedData.NewUser).Name);
    }

    [Fact]
    public void A_ranker_that_knows_nothing_of_a_new_user_is_passed_over_and_that_is_no_fault()
    {
        RankerOutcome outcome = Score(Chain(), "emb", PlantedData.NewUser);

        Assert.Equal(new RankerOutcome("popular", null), outcome);
    }

    [Fact]
    public void A_ranker_that_throws_is_replaced_by_the_next_one_down_and_that_is_said()
    {
        RankerOutcome outcome = Score(Chain(new FakeRanker(_ => throw new InvalidDataException("broken"))), "fake", PlantedData.ActionFan);

        Assert.Equal(new RankerOutcome("emb", "ranker fake failed"), outcome);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_score_that_is_not_finite_never_comes_out(float bad)
    {
        float[] scores = new float[Rows.Length];

        RankerOutcome outcome = Chain(new FakeRanker(scores => scores[1] = bad)).Score("fake", PlantedData.User(PlantedData.NewUser), Rows, scores);

        Assert.Equal(new RankerOutcome("popular", "ranker fake gave a score that is not finite"), outcome);
        Assert.All(scores, score => Assert.True(float.IsFinite(score)));
    }

    [Fact]
    public void No_candidate_at_all_is_no_fault_of_the_ranker()
    {
        RankerOutcome outcome = Chain().Score("emb", PlantedData.User(PlantedData.ActionFan), [], []);

        Assert.Equal(new RankerOutcome("emb", null), outcome);
    }

    [Fact]
    public void When_no_ranker_is_left_all_scores_are_0()
    {
        var chain = new RankerChain(
            [new FakeRanker(scores => scores[0] = float.NaN)], new RankingOptions { Default = "fake" }, NullLogger<RankerChain>.Instance);
        float[] scores = [1, 2, 3];

        RankerOutcome outcome = chain.Score("fake", PlantedData.User(PlantedData.ActionFan), Rows, scores);

        Assert.Equal(RankerChain.NoRanker, outcome.Name);
        Assert.Equal([0f, 0f, 0f], scores);
    }

    [Fact]
    public void A_ranker_that_is_not_loaded_is_refused_naming_those_that_are()
    {
        var error = Assert.Throws<ArgumentException>(() => Score(Chain(), "deepfm", PlantedData.ActionFan));

        Assert.Contains("'deepfm' is not loaded; loaded are emb, popular", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configured_default_that_is_not_loaded_is_refused_naming_those_that_are()
    {
        var error = Assert.Throws<ArgumentException>(() => Chain(new RankingOptions { Default = "deepfm" }));

        Assert.Contains("Ranking:Default is 'deepfm', but the loaded rankers are emb, popular", error.Message, StringComparison.Ordinal);
    }

    private static RankerChain Chain(RankingOptions? options = null) =>
        new(PlantedData.Rankers(), options ?? new RankingOptions(), NullLogger<RankerChain>.Instance);

    private static RankerChain Chain(IRanker first) =>
        new(PlantedData.Rankers(first), new RankingOptions(), NullLogger<RankerChain>.Instance);

    private static RankerOutcome Score(RankerChain chain, string? name, int userId) =>
        chain.Score(name, PlantedData.User(userId), Rows, new float[Rows.Length]);

    private sealed class FakeRanker(Action<float[]> score) : IRanker
    {
        public string Name => "fake";

        public bool CanRank(UserState user) => true;

        public void Score(UserState user, ReadOnlySpan<int> movieRows, Span<float> scores)
        {
            float[] written = new float[scores.Length];
            score(written);
            written.CopyTo(scores);
        }
    }
}
