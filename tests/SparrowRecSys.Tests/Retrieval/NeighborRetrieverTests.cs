using SparrowRecSys.Features;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Tests.Retrieval;

public sealed class NeighborRetrieverTests : RetrieverContract
{
    protected override IRetriever Create() => new NeighborRetriever(PlantedData.Neighbors, recentMovies: 5);

    [Fact]
    public void The_neighbours_are_of_the_kind_the_user_likes()
    {
        Assert.All(Retrieve(PlantedData.ActionFan, 100), candidate => Assert.True(PlantedData.IsAction(candidate.MovieRow)));
        Assert.All(Retrieve(PlantedData.DramaFan, 100), candidate => Assert.False(PlantedData.IsAction(candidate.MovieRow)));
    }

    [Fact]
    public void A_score_is_the_sum_of_the_cosines_to_the_movies_liked_last()
    {
        UserState user = PlantedData.User(PlantedData.ActionFan);
        Candidate best = Retrieve(PlantedData.ActionFan, 1)[0];

        float expected = user.Positives[..5].ToArray()
            .SelectMany(row => PlantedData.Neighbors.Of(row).ToArray())
            .Where(neighbor => neighbor.MovieRow == best.MovieRow)
            .Sum(neighbor => neighbor.Score);

        Assert.Equal(expected, best.Score, tolerance: 1e-5f);
    }

    [Fact]
    public void Has_nothing_to_say_about_a_new_user() => Assert.Empty(Retrieve(PlantedData.NewUser, 10));
}
