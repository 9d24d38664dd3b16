using System.Buffers;
using System.IO.Pipelines;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Server.Classic;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Server.Api;

/// <summary>
/// The endpoints of the original SparrowRecSys, for its clients. Answers are written as bytes straight into the response: a movie's JSON is
/// ready, so an answer costs little more than its copy.
/// </summary>
internal sealed class LegacyApi(
    FeatureStore features, RecommendationPipeline pipeline, LiveRankers rankers, SimilarMovieFinder similarMovies, MovieJsonCache movieJson,
    GenreLists genreLists)
{
    private const int MaxSize = 1000;
    private const int DefaultSize = 10;

    // Models that clients may ask for. Not loaded is an error; any other value is the genre similarity, as in the original.
    private static readonly string[] ModelNames = ["item2vec", "deepwalk", "node2vec", "als", "content", "ease", "itemknn", "mf", "bpr"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        LegacyApi api = ActivatorUtilities.CreateInstance<LegacyApi>(routes.ServiceProvider);
        Map(routes, "/getmovie", api.GetMovie, "A movie by id.", "id");
        Map(routes, "/getuser", api.GetUser, "A user with all ratings, by id.", "id");
        Map(routes, "/getsimilarmovie", api.GetSimilarMovies, "Movies similar to a movie, best first.", "movieId", "size", "model");
        Map(routes, "/getrecommendation", api.GetGenre, "Movies of a genre; sortby: rating, releaseYear.", "genre", "size", "sortby");
        Map(routes, "/getrecforyou", api.GetRecommendations, "Movies recommended to a user, best first.", "id", "size", "model");
    }

    private static void Map(IEndpointRouteBuilder routes, string path, RequestDelegate handler, string summary, params string[] parameters) =>
        routes.MapGet(path, handler).WithSummary(summary).WithTags("Classic").Describe(handler, parameters);

    private Task GetMovie(HttpContext context)
    {
        var reader = default(ParameterReader);
        int movieId = reader.Required("id", context.Request.Query["id"]);
        if (reader.Problem is not null)
        {
            return Refuse(context, reader.Problem);
        }

        return features.Movies.FindRow(movieId) is var row and >= 0
            ? Write(context, movieJson.Of(row))
            : NotFound(context, $"There is no movie {movieId} (parameter 'id').");
    }

    private Task GetUser(HttpContext context)
    {
        var reader = default(ParameterReader);
        int userId = reader.Required("id", context.Request.Query["id"]);
        if (reader.Problem is not null)
        {
            return Refuse(context, reader.Problem);
        }

        if (!features.Knows(userId))
        {
            return NotFound(context, $"There is no user {userId} (parameter 'id').");
        }

        UserState user = features.OfUser(userId);
        using var body = new PooledBuffer(256 + (128 * user.Ratings.Count));
        ClassicJson.WriteUser(body, user, features.Movies);
        return Write(context, body.Written);
    }

    private Task GetSimilarMovies(HttpContext context)
    {
        var reader = default(ParameterReader);
        int movieId = reader.Required("movieId", context.Request.Query["movieId"]);
        int size = reader.Optional("size", context.Request.Query["size"], 0, MaxSize) ?? DefaultSize;
        if (reader.Problem is not null)
        {
            return Refuse(context, reader.Problem);
        }

        int row = features.Movies.FindRow(movieId);
        if (row < 0)
        {
            return NotFound(context, $"There is no movie {movieId} (parameter 'movieId').");
        }

        string model = ModelOf(context);
        string similarity = model == EmbeddingRanker.RankerName ? similarMovies.Available[0]
            : similarMovies.Available.Contains(model) ? model
            : SimilarMovieFinder.Genre;
        if (ModelNames.Contains(model) && similarity != model)
        {
            return Refuse(context, $"The model '{model}' is not loaded (parameter 'model'); loaded are emb, {string.Join(", ", similarMovies.Available)}.");
        }

        var similar = new Candidate[size];
        int count = similarMovies.Find(row, similarity, similar).Count;
        return WriteMovies(context, Array.ConvertAll(similar[..count], candidate => candidate.MovieRow));
    }

    private Task GetGenre(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        var reader = default(ParameterReader);
        int size = reader.Optional("size", query["size"], 0, MaxSize) ?? DefaultSize;
        string genre = query["genre"].ToString();
        if (genre.Length == 0)
        {
            return Refuse(context, $"The parameter 'genre' is missing; expected one of {string.Join(", ", features.Movies.Genres)}.");
        }

        if (reader.Problem is not null)
        {
            return Refuse(context, reader.Problem);
        }

        ReadOnlySpan<int> rows = genreLists.Of(genre, query["sortby"].ToString());
        return rows.IsEmpty
            ? NotFound(context, $"There is no genre '{genre}' (parameter 'genre'); there are {string.Join(", ", features.Movies.Genres)}.")
            : WriteMovies(context, rows[..Math.Min(size, rows.Length)]);
    }

    private Task GetRecommendations(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        var reader = default(ParameterReader);
        int userId = reader.Required("id", query["id"]);
        int size = reader.Optional("size", query["size"], 0, MaxSize) ?? DefaultSize;
        if (reader.Problem is not null)
        {
            return Refuse(context, reader.Problem);
        }

        // A positive id that is not in the data is a new user, who is answered too.
        if (userId < 1)
        {
            return NotFound(context, $"There is no user {userId} (parameter 'id').");
        }

        string model = ModelOf(context);
        using RankerLease lease = rankers.Lease();
        if (!lease.Chain.Contains(model))
        {
            return Refuse(context, $"The model '{model}' is not loaded (parameter 'model'); loaded are {string.Join(", ", lease.Chain.Names)}.");
        }

        Recommendations answer = pipeline.Recommend(new RecommendationQuery { UserId = userId, Size = size, Ranker = model }, lease);
        Span<int> rows = size <= 256 ? stackalloc int[answer.Movies.Count] : new int[answer.Movies.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = answer.Movies[i].MovieRow;
        }

        return WriteMovies(context, rows);
    }

    private static string ModelOf(HttpContext context) => context.Request.Query["model"].ToString() switch
    {
        "" => EmbeddingRanker.RankerName,
        "nerualcf" => "neuralcf", // the original's spelling
        string other => other,
    };

    private Task WriteMovies(HttpContext context, ReadOnlySpan<int> movieRows)
    {
        var movies = new byte[movieRows.Length][];
        int length = 2 + Math.Max(0, movies.Length - 1);
        for (int i = 0; i < movies.Length; i++)
        {
            movies[i] = movieJson.Of(movieRows[i]);
            length += movies[i].Length;
        }

        PipeWriter body = Start(context, length);
        body.Write("["u8);
        for (int i = 0; i < movies.Length; i++)
        {
            body.Write(i == 0 ? ""u8 : ","u8);
            body.Write(movies[i]);
        }

        body.Write("]"u8);
        return Task.CompletedTask;
    }

    private static Task Write(HttpContext context, ReadOnlySpan<byte> json)
    {
        Start(context, json.Length).Write(json);
        return Task.CompletedTask;
    }

    private static PipeWriter Start(HttpContext context, int length)
    {
        HttpResponse response = context.Response;
        response.Headers.AccessControlAllowOrigin = "*";
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = length;
        return response.BodyWriter;
    }

    private static Task Refuse(HttpContext context, string problem) => Problem(context, StatusCodes.Status400BadRequest, problem);

    private static Task NotFound(HttpContext context, string problem) => Problem(context, StatusCodes.Status404NotFound, problem);

    private static Task Problem(HttpContext context, int status, string detail)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return TypedResults.Problem(detail, statusCode: status).ExecuteAsync(context);
    }
}
