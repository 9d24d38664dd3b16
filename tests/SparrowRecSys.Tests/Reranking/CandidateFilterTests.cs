using SparrowRecSys.Features;
using SparrowRecSys.Reranking;

namespace SparrowRecSys.Tests.Reranking;

public sealed class CandidateFilterTests
{
    private static readonly UserState Fan = PlantedData.User(PlantedData.ActionFan);
    private static readonly UserState New = PlantedData.User(PlantedData.NewUser);

    [Fact]
    public void What_the_user_has_rated_is_removed_and_counted()
    {
        (int[] kept, CandidateFilter filter) = Keep(Fan, new RecommendationQuery { Size = 1 });

        Assert.Equal(AllRows.Except(Fan.Ratings.MovieRows.ToArray()), kept);
        Assert.Equal(Fan.Ratings.Count, filter.RemovedCount(RemovalReason.Rated));
    }

    [Fact]
    public void What_the_query_excludes_is_removed_and_counted_and_unknown_ids_are_no_error()
    {
        (int[] kept, CandidateFilter filter) = Keep(New, new RecommendationQuery { Size = 1, Exclude = [10, 30, 30, 12345] });

        Assert.Equal(AllRows.Except([0, 2]), kept);
        Assert.Equal(2, filter.RemovedCount(RemovalReason.Excluded));
    }

    [Theory]
    [InlineData("Drama")]
    [InlineData("dRAMA")]
    public void Other_genres_are_removed_and_counted(string genre)
    {
        (int[] kept, CandidateFilter filter) = Keep(New, new RecommendationQuery { Size = 1, Genre = genre });

        Assert.Equal(Enumerable.Range(20, 20), kept);
        Assert.Equal(20, filter.RemovedCount(RemovalReason.Genre));
    }

    [Fact]
    public void A_genre_that_no_movie_has_leaves_nothing() => Assert.Empty(Keep(New, new RecommendationQuery { Size = 1, Genre = "Polka" }).Kept);

    [Theory]
    [InlineData(1990, null, 10, 39)]
    [InlineData(null, 1985, 0, 5)]
    [InlineData(1990, 1991, 10, 11)]
    public void Other_years_are_removed_and_counted(int? from, int? to, int firstKept, int lastKept)
    {
        (int[] kept, CandidateFilter filter) = Keep(New, new RecommendationQuery { Size = 1, YearFrom = from, YearTo = to });

        Assert.Equal(Enumerable.Range(firstKept, lastKept - firstKept + 1), kept);
        Assert.Equal(PlantedData.MovieCount - kept.Length, filter.RemovedCount(RemovalReason.Year));
    }

    [Fact]
    public void A_movie_that_is_offered_twice_is_counted_once()
    {
        var filter = new CandidateFilter(PlantedData.Movies);
        filter.Start(New, new RecommendationQuery { Size = 1, Genre = "Drama" });

        filter.Keep([new Candidate(0, 1), new Candidate(1, 1)]);
        filter.Keep([new Candidate(1, 1), new Candidate(2, 1)]);

        Assert.Equal(3, filter.RemovedCount(RemovalReason.Genre));
    }

    [Fact]
    public void The_next_query_is_not_filtered_by_the_last_one()
    {
        var filter = new CandidateFilter(PlantedData.Movies);
        filter.Start(Fan, new RecommendationQuery { Size = 1, Genre = "Drama", Exclude = [210] });
        filter.Keep(AllCandidates);
        filter.Finish();

        filter.Start(New, new RecommendationQuery { Size = 1 });

        Assert.Equal(PlantedData.MovieCount, filter.Keep(AllCandidates));
        Assert.All(Enum.GetValues<RemovalReason>(), reason => Assert.Equal(0, filter.RemovedCount(reason)));
    }

    private static int[] AllRows => [.. Enumerable.Range(0, PlantedData.MovieCount)];

    private static Candidate[] AllCandidates => [.. AllRows.Select(row => new Candidate(row, 0))];

    private static (int[] Kept, CandidateFilter Filter) Keep(UserState user, RecommendationQuery query)
    {
        var filter = new CandidateFilter(PlantedData.Movies);
        Candidate[] candidates = AllCandidates;
        filter.Start(user, query);
        int kept = filter.Keep(candidates);
        return ([.. candidates.Take(kept).Select(candidate => candidate.MovieRow)], filter);
    }
}
