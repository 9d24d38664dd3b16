using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Tests.Retrieval;

public sealed class ModelRetrieverTests : RetrieverContract
{
    protected override IRetriever Create() => new ModelRetriever(PlantedData.Model);

    [Fact]
    public void The_nearest_movies_are_of_the_kind_the_user_likes()
    {
        Assert.All(Retrieve(PlantedData.ActionFan, 19), candidate => Assert.True(PlantedData.IsAction(candidate.MovieRow)));
        Assert.All(Retrieve(PlantedData.DramaFan, 20), candidate => Assert.False(PlantedData.IsAction(candidate.MovieRow)));
    }

    [Fact]
    public void A_movie_without_a_vector_is_never_proposed() =>
        Assert.DoesNotContain(Retrieve(PlantedData.ActionFan, 500), candidate => candidate.MovieRow == 5);

    [Fact]
    public void Has_nothing_to_say_about_a_new_user() => Assert.Empty(Retrieve(PlantedData.NewUser, 10));
}
