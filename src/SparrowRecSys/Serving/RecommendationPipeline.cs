using System.Collections.Concurrent;
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
    private readonly IRetriever[] _retrievers;
    private readonly MoviePopularity _popularity;
    private readonly RankerChain _rankers;
    private readonly DiversityReranker _reranker;
    private readonly int _candidatesPerRetriever;
    private readonly int _fillChannel;
    private readonly ILogger<RecommendationPipeline> _logger;
    private readonly ConcurrentQueue<PipelineSpace> _spaces = new();

    /// <param name="features">State of users and movies.</param>
    /// <param name="retrievers">At most 31, distinct names.</param>
    /// <param name="popularity">Order in which a list is filled up that the retrievers leave too short.</param>
    /// <param name="rankers">Rankers and their fallbacks.</param>
    /// <param name="reranker">Brings variety into the ranked list.</param>
    /// <param name="options">Candidates per retriever.</param>
    /// <param name="logger">Is told of every retriever that fails.</param>
    public RecommendationPipeline(
        FeatureStore features, IEnumerable<IRetriever> retrievers, MoviePopularity popularity, RankerChain rankers,
        DiversityReranker reranker, RetrievalOptions options, ILogger<RecommendationPipeline> logger)
    {
        (_features, _retrievers, _popularity) = (features, [.. retrievers], popularity);
        (_rankers, _reranker, _logger) = (rankers, reranker, logger);
        _candidatesPerRetriever = options.CandidatesPerRetriever;
        string[] names = [.. _retrievers.Select(retriever => retriever.Name)];
        ChannelNames = names.Contains(PopularRetriever.RetrieverName) ? names : [.. names, PopularRetriever.RetrieverName];
        _fillChannel = ChannelNames.ToList().IndexOf(PopularRetriever.RetrieverName);
    }

    /// <summary>Names of the channels, in the order of the bits of <see cref="RecommendedMovie.Channels"/>.</summary>
    public IReadOnlyList<string> ChannelNames { get; }

    /// <summary>Answers a query. A user who is not known gets what suits most people.</summary>
    /// <param name="query">The ranker it names, if any, is loaded.</param>
    /// <param name="trace">Is told what every stage did; <see langword="null"/>, the usual case, costs nothing.</param>
    /// <exception cref="ArgumentException">The query names a ranker that is not loaded.</exception>
    public Recommendations Recommend(RecommendationQuery query, RecommendationTrace? trace = null)
    {
        trace?.Start();
        UserState user = _features.OfUser(query.UserId);
        PipelineSpace space = Start(user, query);
        Retrieve(user, query, space, trace);
        Filter(query, space, trace);
        RankerOutcome ranked = Rank(user, query, space, trace);
        ReadOnlySpan<Candidate> shown = Rerank(user, query, space, trace);
        Recommendations answer = Answer(user, ranked, shown, space);
        Finish(space);
        trace?.End();
        return answer;
    }

    private PipelineSpace Start(UserState user, RecommendationQuery query)
    {
        PipelineSpace space = _spaces.TryDequeue(out PipelineSpace? used) ? used : new PipelineSpace(_features.Movies, ChannelNames.Count);

        // What the filter takes away must not leave a channel short: ask for as many more. A genre or years may take away most.
        int share = query.Genre is null && query.YearFrom is null && query.YearTo is null ? 1 : 10;
        long wanted = ((long)_candidatesPerRetriever * share) + user.Ratings.Count + query.Exclude.Count;
        space.Start((int)Math.Min(wanted, _features.Movies.Count));
        space.Filter.Start(user, query);
        return space;
    }

    private void Retrieve(UserState user, RecommendationQuery query, PipelineSpace space, RecommendationTrace? trace)
    {
        for (int channel = 0; channel < _retrievers.Length; channel++)
        {
            IRetriever retriever = _retrievers[channel];
            string? fault = null;
            trace?.StartStage();
            try
            {
                space.SetCount(channel, retriever.Retrieve(user, query, space.Room(channel)));
            }
            catch (Exception error)
            {
                // Fail open: the other retrievers still give the user an answer.
                Log.RetrieverFailed(_logger, retriever.Name, user.UserId, error);
                space.SetCount(channel, 0);
                fault = $"retriever {retriever.Name} failed";
                space.Degraded = space.Degraded is null ? fault : $"{space.Degraded}; {fault}";
            }

            trace?.EndRetriever(retriever.Name, space.Retrieved(channel), fault);
        }
    }

    private void Filter(RecommendationQuery query, PipelineSpace space, RecommendationTrace? trace)
    {
        for (int channel = 0; channel < _retrievers.Length; channel++)
        {
            Span<Candidate> retrieved = space.Retrieved(channel);
            int kept = Math.Min(space.Filter.Keep(retrieved), _candidatesPerRetriever);
            space.Add(retrieved[..kept], channel);
        }

        FillUp(_reranker.PoolSize(query.Size), space);
        trace?.EndFilter(space.Filter);
    }

    /// <summary>A narrow genre, or a user who has seen nearly everything, leaves too few: the most popular of the rest are added.</summary>
    private void FillUp(int wanted, PipelineSpace space)
    {
        ReadOnlySpan<int> popular = _popularity.BestFirst;
        for (int i = 0; i < popular.Length && space.Rows.Length < wanted; i++)
        {
            if (!space.Has(popular[i]) && space.Filter.Allows(popular[i]))
            {
                space.Add([new Candidate(popular[i], 0)], _fillChannel);
            }
        }
    }

    private RankerOutcome Rank(UserState user, RecommendationQuery query, PipelineSpace space, RecommendationTrace? trace)
    {
        trace?.StartStage();
        RankerOutcome outcome = _rankers.Score(query.Ranker, user, space.Rows, space.Scores);
        trace?.EndRanking(outcome.Name, space.Rows.Length);
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

    private static Recommendations Answer(UserState user, RankerOutcome ranked, ReadOnlySpan<Candidate> shown, PipelineSpace space)
    {
        var movies = new RecommendedMovie[shown.Length];
        for (int i = 0; i < movies.Length; i++)
        {
            movies[i] = new RecommendedMovie(shown[i].MovieRow, shown[i].Score, space.ChannelsOf(shown[i].MovieRow));
        }

        string? degraded = space.Degraded is null || ranked.Degraded is null
            ? space.Degraded ?? ranked.Degraded
            : $"{space.Degraded}; {ranked.Degraded}";
        return new Recommendations(user, ranked.Name, degraded, movies);
    }

    // After an exception the space is not handed back: it may hold half a query.
    private void Finish(PipelineSpace space)
    {
        space.Finish();
        _spaces.Enqueue(space);
    }
}
