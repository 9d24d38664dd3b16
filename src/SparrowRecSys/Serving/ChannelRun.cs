using System.Diagnostics;
using SparrowRecSys.Features;

namespace SparrowRecSys.Serving;

/// <summary>
/// One run of a channel on the thread pool, with room of its own, since a late one writes when its query is long answered. Used again once it has
/// come back. A run that has not begun when its query comes to wait for it is taken back and done by the query itself where the channel lives in memory: queries that fill the
/// thread pool would otherwise wait for one another.
/// </summary>
#pragma warning disable CA1001 // the event owns nothing to dispose of, as long as nobody asks for its wait handle
internal sealed class ChannelRun(ChannelRunner runner) : IThreadPoolWorkItem
#pragma warning restore CA1001
{
    private const int Queued = 0;
    private const int Running = 1;
    private const int Done = 2;
    private const int Abandoned = 3;
    private const int TakenBack = 4;

    private readonly ManualResetEventSlim _done = new();
    private Candidate[] _candidates = [];
    private UserState? _user;
    private RecommendationQuery? _query;
    private ChannelAnswer _answer;
    private long _started;
    private int _room;
    private int _state;

    public void Begin(UserState user, RecommendationQuery query, int room)
    {
        (_user, _query, _room, _state) = (user, query, room, Queued);
        if (_candidates.Length < room)
        {
            _candidates = new Candidate[room];
        }

        _done.Reset();
        _started = Stopwatch.GetTimestamp();
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public void Execute()
    {
        if (!TryMove(Queued, Running) && Volatile.Read(ref _state) == TakenBack)
        {
            return; // whoever took it back has the answer, and nobody uses this run again
        }

        if (_user is { } user && _query is { } query)
        {
            _answer = runner.Ask(user, query, _candidates.AsSpan(0, _room));
        }

        if (TryMove(Running, Done))
        {
            _done.Set();
        }
        else
        {
            runner.ForgetLate();
            Release();
        }
    }

    /// <summary>Waits for the rest of the channel's time and takes its answer. The run must not be touched afterwards.</summary>
    public ChannelAnswer End(Span<Candidate> candidates)
    {
        int userId = _user?.UserId ?? 0;
        if (runner.Retriever.IsInMemory && _user is { } user && _query is { } query && TryMove(Queued, TakenBack))
        {
            return runner.Ask(user, query, candidates);
        }

        double leftMs = runner.Options.TimeLimitMs - Stopwatch.GetElapsedTime(_started).TotalMilliseconds;
        if (!_done.Wait((int)Math.Max(0, Math.Ceiling(leftMs))) && (TryMove(Queued, Abandoned) || TryMove(Running, Abandoned)))
        {
            runner.CountLate(userId);
            return new ChannelAnswer(0, Stopwatch.GetTimestamp() - _started, ChannelOutcome.Late);
        }

        _done.Wait(); // it is done, but may not have said so yet
        ChannelAnswer answer = _answer;
        _candidates.AsSpan(0, answer.Count).CopyTo(candidates);
        Release();
        return answer;
    }

    private bool TryMove(int from, int to) => Interlocked.CompareExchange(ref _state, to, from) == from;

    private void Release()
    {
        (_user, _query) = (null, null);
        runner.Release(this);
    }
}
