using Microsoft.Extensions.Logging.Abstractions;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Tests.Ranking;

public sealed class LiveRankersTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_query_keeps_the_chain_it_began_with()
    {
        using var live = new LiveRankers(Chain(new Session("first")));
        using RankerLease early = live.Lease();

        live.Swap(Chain(new Session("second")));

        using RankerLease late = live.Lease();
        Assert.Equal(["first"], early.Chain.Names);
        Assert.Equal(["second"], late.Chain.Names);
    }

    [Fact]
    public async Task What_was_swapped_out_is_closed_when_its_last_lease_has_ended_and_not_before()
    {
        var old = new Session("old");
        using var live = new LiveRankers(Chain(old));
        RankerLease lease = live.Lease();
        RankerLease shared = lease.Share();
        live.Swap(Chain(new Session("new")));

        lease.Dispose();
        Assert.False(old.Closed.Task.IsCompleted);
        Assert.Equal(2, live.HeldCount);
        shared.Dispose();

        await old.Closed.Task.WaitAsync(Limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_ranker_that_the_next_chain_has_too_stays_open()
    {
        (Session kept, Session dropped) = (new Session("kept"), new Session("dropped"));
        var names = new TaskCompletionSource<string>();
        using var live = new LiveRankers(Chain(kept, dropped), ranker => names.TrySetResult(ranker.Name));

        live.Swap(Chain(kept));

        Assert.Equal("dropped", await names.Task.WaitAsync(Limit, TestContext.Current.CancellationToken));
        Assert.False(kept.Closed.Task.IsCompleted);
        Assert.Equal(1, live.HeldCount);
    }

    [Fact]
    public async Task Shutting_down_closes_all_once_the_last_query_is_answered()
    {
        var session = new Session("model");
        var live = new LiveRankers(Chain(session));
        RankerLease lease = live.Lease();

        live.Dispose();
        live.Dispose();
        Assert.False(session.Closed.Task.IsCompleted);
        lease.Dispose();

        await session.Closed.Task.WaitAsync(Limit, TestContext.Current.CancellationToken);
        Assert.Throws<ObjectDisposedException>(() => live.Lease());
    }

    [Fact]
    public async Task No_session_is_used_after_it_was_closed_whatever_is_swapped_meanwhile()
    {
        const int Swaps = 500;
        var sessions = new List<Session> { new("0") };
        using var live = new LiveRankers(Chain(sessions[0]));
        using var stop = new CancellationTokenSource();
        Task<int>[] queries = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() => Query(live, stop.Token)))];

        for (int i = 1; i <= Swaps; i++)
        {
            sessions.Add(new Session($"{i}"));
            live.Swap(Chain(sessions[^1]));
            await Task.Yield();
        }

        await stop.CancelAsync();
        int[] counts = await Task.WhenAll(queries);
        await Task.WhenAll(sessions.SkipLast(1).Select(session => session.Closed.Task)).WaitAsync(Limit, TestContext.Current.CancellationToken);
        Assert.All(counts, count => Assert.True(count > 0));
        Assert.All(sessions, session => Assert.False(session.WasUsedClosed));
        Assert.Equal(1, live.HeldCount);
        Assert.False(sessions[^1].Closed.Task.IsCompleted);
    }

    private static int Query(LiveRankers live, CancellationToken stop)
    {
        float[] scores = new float[1];
        int count = 0;
        while (count == 0 || !stop.IsCancellationRequested)
        {
            using RankerLease lease = live.Lease();
            lease.Chain.Score(null, PlantedData.User(PlantedData.ActionFan), [0], scores);
            count++;
        }

        return count;
    }

    private static RankerChain Chain(params IRanker[] rankers) =>
        new(rankers, new RankingOptions { Default = "" }, NullLogger<RankerChain>.Instance);

    private sealed class Session(string name) : IRanker, IDisposable
    {
        private volatile bool _wasUsedClosed;

        public string Name => name;

        public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool WasUsedClosed => _wasUsedClosed;

        public bool CanRank(UserState user) => true;

        public void Score(UserState user, ReadOnlySpan<int> movieRows, Span<float> scores)
        {
            Thread.SpinWait(20);
            _wasUsedClosed |= Closed.Task.IsCompleted;
        }

        public void Dispose() => Closed.SetResult();
    }
}
