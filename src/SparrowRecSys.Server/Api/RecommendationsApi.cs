using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Server.Api;

/// <summary>The feed.</summary>
internal static class RecommendationsApi
{
    private const int MaxExcluded = 1000;

    public static void MapRecommendations(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/recommendations", GetRecommendations).WithTags("Recommendations")
            .WithSummary("Movies for a user, best first; for an unknown or absent user what suits most people.");

    private static Results<Ok<RecommendationsResponse>, ProblemHttpResult> GetRecommendations(
        HttpContext context, RecommendationPipeline pipeline, LiveRankers rankers, CatalogList catalog, RecommendationWriter writer,
        [Description("A positive integer; may be unknown or absent.")] string? userId = null,
        [Description("1 to 100, default 20.")] string? size = null,
        [Description("A loaded ranker; default: the configured one.")] string? ranker = null,
        [Description("Ids of movies that are not wanted, with commas between.")] string? exclude = null,
        [Description("Only movies of this genre.")] string? genre = null,
        [Description("Only movies released in this year or later.")] string? yearFrom = null,
        [Description("Only movies released in this year or earlier.")] string? yearTo = null,
        [Description("0 (order of score) to 1; default: the configured one.")] string? diversity = null,
        [Description("true: say what every stage did.")] string? trace = null,
        [Description("nextCursor of the page before.")] string? cursor = null)
    {
        var reader = default(ParameterReader);
        IReadOnlyList<int> shown = ShownCursor.Read(cursor, ref reader);
        var query = new RecommendationQuery
        {
            UserId = reader.Optional("userId", userId, 1, int.MaxValue) ?? 0,
            Size = reader.Optional("size", size, 1, 100) ?? 20,
            Ranker = string.IsNullOrEmpty(ranker) ? null : ranker,
            Genre = string.IsNullOrEmpty(genre) ? null : genre,
            YearFrom = reader.Optional("yearFrom", yearFrom, 0, 9999),
            YearTo = reader.Optional("yearTo", yearTo, 0, 9999),
            Diversity = reader.Share("diversity", diversity),
            Exclude = [.. reader.Ids("exclude", exclude, MaxExcluded), .. shown],
        };
        bool isTraced = reader.Flag("trace", trace);
        if (reader.Problem is not null)
        {
            return Problems.BadRequest(reader.Problem);
        }

        if (catalog.UnknownGenre(genre) is { } problem)
        {
            return Problems.NotFound(problem);
        }

        using RankerLease lease = rankers.Lease();
        if (query.Ranker is not null && !lease.Chain.Contains(query.Ranker))
        {
            return Problems.BadRequest($"The ranker '{ranker}' is not loaded (parameter 'ranker'); loaded are {string.Join(", ", lease.Chain.Names)}.");
        }

        RecommendationTrace? stages = isTraced ? new RecommendationTrace() : null;
        Recommendations answer = pipeline.Recommend(query, lease, stages);
        return TypedResults.Ok(writer.Write(context.TraceIdentifier, query, answer, shown, stages));
    }
}

/// <summary>The feed of a user.</summary>
/// <param name="RequestId">Names this answer in logs and later events.</param>
/// <param name="UserId">The user asked for; null for a visitor without an id.</param>
/// <param name="Ranker">Whose scores these are.</param>
/// <param name="Degraded">Which stage fell back, in words; null when none did.</param>
/// <param name="IsNew">Whether the user has rated nothing.</param>
/// <param name="Items">Best first.</param>
/// <param name="NextCursor">Null at the end.</param>
/// <param name="Trace">What every stage did; null unless asked for.</param>
internal sealed record RecommendationsResponse(
    string RequestId, int? UserId, string Ranker, string? Degraded, bool IsNew, IReadOnlyList<RecommendedMovieCard> Items,
    string? NextCursor, TraceResponse? Trace);

/// <summary>A recommended movie.</summary>
internal sealed class RecommendedMovieCard : MovieCard
{
    internal RecommendedMovieCard(Movie movie, MovieStatistics statistics)
        : base(movie, statistics)
    {
    }

    /// <summary>The ranker's score; comparable within one answer.</summary>
    public required float Score { get; init; }

    /// <summary>Retrievers that proposed the movie.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    public required ReasonResponse Reason { get; init; }
}
