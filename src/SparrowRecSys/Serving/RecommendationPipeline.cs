using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Reranking;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Serving;

/// <summary>Turns a query into recommendations. Thread-safe, takes no lock, and allocates little more than its answer.</summary>
public sealed class RecommendationPipeline
{
    private readonly FeatureStore _features;
    private readonly ChannelRunner[] _channels;
    private readonly MoviePopularity _popularity;
    private readonly LiveRankers _rankers;
    private readonly DiversityReranker _reranker;
    private readonly int _candidates;
    private readonly int _fillChannel;
    private readonly Func<ChannelMerger> _newMerger;
    private readonly RecommendationMetrics? _metrics;
    private readonly ShadowRanking? _shadow;
    private readonly ILogger _logger;
    private readonly ConcurrentQueue<PipelineSpace> _spaces = new();

    /// <param name="features">State of users and movies.</param>
    /// <param name="channels">At most 30, distinct names.</param>
    /// <param name="popularity">Order in which a list is filled up that the channels leave too short.</param>
    /// <param name="rankers">Rankers and their fallbacks.</param>
    /// <param name="reranker">Brings variety into the ranked list.</param>
    /// <param name="options">How the channels are merged, and how many candidates are ranked.</param>
    /// <param name="logger">Is told of every retriever that fails.</param>
    /// <param name="metrics">Counts and times; <see langword="null"/>: nobody does.</param>
    /// <param name="shadow">A second ranker that is tried on some queries; <see langword="null"/>: none.</param>
    public RecommendationPipeline(
        FeatureStore features, IEnumerable<RetrievalChannel> channels, MoviePopularity popularity, LiveRankers rankers,
        DiversityReranker reranker, RetrievalOptions options, ILogger<RecommendationPipeline> logger, RecommendationMetrics? metrics = null,
        ShadowRanking? shadow = null)
    {
        (_features, _popularity, _rankers, _reranker, _metrics, _shadow) = (features, popularity, rankers, reranker, metrics, shadow);
        _logger = logger;
        _channels = [.. channels.Select(channel => new ChannelRunner(channel, logger))];
        _candidates = options.Candidates;
        string[] names = [.. _channels.Select(channel => channel.Name)];
        ChannelNames = names.Contains(PopularRetriever.RetrieverName) ? names : [.. names, PopularRetriever.RetrieverName];
        if (ChannelNames.Count > ChannelMerger.MaxChannels)
        {
            throw new ArgumentException($"Expected at most {ChannelMerger.MaxChannels} channels, got {string.Join(", ", ChannelNames)}.", nameof(channels));
        }

        _fillChannel = ChannelNames.ToList().IndexOf(PopularRetriever.RetrieverName);
        bool isByScore = options.Merge == RetrievalOptions.MergeByScore;
        _newMerger = () => new ChannelMerger(features.Movies.Count, isByScore, _channels.Select(channel => channel.Options));
    }

    /// <summary>Names of the channels, in the order of the bits of <see cref="RecommendedMovie.Channels"/>.</summary>
    public IReadOnlyList<string> ChannelNames { get; }

    /// <summary>Answers a query. A user who is not known gets what suits most people.</summary>
    /// <param name="query">The ranker it names, if any, is loaded.</param>
    /// <param name="trace">Is told what every stage did; <see langword="null"/>, the usual case, costs nothing.</param>
    /// <exception cref="ArgumentException">The query names a ranker that is not loaded.</exception>
    public Recommendations Recommend(RecommendationQuery query, RecommendationTrace? trace = null)
    {
        using RankerLease rankers = _rankers.Lease();
        return Recommend(query, rankers, trace);
    }

    /// <summary>The same with rankers that the caller has leased, as who has checked the name of a ranker does: they are the same from start to end.</summary>
    public Recommendations Recommend(RecommendationQuery query, RankerLease rankers, RecommendationTrace? trace = null)
    {
        long startedAt = _metrics is null ? 0 : Stopwatch.GetTimestamp();
        trace?.Start();
        UserState user = _features.OfUser(query.UserId);
        PipelineSpace space = Start(user, query);
        Retrieve(user, query, space, trace);
        Merge(query, space, trace);
        RankerOutcome ranked = Rank(user, query, rankers, space, trace);
        ReadOnlySpan<Candidate> shown = Rerank(user, query, space, trace);
        Recommendations answer = Answer(user, ranked, shown, space);
        Finish(space);
        trace?.End();
        Inspect(user, answer, rankers.Chain, trace);
        _metrics?.CountQuery(startedAt, answer.Ranker);
        return answer;
    }

    private PipelineSpace Start(UserState user, RecommendationQuery query)
    {
        PipelineSpace space = _spaces.TryDequeue(out PipelineSpace? used) ? used : new PipelineSpace(_features.Movies, _newMerger(), _channels.Length);

        // What the filter takes away must not leave a channel short: ask for as many more. A genre or years may take away most.
        int share = query.Genre is null && query.YearFrom is null && query.YearTo is null ? 1 : 10;
        space.Start(_channels, share, user.Ratings.Count + query.Exclude.Count);
        space.Filter.Start(user, query);
        return space;
    }

