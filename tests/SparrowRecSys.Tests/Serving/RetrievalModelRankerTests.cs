using SparrowRecSys.Ranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Serving;
using SparrowRecSys.Tests.Ranking;

namespace SparrowRecSys.Tests.Serving;

public sealed class RetrievalModelRankerTests : RankerContract
{
    private const int RowWithoutVector = 5;

    protected override IRanker Create() => new RetrievalModelRanker(PlantedData.Model);

    [Fact]
    public void Bears_the_name_of_the_model_and_gives_its_scores()
    {
        float[] expected = new float[PlantedData.MovieCount];
        PlantedData.Model.TryScore(new UserHistory(PlantedData.ActionFan, PlantedData.User(PlantedData.ActionFan).Positives), expected);

        float[] scores = Score(PlantedData.ActionFan, AllRows);

        Assert.Equal(PlantedData.Model.Name, Create().Name);
        Assert.All(AllRows.Where(row => row != RowWithoutVector), row => Assert.Equal(expected[row], scores[row], tolerance: 1e-6f));
    }

    [Fact]
    public void A_movie_that_the_model_does_not_know_scores_as_low_as_the_lowest_that_it_knows()
    {
        float[] scores = Score(PlantedData.ActionFan, AllRows);

        Assert.Equal(scores.Where((_, row) => row != RowWithoutVector).Min(), scores[RowWithoutVector]);
        Assert.Equal([0f], Score(PlantedData.ActionFan, [RowWithoutVector]));
    }

    [Fact]
    public void Cannot_rank_for_a_user_who_has_liked_nothing()
    {
        Assert.False(Create().CanRank(PlantedData.User(PlantedData.NewUser)));
        Assert.True(Create().CanRank(PlantedData.User(PlantedData.ActionFan)));
    }
}
