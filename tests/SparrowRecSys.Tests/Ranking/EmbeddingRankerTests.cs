using SparrowRecSys.Ranking;

namespace SparrowRecSys.Tests.Ranking;

public sealed class EmbeddingRankerTests : RankerContract
{
    protected override IRanker Create() => Create(new RankingOptions());

    [Fact]
    public void Cannot_rank_for_a_user_who_has_liked_nothing()
    {
        Assert.False(Create().CanRank(PlantedData.User(PlantedData.NewUser)));
        Assert.True(Create().CanRank(PlantedData.User(PlantedData.ActionFan)));
    }

    [Fact]
    public void Without_an_embedding_it_cannot_rank_for_anybody()
    {
        var ranker = new EmbeddingRanker(null, PlantedData.Features, new RankingOptions());

        Assert.False(ranker.CanRank(PlantedData.User(PlantedData.ActionFan)));
    }

    [Fact]
    public void A_movie_of_the_liked_kind_scores_above_an_equally_popular_one_of_the_other_kind()
    {
        // Nobody has rated the last movie of either kind.
        float[] scores = Score(PlantedData.ActionFan, [PlantedData.LastAction, PlantedData.MovieCount - 1]);

        Assert.True(scores[0] > scores[1]);
    }

    [Fact]
    public void Of_two_movies_without_cosine_the_more_popular_one_scores_higher()
    {
        EmbeddingRanker ranker = Create(new RankingOptions { CosineWeight = 0 });
        float[] scores = new float[2];

        ranker.Score(PlantedData.User(PlantedData.ActionFan), [0, PlantedData.LastAction], scores);

        Assert.True(scores[0] > scores[1]);
    }

    private static EmbeddingRanker Create(RankingOptions options) => new(PlantedData.Table, PlantedData.Features, options);
}