    /// <summary>Begins what is slow, asks what is quick, and waits for what is slow.</summary>
    private void Retrieve(UserState user, RecommendationQuery query, PipelineSpace space, RecommendationTrace? trace)
    {
        Span<ChannelRun?> runs = space.Runs;
        uint quick = 0;
        for (int i = 0; i < runs.Length; i++)
        {
            bool isQuick = _channels[i].IsQuick;
            quick |= isQuick ? 1u << i : 0;
            runs[i] = isQuick ? null : _channels[i].Begin(user, query, space.Room(i).Length);
            space.SetAnswer(i, new ChannelAnswer(0, 0, ChannelOutcome.Skipped));
        }

        for (int i = 0; i < runs.Length; i++)
        {
            if ((quick & (1u << i)) != 0)
            {
                space.SetAnswer(i, _channels[i].Ask(user, query, space.Room(i)));
            }
        }

        for (int i = 0; i < runs.Length; i++)
        {
            if (runs[i] is { } run)
            {
                space.SetAnswer(i, run.End(space.Room(i)));
                runs[i] = null;
            }

            NoteFault(i, space);
            trace?.EndChannel(_channels[i].Name, space.AnswerOf(i), space.Retrieved(i));
        }
    }

    private void NoteFault(int channel, PipelineSpace space)
    {
        if (space.AnswerOf(channel).Outcome.Fault is { } fault)
        {
            space.Degrade($"retriever {_channels[channel].Name} {fault}");
        }
    }

    /// <summary>Filters each channel's list and merges them.</summary>
    private void Merge(RecommendationQuery query, PipelineSpace space, RecommendationTrace? trace)
    {
        for (int channel = 0; channel < _channels.Length; channel++)
        {
            Span<Candidate> retrieved = space.Retrieved(channel);
            int kept = Math.Min(space.Filter.Keep(retrieved), _channels[channel].Options.Count);
            space.Merger.Add(channel, retrieved[..kept]);
            trace?.KeepOf(_channels[channel].Name, retrieved[..kept]);
            _metrics?.CountChannel(_channels[channel].Name, space.AnswerOf(channel), kept);
        }

        int wanted = _reranker.PoolSize(query.Size);
        space.Merger.Cut(Math.Max(_candidates, wanted));
        FillUp(wanted, space);
        trace?.EndFilter(space.Filter, space.Rows);
    }

    /// <summary>A narrow genre, or a user who has seen nearly everything, leaves too few: the most popular of the rest are added.</summary>
    private void FillUp(int wanted, PipelineSpace space)
    {
        ReadOnlySpan<int> popular = _popularity.BestFirst;
        for (int i = 0; i < popular.Length && space.Rows.Length < wanted; i++)
        {
            if (!space.Merger.Has(popular[i]) && space.Filter.Allows(popular[i]))
            {
                space.Merger.AddLast(_fillChannel, popular[i]);
            }
        }
    }

    private RankerOutcome Rank(UserState user, RecommendationQuery query, RankerLease rankers, PipelineSpace space, RecommendationTrace? trace)
    {
        trace?.StartStage();
        long startedAt = Stopwatch.GetTimestamp();
        RankerOutcome outcome = rankers.Chain.Score(query.Ranker, user, space.Rows, space.Scores);
        _metrics?.CountRanking(Stopwatch.GetTimestamp() - startedAt, outcome.Name);
        trace?.EndRanking(outcome.Name, space.Rows.Length);
        _shadow?.Offer(user, rankers, outcome.Name, space.Rows, space.Scores);
        return outcome;
    }

    private ReadOnlySpan<Candidate> Rerank(UserState user, RecommendationQuery query, PipelineSpace space, RecommendationTrace? trace)
    {
        Span<Candidate> pool = space.Pool(Math.Min(_reranker.PoolSize(query.Size), space.Rows.Length));
        ReadOnlySpan<int> rows = space.Rows;
        ReadOnlySpan<float> scores = space.Scores;
        var best = new TopCandidates(pool);
        for (int i = 0; i < rows.Length; i++)
        {
            best.Add(rows[i], scores[i]);
        }

        pool = pool[..best.SortBestFirst()];
        float diversity = _reranker.DiversityOf(query, user.IsNew);
        trace?.StartReranking(pool, diversity);
        int shown = _reranker.Rerank(pool, query.Size, diversity, space.Reranking);
        trace?.EndReranking();
        return pool[..shown];
    }

    private Recommendations Answer(UserState user, RankerOutcome ranked, ReadOnlySpan<Candidate> shown, PipelineSpace space)
    {
        var movies = new RecommendedMovie[shown.Length];
        for (int i = 0; i < movies.Length; i++)
        {
            movies[i] = new RecommendedMovie(shown[i].MovieRow, shown[i].Score, space.Merger.ChannelsOf(shown[i].MovieRow));
        }

        _metrics?.CountShown(ChannelNames, movies);
        string? degraded = space.Degraded is null || ranked.Degraded is null
            ? space.Degraded ?? ranked.Degraded
            : $"{space.Degraded}; {ranked.Degraded}";
        return new Recommendations(user, ranked.Name, degraded, movies);
    }

    /// <summary>Asks a network what it was given for what is shown. Outside of the time that is measured, since only a trace costs it.</summary>
    private void Inspect(UserState user, Recommendations answer, RankerChain rankers, RecommendationTrace? trace)
    {
        if (trace is null || rankers.Find(answer.Ranker) is not OnnxRanker network)
        {
            return;
        }

        try
        {
            trace.Inspect(network.Inspect(user, [.. answer.Movies.Select(movie => movie.MovieRow)]));
        }
        catch (Exception error)
        {
            // The answer is made, and an explanation of it is no reason to lose it.
            Log.InspectionFailed(_logger, answer.Ranker, user.UserId, error);
        }
    }

    // After an exception the space is not handed back: it may hold half a query.
    private void Finish(PipelineSpace space)
    {
        space.Finish();
        _spaces.Enqueue(space);
    }
}
