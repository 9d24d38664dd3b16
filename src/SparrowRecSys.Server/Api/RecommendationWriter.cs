using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Reranking;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Server.Api;

/// <summary>Turns the pipeline's answer into the response: cards, channels, reasons, trace.</summary>
internal sealed class RecommendationWriter(FeatureStore features, RecommendationPipeline pipeline, Explainer explainer)
{
    /// <param name="requestId">Name of the request.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="shown">Ids on the pages before.</param>
    /// <param name="trace">What every stage did, when asked for.</param>
    public RecommendationsResponse Write(
        string requestId, RecommendationQuery query, Recommendations answer, IReadOnlyList<int> shown, RecommendationTrace? trace)
    {
        var cards = new RecommendedMovieCard[answer.Movies.Count];
        var explanations = new Explanation[cards.Length];
        for (int i = 0; i < cards.Length; i++)
        {
            RecommendedMovie movie = answer.Movies[i];
            explanations[i] = explainer.Explain(answer.User, movie.MovieRow);
            cards[i] = new RecommendedMovieCard(features.Movies[movie.MovieRow], features.OfMovie(movie.MovieRow))
            {
                Score = movie.Score,
                Channels = ChannelsOf(movie.Channels),
                Reason = AttendedReason(trace, i) ?? ReasonOf(explanations[i]),
            };
        }

        string? next = cards.Length < query.Size ? null : ShownCursor.Write([.. shown, .. cards.Select(card => card.MovieId)]);
        return new RecommendationsResponse(
            requestId, query.UserId > 0 ? query.UserId : null, answer.Ranker, answer.Degraded, answer.User.IsNew, cards, next,
            trace is null ? null : WriteTrace(answer, explanations, trace));
    }

    private List<string> ChannelsOf(uint bits)
    {
        var names = new List<string>();
        for (int channel = 0; channel < pipeline.ChannelNames.Count; channel++)
        {
            if ((bits & (1u << channel)) != 0)
            {
                names.Add(pipeline.ChannelNames[channel]);
            }
        }

        return names;
    }

    /// <summary>What the network itself looked at is a better reason than a likeness that it may not know of.</summary>
    private ReasonResponse? AttendedReason(RecommendationTrace? trace, int item) =>
        AttentionOf(trace, item) is [AttendedMovie most, ..] ? ReasonResponse.OfLiked(features.Movies[most.MovieRow]) : null;

    private static IReadOnlyList<AttendedMovie> AttentionOf(RecommendationTrace? trace, int item) =>
        trace?.Inspection is { Attention.Count: > 0 } inspection ? inspection.Attention[item] : [];

    private ReasonResponse ReasonOf(Explanation explanation) => explanation.Kind switch
    {
        ReasonKind.Liked => ReasonResponse.OfLiked(features.Movies[explanation.LikedRow]),
        ReasonKind.Genre => ReasonResponse.OfGenre(explanation.Genre),
        _ => ReasonResponse.Popular,
    };

    private TraceResponse WriteTrace(Recommendations answer, Explanation[] explanations, RecommendationTrace trace)
    {
        var items = new TracedMovieResponse[explanations.Length];
        for (int i = 0; i < items.Length; i++)
        {
            RecommendedMovie movie = answer.Movies[i];
            Explanation explanation = explanations[i];
            int? likedId = explanation.LikedRow < 0 ? null : features.Movies[explanation.LikedRow].MovieId;
            items[i] = new TracedMovieResponse(
                features.Movies[movie.MovieRow].MovieId, trace.HitsOf(movie.MovieRow), trace.RankedAt(movie.MovieRow), movie.Score, i + 1,
                new TracedFeaturesResponse(likedId, explanation.Similarity, explanation.GenreAffinity),
                trace.Inspection is { } inspection ? [.. inspection.Movies[i].Select(InputResponse.Of)] : [],
                [.. AttentionOf(trace, i).Select(Describe)]);
        }

        return new TraceResponse(
            trace.TotalMs, [.. trace.Channels.Select(channel => new ChannelResponse(channel.Name, channel.Ms, channel.Count, channel.Outcome.Fault))],
            [.. trace.Removed.Select(removal => new FilteredResponse(NameOf(removal.Reason), removal.Count))],
            new TracedRankerResponse(trace.Ranker, trace.RankMs, trace.CandidateCount),
            new TracedRerankerResponse(DiversityReranker.RerankerName, trace.RerankMs, trace.Diversity),
            trace.Inspection is { } seen ? [.. seen.User.Select(InputResponse.Of)] : [], items);
    }

    private AttentionResponse Describe(AttendedMovie attended)
    {
        Movie movie = features.Movies[attended.MovieRow];
        return new AttentionResponse(movie.MovieId, movie.DisplayTitle, movie.Details?.ChineseTitle ?? "", attended.Weight);
    }

    private static string NameOf(RemovalReason reason) => reason switch
    {
        RemovalReason.Rated => "rated",
        RemovalReason.Excluded => "excluded",
        RemovalReason.Genre => "genre",
        RemovalReason.Year => "year",
        _ => "",
    };
}
