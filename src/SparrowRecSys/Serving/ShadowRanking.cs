using System.Buffers;
using System.Diagnostics;
using System.Numerics.Tensors;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Serving;

/// <summary>
/// Lets a second ranker score the candidates of a share of the queries, after they are answered; nobody sees its answer, but the metrics say how far it
/// agrees with the one that was shown, and how long it takes. Thread-safe.
/// </summary>
public sealed class ShadowRanking
{
    /// <summary>Length of the lists whose overlap is measured.</summary>
    public const int K = 10;

    private const uint GoldenRatio = 2_654_435_769; // 2^32 / φ

    private readonly string _ranker;
    private readonly uint _share; // of 2^32
    private readonly ShadowMetrics _metrics;
    private readonly ILogger _logger;
    private readonly Channel<Job> _jobs;
    private uint _queries;

    /// <param name="options">Whom to ask, and how often.</param>
    /// <param name="metrics">Are told of every comparison.</param>
    /// <param name="logger">Is told when the ranker fails.</param>
    public ShadowRanking(ShadowOptions options, ShadowMetrics metrics, ILogger<ShadowRanking> logger)
    {
        (_ranker, _metrics, _logger) = (options.Ranker, metrics, logger);
        _share = (uint)Math.Min(uint.MaxValue, options.Share * Math.Pow(2, 32));

        // When it is full, TryWrite refuses: a query never waits, and what is left out is counted.
        _jobs = Channel.CreateBounded<Job>(new BoundedChannelOptions(options.QueueLength) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    }

    /// <summary>Whether a ranker was named.</summary>
    public bool IsOn => _ranker.Length > 0 && _share > 0;

    /// <summary>Scores what queries hand over, one after the other, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (Job job in _jobs.Reader.ReadAllAsync(cancellation))
            {
                Finish(job, isToBeScored: true);
            }
        }
        finally
        {
            while (_jobs.Reader.TryRead(out Job left))
            {
                Finish(left, isToBeScored: false);
            }
        }
    }

    /// <summary>Takes a query over if its turn has come and there is room. Copies what it needs.</summary>
    internal void Offer(UserState user, RankerLease rankers, string answeredBy, ReadOnlySpan<int> movieRows, ReadOnlySpan<float> scores)
    {
        if (!IsOn || answeredBy == _ranker || movieRows.IsEmpty || !IsChosen())
        {
            return;
        }

        int count = movieRows.Length;
        var job = new Job(user, rankers.Share(), answeredBy, count, ArrayPool<int>.Shared.Rent(count), ArrayPool<float>.Shared.Rent(count));
        movieRows.CopyTo(job.MovieRows);
        scores.CopyTo(job.Scores);
        if (!_jobs.Writer.TryWrite(job))
        {
            _metrics.Count(_ranker, "dropped");
            Finish(job, isToBeScored: false);
        }
    }

    // Multiples of the golden ratio spread evenly over 0 to 1, so the share is exact, and no pattern of queries that repeats is always or never met.
    private bool IsChosen() => Interlocked.Increment(ref _queries) * GoldenRatio < _share;

    private void Finish(Job job, bool isToBeScored)
    {
        try
        {
            if (isToBeScored)
            {
                _metrics.Count(_ranker, Compare(job));
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(job.MovieRows);
            ArrayPool<float>.Shared.Return(job.Scores);
            job.Rankers.Dispose();
        }
    }

    /// <summary>What came of it, in a word.</summary>
    private string Compare(Job job)
    {
        if (job.Rankers.Chain.Find(_ranker) is not { } ranker)
        {
            return "missing"; // its last version was removed
        }

        float[] scores = ArrayPool<float>.Shared.Rent(job.Count);
        try
        {
            if (!ranker.CanRank(job.User))
            {
                return "passed";
            }

            Span<float> shadow = scores.AsSpan(0, job.Count);
            ReadOnlySpan<int> movieRows = job.MovieRows.AsSpan(0, job.Count);
            ReadOnlySpan<float> live = job.Scores.AsSpan(0, job.Count);
            long started = Stopwatch.GetTimestamp();
            ranker.Score(job.User, movieRows, shadow);
            long ticks = Stopwatch.GetTimestamp() - started;
            if (!TensorPrimitives.IsFiniteAll<float>(shadow))
            {
                return "failed";
            }

            _metrics.Compare(
                _ranker, job.AnsweredBy, RankAgreement.Overlap(movieRows, live, shadow, K), RankAgreement.Correlation(live, shadow), ticks);
            return "compared";
        }
        catch (Exception error)
        {
            // Nobody waits for this answer; the next query tries again.
            Log.ShadowFailed(_logger, _ranker, job.User.UserId, error);
            return "failed";
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private readonly record struct Job(UserState User, RankerLease Rankers, string AnsweredBy, int Count, int[] MovieRows, float[] Scores);
}
