using SparrowRecSys.Features;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Tests.Retrieval;

/// <summary>What every retriever promises.</summary>
public abstract class RetrieverContract
{
    private static readonly RecommendationQuery Query = new() { UserId = PlantedData.ActionFan, Size = 10 };

    protected abstract IRetriever Create();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(500)]
    public void Gives_no_more_candidates_than_there_is_room_for(int room)
    {
        int count = Create().Retrieve(PlantedData.User(PlantedData.ActionFan), Query, new Candidate[room]);

        Assert.InRange(count, 0, Math.Min(room, PlantedData.MovieCount));
        Assert.True(room == 0 || count > 0);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(500)]
    public void Gives_the_best_first_ties_by_row_without_duplicates_and_with_finite_scores(int room)
    {
        Candidate[] candidates = Retrieve(PlantedData.ActionFan, room);

        Assert.Equal(candidates.Order(Comparer<Candidate>.Create(Candidate.CompareBestFirst)), candidates);
        Assert.Distinct(candidates.Select(candidate => candidate.MovieRow));
        Assert.All(candidates, candidate => Assert.True(float.IsFinite(candidate.Score)));
        Assert.All(candidates, candidate => Assert.InRange(candidate.MovieRow, 0, PlantedData.MovieCount - 1));
    }

    [Fact]
    public void Fewer_candidates_are_the_beginning_of_more()
    {
        Assert.Equal(Retrieve(PlantedData.ActionFan, 40).Take(5), Retrieve(PlantedData.ActionFan, 5));
    }

    [Fact]
    public void Gives_the_same_again() => Assert.Equal(Retrieve(PlantedData.DramaFan, 40), Retrieve(PlantedData.DramaFan, 40));

    [Fact]
    public void A_new_user_is_no_error()
    {
        int count = Create().Retrieve(PlantedData.User(PlantedData.NewUser), Query with { UserId = PlantedData.NewUser }, new Candidate[10]);

        Assert.InRange(count, 0, 10);
    }

    [Fact]
    public void Has_a_name() => Assert.NotEmpty(Create().Name);

    protected Candidate[] Retrieve(int userId, int room)
    {
        var candidates = new Candidate[room];
        UserState user = PlantedData.User(userId);
        int count = Create().Retrieve(user, Query with { UserId = userId }, candidates);
        return candidates[..count];
    }
}
