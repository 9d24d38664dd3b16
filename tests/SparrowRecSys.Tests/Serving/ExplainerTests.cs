using SparrowRecSys.Features;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Tests.Serving;

public sealed class ExplainerTests
{
    private static readonly UserState Fan = PlantedData.User(PlantedData.ActionFan);

    [Fact]
    public void The_nearest_liked_movie_is_the_reason()
    {
        Explanation explanation = new Explainer(PlantedData.Movies, PlantedData.Table).Explain(Fan, PlantedData.LastAction);

        int nearest = Fan.Positives.ToArray().MaxBy(row => PlantedData.Table.Cosine(row, PlantedData.LastAction));
        Assert.Equal(ReasonKind.Liked, explanation.Kind);
        Assert.Equal(nearest, explanation.LikedRow);
        Assert.Equal(PlantedData.Table.Cosine(nearest, PlantedData.LastAction), explanation.Similarity);
    }

    [Fact]
    public void Without_vectors_the_liked_genre_is_the_reason()
    {
        Explanation explanation = new Explainer(PlantedData.Movies, null).Explain(Fan, PlantedData.LastAction);

        Assert.Equal(ReasonKind.Genre, explanation.Kind);
        Assert.Equal("Action", explanation.Genre);
        Assert.Equal(1, explanation.GenreAffinity);
    }

    [Fact]
    public void What_has_nothing_to_do_with_the_user_is_popular()
    {
        var explainer = new Explainer(PlantedData.Movies, PlantedData.Table);

        Assert.Equal(ReasonKind.Popular, explainer.Explain(Fan, PlantedData.MovieCount - 1).Kind);
        Assert.Equal(ReasonKind.Popular, explainer.Explain(PlantedData.User(PlantedData.NewUser), 0).Kind);
    }
}
