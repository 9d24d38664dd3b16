using Microsoft.Extensions.Logging.Abstractions;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Reranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Tests.Serving;

public sealed class RecommendationPipelineTests
{
    private static readonly RecommendationQuery Query = new() { UserId = PlantedData.ActionFan, Size = 4 };

    [Fact]
    public void Gives_as_many_movies_as_asked_for_each_once_and_none_that_the_user_has_rated()
    {
        Recommendations answer = Pipeline().Recommend(Query);

        Assert.Equal(4, answer.Movies.Count);
        Assert.Distinct(answer.Movies.Select(movie => movie.MovieRow));
        Assert.DoesNotContain(answer.Movies, movie => answer.User.Ratings.MovieRows.Contains(movie.MovieRow));
        Assert.Null(answer.Degraded);
    }

    [Fact]
    public void A_user_is_recommended_what_the_user_likes()
    {
        Assert.True(PlantedData.IsAction(Pipeline().Recommend(Query).Movies[0].MovieRow));
        Assert.False(PlantedData.IsAction(Pipeline().Recommend(Query with { UserId = PlantedData.DramaFan }).Movies[0].MovieRow));
    }

    [Fact]
    public void The_same_query_gives_the_same_answer() =>
        Assert.Equal(Pipeline().Recommend(Query).Movies, Pipeline().Recommend(Query).Movies);

    [Fact]
    public void One_query_leaves_nothing_behind_for_the_next()
    {
        RecommendationPipeline pipeline = Pipeline();
        IReadOnlyList<RecommendedMovie> alone = pipeline.Recommend(Query).Movies;

        pipeline.Recommend(Query with { UserId = PlantedData.DramaFan, Size = 40, Genre = "Drama", Exclude = [10, 20, 200, 390] });

        Assert.Equal(alone, pipeline.Recommend(Query).Movies);
    }

    [Fact]
    public void Without_diversity_movies_come_in_the_order_of_their_scores()
    {
        IReadOnlyList<RecommendedMovie> movies = Pipeline().Recommend(Query with { Size = 40, Diversity = 0 }).Movies;

        Assert.Equal(movies.OrderByDescending(movie => movie.Score).ThenBy(movie => movie.MovieRow), movies);
    }

    [Fact]
    public void A_movie_remembers_every_channel_that_proposed_it()
    {
        RecommendationPipeline pipeline = Pipeline(new FakeRetriever("first", 38, 39), new FakeRetriever("second", 39));

        RecommendedMovie both = Assert.Single(pipeline.Recommend(Query with { Size = 40 }).Movies, movie => movie.MovieRow == 39);

        Assert.Equal(["first", "second", "popular"], pipeline.ChannelNames);
        Assert.Equal(0b011u, both.Channels);
    }

    [Fact]
    public void A_failing_retriever_does_not_fail_the_query_and_the_answer_says_so()
    {
        Recommendations answer = Pipeline(new ThrowingRetriever(), new FakeRetriever("good", 39)).Recommend(Query with { Size = 40 });

        Assert.Contains(answer.Movies, movie => movie.MovieRow == 39 && movie.Channels == 0b010u);
        Assert.Equal("retriever throwing failed", answer.Degraded);
    }

    [Fact]
    public void When_retrievers_give_too_little_the_most_popular_of_the_rest_fill_up()
    {
        Recommendations answer = Pipeline(new FakeRetriever("poor")).Recommend(Query with { UserId = PlantedData.NewUser, Diversity = 0 });

        Assert.Equal(PlantedData.Popularity.BestFirst[..4].ToArray(), answer.Movies.Select(movie => movie.MovieRow));
    }

    [Fact]
    public void A_list_is_short_only_when_nothing_is_left()
    {
        Recommendations answer = Pipeline().Recommend(Query with { Size = 1000 });

        Assert.Equal(PlantedData.MovieCount - answer.User.Ratings.Count, answer.Movies.Count);
    }

    [Fact]
    public void A_size_of_0_gives_an_empty_list() => Assert.Empty(Pipeline().Recommend(Query with { Size = 0 }).Movies);

    [Fact]
    public void What_the_query_asks_for_is_kept_to()
    {
        Recommendations answer = Pipeline().Recommend(
            new RecommendationQuery { Size = 40, Genre = "Drama", YearFrom = 2005, YearTo = 2010, Exclude = [270] });

        Assert.Equal([25, 27, 28, 29, 30], answer.Movies.Select(movie => movie.MovieRow).Order());
    }

