using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Server.Api;

/// <summary>Users: the most active ones, one with statistics, history.</summary>
internal static class UsersApi
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/users").WithTags("Users");
        group.MapGet("", GetUsers).WithSummary("Users, the most active first.");
        group.MapGet("/{userId}", GetUser).WithSummary("A user's statistics. An unknown positive id is a new visitor.");
        group.MapGet("/{userId}/ratings", GetRatings).WithSummary("What a user rated, newest first.");
    }

    private static Results<Ok<ListResponse<UserCardResponse>>, ProblemHttpResult> GetUsers(
        ActiveUsers users, FeatureStore features, PersonaFinder personas,
        [Description("1 to 100, default 20.")] string? size = null,
        [Description("nextCursor of the page before.")] string? cursor = null)
    {
        var reader = default(ParameterReader);
        int count = reader.Optional("size", size, 1, 100) ?? 20;
        Cursor? after = Cursor.Read(cursor, ref reader);
        if (reader.Problem is not null)
        {
            return Problems.BadRequest(reader.Problem);
        }

        (ReadOnlyMemory<int> page, string? next) = users.Page(count, after);
        UserCardResponse[] items = new UserCardResponse[page.Length];
        for (int i = 0; i < items.Length; i++)
        {
            UserState user = features.OfUser(page.Span[i]);
            items[i] = new UserCardResponse(user.UserId, PersonaResponse.Of(personas.Find(user)), user.Ratings.Count);
        }

        return TypedResults.Ok(new ListResponse<UserCardResponse>(items, next));
    }

    private static Results<Ok<UserResponse>, ProblemHttpResult> GetUser(string userId, FeatureStore features, PersonaFinder personas)
    {
        var reader = default(ParameterReader);
        int id = reader.Required("userId", userId, 1);
        return reader.Problem is null
            ? TypedResults.Ok(UserProfile.Describe(features.OfUser(id), features.Movies, personas))
            : Problems.BadRequest(reader.Problem);
    }

    private static Results<Ok<ListResponse<RatedMovieCard>>, ProblemHttpResult> GetRatings(
        string userId, FeatureStore features,
        [Description("1 to 100, default 20.")] string? size = null,
        [Description("nextCursor of the page before.")] string? cursor = null)
    {
        var reader = default(ParameterReader);
        int id = reader.Required("userId", userId, 1);
        int count = reader.Optional("size", size, 1, 100) ?? 20;
        Cursor? after = Cursor.Read(cursor, ref reader);
        if (reader.Problem is not null)
        {
            return Problems.BadRequest(reader.Problem);
        }

        Rating[] ratings = NewestFirst(features.OfUser(id), features.Movies);
        int start = after is { } last ? Array.FindIndex(ratings, rating => last.IsBefore(rating.Timestamp, rating.MovieId)) : 0;
        Rating[] page = start < 0 ? [] : ratings[start..Math.Min(ratings.Length, start + count)];
        bool isEnd = start < 0 || start + count >= ratings.Length;
        string? next = isEnd ? null : new Cursor(page[^1].Timestamp, page[^1].MovieId).ToString();
        return TypedResults.Ok(new ListResponse<RatedMovieCard>(Array.ConvertAll(page, rating => CardOf(rating, features)), next));
    }

    private static Rating[] NewestFirst(UserState user, MovieCatalog movies)
    {
        var ratings = new Rating[user.Ratings.Count];
        for (int i = 0; i < ratings.Length; i++)
        {
            int movieId = movies[user.Ratings.MovieRows[i]].MovieId;
            ratings[i] = new Rating(user.UserId, movieId, user.Ratings.HalfStars[i] / 2f, user.Ratings.Timestamps[i]);
        }

        return [.. ratings.OrderByDescending(rating => rating.Timestamp).ThenBy(rating => rating.MovieId)];
    }

    private static RatedMovieCard CardOf(Rating rating, FeatureStore features)
    {
        int row = features.Movies.FindRow(rating.MovieId);
        return new RatedMovieCard(features.Movies[row], features.OfMovie(row))
        {
            Rating = rating.Score,
            RatedAt = DateTimeOffset.FromUnixTimeSeconds(rating.Timestamp),
        };
    }
}

/// <summary>A user in a list.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Persona">The user's taste.</param>
/// <param name="RatingCount">Ratings.</param>
internal sealed record UserCardResponse(int UserId, PersonaResponse Persona, int RatingCount);

/// <summary>A movie a user rated.</summary>
internal sealed class RatedMovieCard : MovieCard
{
    internal RatedMovieCard(Movie movie, MovieStatistics statistics)
        : base(movie, statistics)
    {
    }

    /// <summary>Stars.</summary>
    public required double Rating { get; init; }

    public required DateTimeOffset RatedAt { get; init; }
}
