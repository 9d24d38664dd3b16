using Microsoft.Extensions.Logging.Abstractions;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Tests.Serving;

/// <summary>Channels that are slow, or hang: the others answer.</summary>
public sealed class ChannelTests : IDisposable
{
    private static readonly RecommendationQuery Query = new() { UserId = PlantedData.ActionFan, Size = 40 };

    private readonly HangingRetriever _hanging = new();

    [Fact]
    public void A_late_channel_does_not_hold_up_the_query_and_the_answer_and_the_trace_say_so()
    {
        var trace = new RecommendationTrace();

        Recommendations answer = Pipeline(1, _hanging, new WaitingRetriever(39)).Recommend(Query, trace);

        Assert.Equal("retriever hanging late", answer.Degraded);
        Assert.Equal([ChannelOutcome.Late, ChannelOutcome.Ok], trace.Channels.Select(channel => channel.Outcome));
        Assert.Equal([0, 1], trace.Channels.Select(channel => channel.Count));
        Assert.Contains(answer.Movies, movie => movie.MovieRow == 39 && movie.Channels == 0b010u);
    }

    [Fact]
    public void A_channel_that_hangs_is_skipped_until_its_runs_come_back()
    {
        RecommendationPipeline pipeline = Pipeline(1, _hanging);
        for (int i = 0; i < ChannelRunner.MaxLateRuns; i++)
        {
            Assert.Equal("retriever hanging late", pipeline.Recommend(Query).Degraded);
        }

        Assert.Equal("retriever hanging skipped", pipeline.Recommend(Query).Degraded);
        Assert.InRange(_hanging.Begun, 0, ChannelRunner.MaxLateRuns); // a busy thread pool has not begun all of them

        _hanging.Release();

        // Its last run comes back when the thread pool has time for it.
        Assert.True(SpinWait.SpinUntil(() => pipeline.Recommend(Query).Degraded is null, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void A_channel_that_waits_elsewhere_gives_what_it_gives_on_the_querys_own_thread()
    {
        RecommendationPipeline elsewhere = Pipeline(60_000, new WaitingRetriever(38, 39));
        RecommendationPipeline here = Pipeline(0, new WaitingRetriever(38, 39));

        Assert.Equal(here.Recommend(Query).Movies, elsewhere.Recommend(Query).Movies);
        Assert.Equal(here.Recommend(Query).Movies, elsewhere.Recommend(Query).Movies);
    }

    [Fact]
    public void A_channel_that_fails_elsewhere_does_not_fail_the_query() =>
        Assert.Equal("retriever waiting failed", Pipeline(60_000, new WaitingRetriever(-1)).Recommend(Query).Degraded);

    [Fact]
    public async Task Many_threads_at_once_get_each_its_own_answer()
    {
        RecommendationPipeline pipeline = Pipeline(60_000, new WaitingRetriever(38, 39));
        IReadOnlyList<RecommendedMovie>[] expected = [.. Enumerable.Range(1, 20).Select(user => pipeline.Recommend(Query with { UserId = user }).Movies)];

        IReadOnlyList<RecommendedMovie>[][] actual = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () => Enumerable.Range(0, 50).Select(i => pipeline.Recommend(Query with { UserId = 1 + (i % 20) }).Movies).ToArray(),
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.All(actual, movies => Assert.All(movies.Select((found, i) => (found, i)), x => Assert.Equal(expected[x.i % 20], x.found)));
    }

    [Fact]
    public async Task Queries_that_fill_the_thread_pool_do_not_wait_for_one_another()
    {
        RecommendationPipeline pipeline = Pipeline(60_000, new SlowRetriever(38, 39));
        IReadOnlyList<RecommendedMovie> expected = pipeline.Recommend(Query).Movies;

        IReadOnlyList<RecommendedMovie>[] actual = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(
            () => pipeline.Recommend(Query).Movies, TestContext.Current.CancellationToken)));

        Assert.All(actual, movies => Assert.Equal(expected, movies));
    }

    public void Dispose() => _hanging.Dispose();

    private static RecommendationPipeline Pipeline(int timeLimitMs, params IRetriever[] retrievers) => new(
        PlantedData.Features,
        retrievers.Select(retriever => new RetrievalChannel(retriever, new ChannelOptions { TimeLimitMs = retriever is HangingRetriever ? timeLimitMs : Math.Min(timeLimitMs, 1) * 60_000 })),
        PlantedData.Popularity, new LiveRankers(new RankerChain(PlantedData.Rankers(), new RankingOptions(), NullLogger<RankerChain>.Instance)), PlantedData.Reranker(),
        new RetrievalOptions(), NullLogger<RecommendationPipeline>.Instance);

    /// <summary>Answers from elsewhere; a row of -1 throws.</summary>
    private sealed class WaitingRetriever(params int[] rows) : IRetriever
    {
        public string Name => "waiting";

        public bool IsInMemory => false;

        public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates)
        {
            Candidate[] all = [.. rows.Select(row => row < 0 ? throw new InvalidDataException("broken link") : new Candidate(row, 0))];
            all.CopyTo(candidates);
            return all.Length;
        }
    }

    /// <summary>Lives in memory and takes long enough to be run beside the others.</summary>
    private sealed class SlowRetriever(params int[] rows) : IRetriever
    {
        public string Name => "slow";

        public bool IsInMemory => true;

        public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates)
        {
            Thread.Sleep(2);
            Array.ConvertAll(rows, row => new Candidate(row, 0)).CopyTo(candidates);
            return rows.Length;
        }
    }

    /// <summary>Hangs until it is released.</summary>
    private sealed class HangingRetriever : IRetriever, IDisposable
    {
        private readonly ManualResetEventSlim _released = new();
        private int _begun;

        public string Name => "hanging";

        public bool IsInMemory => false;

        public int Begun => _begun;

        public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates)
        {
            Interlocked.Increment(ref _begun);
            _released.Wait(CancellationToken.None);
            return 0;
        }

        public void Release() => _released.Set();

        public void Dispose() => Release(); // no more: a run may not have come to its wait yet
    }
}
