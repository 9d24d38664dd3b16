using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Server.Api;

/// <summary>What every stage did.</summary>
/// <param name="TotalMs">Milliseconds of all stages.</param>
/// <param name="Channels">Retrievers.</param>
/// <param name="Filtered">Movies removed, by reason.</param>
/// <param name="Ranker">The ranking.</param>
/// <param name="Reranker">The reranking.</param>
/// <param name="UserInputs">What the ranker was given of the user; empty unless it is a network.</param>
/// <param name="Items">The movies shown.</param>
internal sealed record TraceResponse(
    double TotalMs, IReadOnlyList<ChannelResponse> Channels, IReadOnlyList<FilteredResponse> Filtered, TracedRankerResponse Ranker,
    TracedRerankerResponse Reranker, IReadOnlyList<InputResponse> UserInputs, IReadOnlyList<TracedMovieResponse> Items);

/// <summary>A channel: name, milliseconds, candidates before filtering, and null or <c>failed</c>, <c>late</c>, <c>skipped</c>.</summary>
internal sealed record ChannelResponse(string Name, double Ms, int Count, string? Error);

/// <summary>Movies removed for a reason: <c>rated</c>, <c>excluded</c>, <c>genre</c> or <c>year</c>.</summary>
internal sealed record FilteredResponse(string Reason, int Count);

/// <summary>The ranking: who, milliseconds, movies scored.</summary>
internal sealed record TracedRankerResponse(string Name, double Ms, int Candidates);

/// <summary>The reranking: who, milliseconds, weight of diversity.</summary>
internal sealed record TracedRerankerResponse(string Name, double Ms, float Diversity);

/// <summary>A movie's way through the stages.</summary>
/// <param name="MovieId">The movie.</param>
/// <param name="Channels">Where each retriever had it; none when it was added to fill the list.</param>
/// <param name="RankedAt">Place by score, from 1.</param>
/// <param name="RankScore">The ranker's score.</param>
/// <param name="ShownAt">Place after reranking, from 1.</param>
/// <param name="Features">What connects user and movie.</param>
/// <param name="Inputs">What the ranker was given of the movie and the pair; empty unless it is a network.</param>
/// <param name="Attention">Liked movies that mattered to the network for this one, the most important first; empty unless it attends to the history.</param>
internal sealed record TracedMovieResponse(
    int MovieId, IReadOnlyList<ChannelHit> Channels, int RankedAt, float RankScore, int ShownAt, TracedFeaturesResponse Features,
    IReadOnlyList<InputResponse> Inputs, IReadOnlyList<AttentionResponse> Attention);

/// <summary>A feature as the network was given it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind"><c>number</c>, <c>user</c>, <c>movie</c> or <c>genre</c>.</param>
/// <param name="Values">Numbers or ids; null for an id that the network does not know.</param>
/// <param name="Genres">Names of genres.</param>
internal sealed record InputResponse(string Name, string Kind, IReadOnlyList<double?> Values, IReadOnlyList<string> Genres)
{
    public static InputResponse Of(InspectedFeature feature) => new(feature.Name, NameOf(feature.Kind), feature.Values, feature.Genres);

    private static string NameOf(FeatureKind kind) => kind switch
    {
        FeatureKind.UserId => "user",
        FeatureKind.MovieId => "movie",
        FeatureKind.Genre => "genre",
        _ => "number",
    };
}

/// <summary>A liked movie, and how much it mattered, above 0, of the network's own scale.</summary>
internal sealed record AttentionResponse(int MovieId, string Title, string TitleZh, float Weight);

/// <summary>What connects user and movie.</summary>
/// <param name="BestLikedMovieId">The nearest movie the user liked; null when there is none.</param>
/// <param name="BestLikedSimilarity">Cosine to it.</param>
/// <param name="GenreAffinity">Greatest affinity of the user to a genre of the movie, 0 to 1.</param>
internal sealed record TracedFeaturesResponse(int? BestLikedMovieId, float BestLikedSimilarity, float GenreAffinity);
