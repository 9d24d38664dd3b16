using System.Diagnostics;
using SparrowRecSys.Features;

namespace SparrowRecSys.Serving;

/// <summary>
/// One run of a channel on the thread pool, with room of its own, since a late one writes when its query is long answered. Used again once it has
/// come back.
/// </summary>
#pragma warning disable CA1001 // the event owns nothing to dispose of, as long as nobody asks for its wait handle
internal sealed class ChannelRun(ChannelRunner runner) : IThreadPoolWorkItem
#pragma warning restore CA1001
{
    private const int Running = 0;
    private const int Done = 1;
    private const int Abandoned = 2;

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
        (_user, _query, _room, _state) = (user, query, room, Running);
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
        if (_user is { } user && _query is { } query)
        {
            _answer = runner.Ask(user, query, _candidates.AsSpan(0, _room));
        }

        if (Interlocked.CompareExchange(ref _state, Done, Running) == Running)
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
        double leftMs = runner.Options.TimeLimitMs - Stopwatch.GetElapsedTime(_started).TotalMilliseconds;
        if (!_done.Wait((int)Math.Max(0, Math.Ceiling(leftMs))) && Interlocked.CompareExchange(ref _state, Abandoned, Running) == Running)
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

    private void Release()
    {
        (_user, _query) = (null, null);
        runner.Release(this);
    }
}