    [Fact]
    public void A_heavy_users_channels_do_not_run_dry_in_the_filter()
    {
        // With one candidate a retriever, the popular one must look past all that the user has rated.
        var options = new RetrievalOptions { Channels = { ["popular"] = new ChannelOptions { Count = 1 } } };
        RecommendationPipeline pipeline = Pipeline(options, new PopularRetriever(PlantedData.Popularity));

        var trace = new RecommendationTrace();
        pipeline.Recommend(Query with { Size = 0 }, trace);

        Assert.Equal(1, trace.CandidateCount);
    }

    [Fact]
    public void A_new_visitor_is_shown_more_than_one_kind()
    {
        IReadOnlyList<RecommendedMovie> movies = Pipeline().Recommend(new RecommendationQuery { Size = 10 }).Movies;

        Assert.InRange(movies.Count(movie => PlantedData.IsAction(movie.MovieRow)), 2, 8);
    }

    [Fact]
    public void The_trace_tells_what_every_stage_did()
    {
        var trace = new RecommendationTrace();

        Recommendations answer = Pipeline().Recommend(Query with { Genre = "Action" }, trace);

        Assert.Equal(["popular", "genre", "item2vec", "neighbors"], trace.Channels.Select(channel => channel.Name));
        Assert.All(trace.Channels, channel => Assert.True(channel.Count > 0 && channel.Outcome == ChannelOutcome.Ok));
        Assert.Contains(trace.Removed, removal => removal.Reason == RemovalReason.Rated && removal.Count > 0);
        Assert.Contains(trace.Removed, removal => removal.Reason == RemovalReason.Genre && removal.Count > 0);
        Assert.Equal("emb", trace.Ranker);
        Assert.True(trace.TotalMs > 0);
        Assert.All(answer.Movies, movie => Assert.True(trace.RankedAt(movie.MovieRow) > 0));
        Assert.All(answer.Movies, movie => Assert.NotEmpty(trace.HitsOf(movie.MovieRow)));
    }

    [Fact]
    public async Task Many_threads_at_once_get_what_one_gets()
    {
        RecommendationPipeline pipeline = Pipeline();
        IReadOnlyList<RecommendedMovie>[] expected = [.. Enumerable.Range(1, 20).Select(user => pipeline.Recommend(Query with { UserId = user }).Movies)];

        IReadOnlyList<RecommendedMovie>[] actual = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(
            () => pipeline.Recommend(Query with { UserId = 1 + (i % 20) }).Movies, TestContext.Current.CancellationToken)));

        Assert.All(actual.Select((movies, i) => (movies, i)), x => Assert.Equal(expected[x.i % 20], x.movies));
    }

    [Fact]
    public void A_query_allocates_little_more_than_its_answer()
    {
        RecommendationPipeline pipeline = Pipeline();
        pipeline.Recommend(Query);

        long before = GC.GetAllocatedBytesForCurrentThread();
        pipeline.Recommend(Query);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 1, 600);
    }

    private static RecommendationPipeline Pipeline() => Pipeline(
        new PopularRetriever(PlantedData.Popularity), new GenreRetriever(PlantedData.Movies, PlantedData.Popularity),
        new ModelRetriever(PlantedData.Model), new NeighborRetriever(PlantedData.Neighbors, 10));

    private static RecommendationPipeline Pipeline(params IRetriever[] retrievers) => Pipeline(new RetrievalOptions(), retrievers);

    private static RecommendationPipeline Pipeline(RetrievalOptions options, params IRetriever[] retrievers) => new(
        PlantedData.Features, retrievers.Select(retriever => new RetrievalChannel(retriever, ChannelOptionsOf(options, retriever.Name))), PlantedData.Popularity,
        new LiveRankers(new RankerChain(PlantedData.Rankers(), new RankingOptions(), NullLogger<RankerChain>.Instance)), PlantedData.Reranker(), options,
        NullLogger<RecommendationPipeline>.Instance);

    private static ChannelOptions ChannelOptionsOf(RetrievalOptions options, string name) =>
        options.Channels.TryGetValue(name, out ChannelOptions? own) ? own : new ChannelOptions { TimeLimitMs = 60_000 };

    private sealed class FakeRetriever(string name, params int[] rows) : IRetriever
    {
        public string Name => name;

        public bool IsInMemory => true;

        public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates)
        {
            Candidate[] all = [.. rows.Select(row => new Candidate(row, 0)).Take(candidates.Length)];
            all.CopyTo(candidates);
            return all.Length;
        }
    }

    private sealed class ThrowingRetriever : IRetriever
    {
        public string Name => "throwing";

        public bool IsInMemory => true;

        public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates) =>
            throw new InvalidDataException("broken index");
    }
}
