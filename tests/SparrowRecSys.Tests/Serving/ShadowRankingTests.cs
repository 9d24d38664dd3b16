using Microsoft.Extensions.Logging.Abstractions;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Tests.Serving;

public sealed class ShadowRankingTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly MeasuredMeters _meters = new();

    public void Dispose() => _meters.Dispose();

    [Fact]
    public async Task It_is_compared_on_every_query_and_shown_on_none()
    {
        var (pipeline, shadow) = Pipeline(new ShadowOptions { Ranker = "reverse", Share = 1 }, Reverse(_ => { }));
        Recommendations alone = Pipeline(new ShadowOptions(), []).Pipeline.Recommend(Query);

        var trace = new RecommendationTrace();
        Recommendations[] answers = [.. Enumerable.Range(0, 5).Select(_ => pipeline.Recommend(Query, trace))];
        await Drain(shadow, "sparrow.shadow.queries ranker=reverse outcome=compared", 5);

        Assert.All(answers, answer => Assert.Equal(alone.Movies, answer.Movies));
        Assert.All(answers, answer => Assert.Equal("emb", answer.Ranker));
        Assert.Equal(5, _meters.CountOf("sparrow.shadow.duration ranker=reverse"));
        double common = (20.0 - trace.CandidateCount) / 10; // of the first ten and the last ten of so many
        Assert.InRange(trace.CandidateCount, 10, 19);
        Assert.Equal(5 * common, _meters.SumOf("sparrow.shadow.overlap ranker=reverse against=emb"), 1e-9);
        Assert.Equal(-5, _meters.SumOf("sparrow.shadow.correlation ranker=reverse against=emb"), 1e-9);
    }

    [Theory]
    [InlineData(0.25, 100)]
    [InlineData(0.1, 40)]
    public async Task It_gets_its_share_of_the_queries(double share, int expected)
    {
        var (pipeline, shadow) = Pipeline(new ShadowOptions { Ranker = "reverse", Share = share, QueueLength = 1000 }, Reverse(_ => { }));

        for (int i = 0; i < 400; i++)
        {
            pipeline.Recommend(Query);
        }

        await Drain(shadow, "sparrow.shadow.queries ranker=reverse outcome=compared", expected - 1);
    }

    [Fact]
    public async Task What_does_not_fit_into_the_queue_is_left_out_and_counted()
    {
        var (pipeline, shadow) = Pipeline(new ShadowOptions { Ranker = "reverse", Share = 1, QueueLength = 3 }, Reverse(_ => { }));

        for (int i = 0; i < 10; i++)
        {
            pipeline.Recommend(Query);
        }

        Assert.Equal(7, _meters.SumOf("sparrow.shadow.queries ranker=reverse outcome=dropped"));
        await Drain(shadow, "sparrow.shadow.queries ranker=reverse outcome=compared", 3);
    }

    [Fact]
    public async Task A_shadow_ranker_that_throws_or_gives_NaN_is_counted_and_concerns_nobody()
    {
        int calls = 0;
        var (pipeline, shadow) = Pipeline(new ShadowOptions { Ranker = "reverse", Share = 1 }, Reverse(scores =>
        {
            scores[0] = float.NaN;
            _ = calls++ > 0 ? 0 : throw new InvalidDataException("broken");
        }));

        Recommendations[] answers = [pipeline.Recommend(Query), pipeline.Recommend(Query)];
        await Drain(shadow, "sparrow.shadow.queries ranker=reverse outcome=failed", 2);

        Assert.All(answers, answer => Assert.Null(answer.Degraded));
    }

    [Fact]
    public async Task One_that_is_gone_or_has_nothing_to_say_is_counted_as_such()
    {
        var (pipeline, shadow) = Pipeline(new ShadowOptions { Ranker = "emb", Share = 1 }, []);
        pipeline.Recommend(Query with { UserId = PlantedData.NewUser });
        await Drain(shadow, "sparrow.shadow.queries ranker=emb outcome=passed", 1);

        (pipeline, shadow) = Pipeline(new ShadowOptions { Ranker = "gone", Share = 1 }, []);
        pipeline.Recommend(Query);
        await Drain(shadow, "sparrow.shadow.queries ranker=gone outcome=missing", 1);
    }

    [Fact]
    public async Task A_chain_that_waits_for_the_shadow_ranker_stays_open_until_it_is_done()
    {
        using var session = new Session();
        using var live = new LiveRankers(Chain(session));
        var shadow = new ShadowRanking(new ShadowOptions { Ranker = "session", Share = 1 }, new ShadowMetrics(_meters), NullLogger<ShadowRanking>.Instance);
        using (RankerLease lease = live.Lease())
        {
            shadow.Offer(PlantedData.User(PlantedData.ActionFan), lease, "emb", [0, 1], [0.1f, 0.2f]);
        }

        live.Swap(Chain());
        Assert.False(session.Closed.Task.IsCompleted);
        await Drain(shadow, "sparrow.shadow.queries ranker=session outcome=compared", 1);

        await session.Closed.Task.WaitAsync(Limit, TestContext.Current.CancellationToken);
    }

    private static RecommendationQuery Query => new() { UserId = PlantedData.ActionFan, Size = 5 };

    /// <summary>Lets the shadow ranker work until a counter is where it should come to.</summary>
    private async Task Drain(ShadowRanking shadow, string counter, double expected)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task working = shadow.RunAsync(stop.Token);
        long started = Environment.TickCount64;
        while (_meters.SumOf(counter) < expected && Environment.TickCount64 - started < Limit.TotalMilliseconds)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
        Assert.InRange(_meters.SumOf(counter), expected, expected + 2);
    }

    private (RecommendationPipeline Pipeline, ShadowRanking Shadow) Pipeline(ShadowOptions options, params IRanker[] rankers)
    {
        var shadow = new ShadowRanking(options, new ShadowMetrics(_meters), NullLogger<ShadowRanking>.Instance);
        RetrievalChannel[] channels = [new(new PopularRetriever(PlantedData.Popularity), new ChannelOptions { TimeLimitMs = 0 })];
        return (new RecommendationPipeline(
            PlantedData.Features, channels, PlantedData.Popularity, new LiveRankers(Chain(rankers)), PlantedData.Reranker(), new RetrievalOptions(),
            NullLogger<RecommendationPipeline>.Instance, shadow: shadow), shadow);
    }

    private static RankerChain Chain(params IRanker[] rankers) =>
        new(PlantedData.Rankers(rankers), new RankingOptions(), NullLogger<RankerChain>.Instance);

    private static IRanker[] Reverse(Action<float[]> spoil) => [new ReverseRanker(spoil)];

    /// <summary>The embedding ranker's order, backwards.</summary>
    private sealed class ReverseRanker(Action<float[]> spoil) : IRanker
    {
        private readonly EmbeddingRanker _forwards = new(PlantedData.Table, PlantedData.Features, new RankingOptions());

        public string Name => "reverse";

        public bool CanRank(UserState user) => true;

        public void Score(UserState user, ReadOnlySpan<int> movieRows, Span<float> scores)
        {
            float[] written = new float[scores.Length];
            _forwards.Score(user, movieRows, written);
            written = [.. written.Select(score => -score)];
            spoil(written);
            written.CopyTo(scores);
        }
    }

    private sealed class Session : IRanker, IDisposable
    {
        public string Name => "session";

        public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool CanRank(UserState user) => true;

        public void Score(UserState user, ReadOnlySpan<int> movieRows, Span<float> scores) => movieRows.CopyTo(new int[movieRows.Length]);

        public void Dispose() => Closed.TrySetResult();
    }
}
