using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using SparrowRecSys.Features;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Serving;

/// <summary>
/// Asks one channel, query after query, and sees to it that none fails or waits on its account. A retriever that lives in memory and was quick of late
/// runs on the query's own thread; any other one runs on the thread pool beside the rest, and the query waits for it until its time limit at
/// most. Thread-safe.
/// </summary>
/// <remarks>
/// Handing a run to the thread pool wakes another thread, which a channel that is done in microseconds does not pay back.
/// </remarks>
internal sealed class ChannelRunner(RetrievalChannel channel, ILogger logger)
{
    /// <summary>A retriever whose recent runs took at least this long runs beside the others.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(0.5);

    /// <summary>Late runs that may be out at once; while they are, the channel is skipped, so that a dead one does not eat the thread pool.</summary>
    public const int MaxLateRuns = 4;

    private readonly ConcurrentQueue<ChannelRun> _idle = new();
    private readonly long _slowTicks = (long)(Slow.TotalSeconds * Stopwatch.Frequency);
    private long _recentTicks; // slowest recent run, halved with every quicker one
    private int _lateRuns;

    public string Name => channel.Name;

    public IRetriever Retriever => channel.Retriever;

    public ChannelOptions Options => channel.Options;

    /// <summary>Whether the next run should be on the query's own thread.</summary>
    public bool IsQuick => Options.TimeLimitMs == 0 || (Retriever.IsInMemory && Volatile.Read(ref _recentTicks) < _slowTicks);

    /// <summary>Asks the channel on this thread.</summary>
    public ChannelAnswer Ask(UserState user, RecommendationQuery query, Span<Candidate> candidates)
    {
        long started = Stopwatch.GetTimestamp();
        (int count, ChannelOutcome outcome) = (0, ChannelOutcome.Ok);
        try
        {
            count = Retriever.Retrieve(user, query, candidates);
        }
        catch (Exception error)
        {
            // Fail open: the other channels still give the user an answer.
            Log.RetrieverFailed(logger, Name, user.UserId, error);
            outcome = ChannelOutcome.Failed;
        }

        long ticks = Stopwatch.GetTimestamp() - started;
        Volatile.Write(ref _recentTicks, Math.Max(ticks, _recentTicks / 2)); // a race loses one run's time, no more
        return new ChannelAnswer(count, ticks, outcome);
    }

    /// <summary>Begins to ask the channel on another thread; <see langword="null"/> when it is skipped.</summary>
    public ChannelRun? Begin(UserState user, RecommendationQuery query, int room)
    {
        if (Volatile.Read(ref _lateRuns) >= MaxLateRuns)
        {
            return null;
        }

        ChannelRun run = _idle.TryDequeue(out ChannelRun? used) ? used : new ChannelRun(this);
        run.Begin(user, query, room);
        return run;
    }

    public void CountLate(int userId)
    {
        Interlocked.Increment(ref _lateRuns);
        Log.RetrieverLate(logger, Name, userId, Options.TimeLimitMs);
    }

    public void ForgetLate() => Interlocked.Decrement(ref _lateRuns);

    public void Release(ChannelRun run) => _idle.Enqueue(run);
}

/// <summary>What came of asking a channel.</summary>
/// <param name="Count">Candidates.</param>
/// <param name="Ticks">Time it took, or was waited for; of <see cref="Stopwatch"/>.</param>
/// <param name="Outcome">How it did.</param>
internal readonly record struct ChannelAnswer(int Count, long Ticks, ChannelOutcome Outcome);
