using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Server.Api;

/// <summary>Movies: one, lists, similar ones, genres.</summary>
internal static class MoviesApi
{
    private const int FanCount = 8;

    public static void MapMovies(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("").WithTags("Movies");
        group.MapGet("/movies/{movieId}", GetMovie).WithSummary("A movie with its facts, its ratings and, for a user, a predicted score.");
        group.MapGet("/movies", GetMovies).WithSummary("The catalogue, sorted and filtered, page by page.");
        group.MapGet("/movies/{movieId}/similar", GetSimilar).WithSummary("Movies similar to a movie, best first.");
        group.MapGet("/genres", GetGenres).WithSummary("Genres with their numbers of movies.");
    }

    private static Results<Ok<MovieResponse>, ProblemHttpResult> GetMovie(
        string movieId, FeatureStore features, PersonaFinder personas, RatingPredictor predictor, LiveRankers rankers,
        [Description("A user whose rating and predicted score are wanted.")] string? userId = null,
        [Description("The loaded ranker that predicts; default: the first of /models.")] string? ranker = null)
    {
        var reader = default(ParameterReader);
        int id = reader.Required("movieId", movieId);
        int? user = reader.Optional("userId", userId, 1, int.MaxValue);
        if (reader.Problem is not null)
        {
            return Problems.BadRequest(reader.Problem);
        }

        int row = features.Movies.FindRow(id);
        if (row < 0)
        {
            return Problems.NotFound($"There is no movie {id} (parameter 'movieId').");
        }

        using RankerLease lease = rankers.Lease();
        string predictedBy = string.IsNullOrEmpty(ranker) ? lease.Chain.Names[0] : ranker;
        if (!lease.Chain.Contains(predictedBy))
        {
            return Problems.BadRequest($"The ranker '{ranker}' is not loaded (parameter 'ranker'); loaded are {string.Join(", ", lease.Chain.Names)}.");
        }

        UserState? state = user is { } known ? features.OfUser(known) : null;
        return TypedResults.Ok(new MovieResponse(features.Movies[row], features.OfMovie(row))
        {
            Fans = FindFans(row, features, personas),
            YourRating = state is null ? null : RatingOf(state, row),
            Predicted = state is null ? null : predictor.Predict(state, row, lease.Chain, predictedBy),
        });
    }

    private static Results<Ok<MovieListResponse>, ProblemHttpResult> GetMovies(
        CatalogList catalog,
        [Description("Only movies of this genre.")] string? genre = null,
        [Description("Only movies released in this year or later.")] string? yearFrom = null,
        [Description("Only movies released in this year or earlier.")] string? yearTo = null,
        [Description("score (damped mean, the default), rating, year, popular or trending.")] string? sort = null,
        [Description("1 to 100, default 20.")] string? size = null,
        [Description("nextCursor of the page before.")] string? cursor = null)
    {
        var reader = default(ParameterReader);
        string order = reader.Word("sort", sort, CatalogList.Orders) ?? CatalogList.Orders[0];
        int count = reader.Optional("size", size, 1, 100) ?? 20;
        int? from = reader.Optional("yearFrom", yearFrom, 0, 9999);
        int? to = reader.Optional("yearTo", yearTo, 0, 9999);
        Cursor? after = Cursor.Read(cursor, ref reader);
        if (reader.Problem is not null)
        {
            return Problems.BadRequest(reader.Problem);
        }

        return catalog.UnknownGenre(genre) is { } problem
            ? Problems.NotFound(problem)
            : TypedResults.Ok(catalog.Page(genre, from, to, order, count, after));
    }

    private static Results<Ok<SimilarMoviesResponse>, ProblemHttpResult> GetSimilar(
        string movieId, FeatureStore features, SimilarMovieFinder finder,
        [Description("A retrieval model's name, or genre.")] string? model = null,
        [Description("Older name of model.")] string? embedding = null,
        [Description("1 to 100, default 20.")] string? size = null)
    {
        var reader = default(ParameterReader);
        int id = reader.Required("movieId", movieId);
        int count = reader.Optional("size", size, 1, 100) ?? 20;
        string[] available = [.. finder.Available];
        string similarity = reader.Word("model", model, available) ?? reader.Word("embedding", embedding, available) ?? available[0];
        if (reader.Problem is not null)
        {
            return Problems.BadRequest(reader.Problem);
        }

        int row = features.Movies.FindRow(id);
        if (row < 0)
        {
            return Problems.NotFound($"There is no movie {id} (parameter 'movieId').");
        }

        var similar = new Candidate[count];
        (int found, string used) = finder.Find(row, similarity, similar);
        Movie movie = features.Movies[row];
        SimilarMovieCard[] items = Array.ConvertAll(similar[..found], candidate =>
            new SimilarMovieCard(features.Movies[candidate.MovieRow], features.OfMovie(candidate.MovieRow))
            {
                Score = candidate.Score,
                Reason = used == SimilarMovieFinder.Genre
                    ? ReasonResponse.OfGenre(movie.Genres.FirstOrDefault(features.Movies[candidate.MovieRow].Genres.Contains))
                    : ReasonResponse.OfLiked(movie),
            });
        return TypedResults.Ok(new SimilarMoviesResponse(used, finder.Available, items, null));
    }

    private static Ok<ListResponse<GenreCountResponse>> GetGenres(FeatureStore features)
    {
        MovieCatalog movies = features.Movies;
        return TypedResults.Ok(new ListResponse<GenreCountResponse>(
            [.. movies.Genres.Select(genre => new GenreCountResponse(genre, movies.RowsOfGenre(genre).Length))], null));
    }

    private static FanResponse[] FindFans(int row, FeatureStore features, PersonaFinder personas) =>
        [.. features.RatingsOfMovie(row)
            .Where(rating => rating.IsPositive)
            .OrderByDescending(rating => rating.Score).ThenByDescending(rating => rating.Timestamp).ThenBy(rating => rating.UserId)
            .Take(FanCount)
            .Select(rating => new FanResponse(
                rating.UserId, PersonaResponse.Of(personas.Find(features.OfUser(rating.UserId))), rating.Score))];

    private static double? RatingOf(UserState user, int row)
    {
        int at = user.Ratings.MovieRows.IndexOf(row);
        return at < 0 ? null : user.Ratings.HalfStars[at] / 2.0;
    }
}
