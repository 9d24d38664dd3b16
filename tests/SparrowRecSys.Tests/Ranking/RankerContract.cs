using SparrowRecSys.Ranking;

namespace SparrowRecSys.Tests.Ranking;

/// <summary>What every ranker promises.</summary>
public abstract class RankerContract
{
    protected abstract IRanker Create();

    [Fact]
    public void Every_score_is_finite()
    {
        Assert.All(Score(PlantedData.ActionFan, AllRows), score => Assert.True(float.IsFinite(score)));
        Assert.All(Score(PlantedData.NewUser, AllRows), score => Assert.True(float.IsFinite(score)));
    }

    [Fact]
    public void A_score_belongs_to_the_movie_at_the_same_place()
    {
        float[] forwards = Score(PlantedData.ActionFan, AllRows);
        float[] backwards = Score(PlantedData.ActionFan, [.. AllRows.Reverse()]);

        Assert.All(forwards.Zip(backwards.Reverse()), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-6f));
    }

    [Fact]
    public void A_movie_scores_the_same_alone_as_among_others() =>
        Assert.Equal(Score(PlantedData.ActionFan, AllRows)[7], Score(PlantedData.ActionFan, [7])[0], tolerance: 1e-6f);

    [Fact]
    public void No_movies_are_no_error() => Assert.Empty(Score(PlantedData.ActionFan, []));

    [Fact]
    public void Has_a_name() => Assert.NotEmpty(Create().Name);

    protected static int[] AllRows => [.. Enumerable.Range(0, PlantedData.MovieCount)];

    protected float[] Score(int userId, int[] rows)
    {
        float[] scores = new float[rows.Length];
        Create().Score(PlantedData.User(userId), rows, scores);
        return scores;
    }
}
