using System.Diagnostics;
using SparrowRecSys.Ranking;
using SparrowRecSys.Reranking;

namespace SparrowRecSys.Serving;

/// <summary>What every stage did for one query; filled by the pipeline when a caller hands one in. Not thread-safe.</summary>
public sealed class RecommendationTrace
{
    private readonly List<ChannelTrace> _channels = [];
    private readonly List<RemovalTrace> _removed = [];
    private readonly Dictionary<int, List<ChannelHit>> _hits = [];
    private readonly Dictionary<int, int> _rankedAt = [];
    private readonly Dictionary<string, HashSet<int>> _kept = [];
    private HashSet<int> _candidates = [];
    private long _started;
    private long _stageStarted;

    /// <summary>Time of the whole query.</summary>
    public double TotalMs { get; private set; }

    /// <summary>Retrievers in the order they were asked.</summary>
    public IReadOnlyList<ChannelTrace> Channels => _channels;

    /// <summary>Reasons for which movies were removed; those that removed none are left out.</summary>
    public IReadOnlyList<RemovalTrace> Removed => _removed;

    /// <summary>Name of the ranker that gave the scores.</summary>
    public string Ranker { get; private set; } = "";

    public double RankMs { get; private set; }

    /// <summary>Movies that were ranked.</summary>
    public int CandidateCount { get; private set; }

    public double RerankMs { get; private set; }

    /// <summary>Weight of diversity in the reranking, 0 to 1.</summary>
    public float Diversity { get; private set; }

    /// <summary>What the network that gave the scores was given for the movies shown, in their order; <see langword="null"/> when no network did.</summary>
    public RankerInspection? Inspection { get; private set; }

    /// <summary>Where each channel had a movie, before filtering; empty when none had it.</summary>
    public IReadOnlyList<ChannelHit> HitsOf(int movieRow) => _hits.TryGetValue(movieRow, out List<ChannelHit>? hits) ? hits : [];

    /// <summary>Rows of the movies that a channel brought into the merge: what was left of its list after filtering, at most its count.</summary>
    public IReadOnlySet<int> KeptOf(string channel) => _kept.GetValueOrDefault(channel) ?? [];

    /// <summary>Rows of the movies that were ranked.</summary>
    public IReadOnlySet<int> Candidates => _candidates;

    /// <summary>Place from 1 in the order of the ranker's scores, among the best that the reranker chose from.</summary>
    public int RankedAt(int movieRow) => _rankedAt.GetValueOrDefault(movieRow);

    internal void Start() => _started = _stageStarted = Stopwatch.GetTimestamp();

    internal void StartStage() => _stageStarted = Stopwatch.GetTimestamp();

    internal void EndChannel(string name, ChannelAnswer answer, ReadOnlySpan<Candidate> candidates)
    {
        _channels.Add(new ChannelTrace(name, 1000.0 * answer.Ticks / Stopwatch.Frequency, candidates.Length, answer.Outcome));
        for (int i = 0; i < candidates.Length; i++)
        {
            if (!_hits.TryGetValue(candidates[i].MovieRow, out List<ChannelHit>? hits))
            {
                _hits.Add(candidates[i].MovieRow, hits = []);
            }

            hits.Add(new ChannelHit(name, i + 1, candidates[i].Score));
        }
    }

    internal void KeepOf(string channel, ReadOnlySpan<Candidate> kept)
    {
        var rows = new HashSet<int>(kept.Length);
        foreach (Candidate candidate in kept)
        {
            rows.Add(candidate.MovieRow);
        }

        _kept[channel] = rows;
    }

    internal void EndFilter(CandidateFilter filter, ReadOnlySpan<int> candidates)
    {
        _candidates = [.. candidates];
        foreach (RemovalReason reason in Enum.GetValues<RemovalReason>())
        {
            if (filter.RemovedCount(reason) > 0)
            {
                _removed.Add(new RemovalTrace(reason, filter.RemovedCount(reason)));
            }
        }
    }

    internal void EndRanking(string ranker, int candidateCount) =>
        (Ranker, CandidateCount, RankMs) = (ranker, candidateCount, StageMs());

    internal void StartReranking(ReadOnlySpan<Candidate> pool, float diversity)
    {
        for (int i = 0; i < pool.Length; i++)
        {
            _rankedAt[pool[i].MovieRow] = i + 1;
        }

        Diversity = diversity;
        StartStage();
    }

    internal void EndReranking() => RerankMs = StageMs();

    internal void Inspect(RankerInspection inspection) => Inspection = inspection;

    internal void End() => TotalMs = Stopwatch.GetElapsedTime(_started).TotalMilliseconds;

    private double StageMs() => Stopwatch.GetElapsedTime(_stageStarted).TotalMilliseconds;
}

/// <summary>What one retriever did.</summary>
/// <param name="Name">The retriever.</param>
/// <param name="Ms">Milliseconds it took, or was waited for.</param>
/// <param name="Count">Candidates it gave, before filtering.</param>
/// <param name="Outcome">How it did.</param>
public sealed record ChannelTrace(string Name, double Ms, int Count, ChannelOutcome Outcome);

/// <summary>A movie in one channel.</summary>
/// <param name="Name">The retriever.</param>
/// <param name="Rank">Place from 1.</param>
/// <param name="Score">The retriever's score.</param>
public sealed record ChannelHit(string Name, int Rank, float Score);

/// <summary>How many different movies a filter removed for a reason.</summary>
public sealed record RemovalTrace(RemovalReason Reason, int Count);
