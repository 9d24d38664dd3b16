using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SparrowRecSys.Catalog;
using SparrowRecSys.Server.Hosting;
using SparrowRecSys.Server.Posters;

namespace SparrowRecSys.Server.Api;

/// <summary>The poster of every movie: a file of the site where there is one, else drawn.</summary>
internal sealed class PostersApi(MovieCatalog movies, ServerFolders folders)
{
    private const int MaxKept = 4096; // 4 KB each: what a browsing crowd looks at; others are drawn each time

    private readonly Poster?[] _posters = new Poster?[movies.Count];
    private int _keptCount;

    public Results<FileContentHttpResult, PhysicalFileHttpResult, ProblemHttpResult> Get(HttpContext context, string movieId)
    {
        var reader = default(ParameterReader);
        int id = reader.Required("movieId", movieId);
        if (reader.Problem is not null)
        {
            return Problems.BadRequest(reader.Problem);
        }

        var file = new FileInfo(Path.Combine(folders.Site, "posters", $"{id}.jpg"));
        if (file.Exists)
        {
            context.Response.Headers.CacheControl = "public, max-age=86400";
            return TypedResults.PhysicalFile(
                file.FullName, "image/jpeg", lastModified: file.LastWriteTimeUtc,
                entityTag: new EntityTagHeaderValue($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\""));
        }

        if (movies.FindRow(id) is not (var row and >= 0))
        {
            return Problems.NotFound($"There is no movie {id}.");
        }

        Poster poster = Volatile.Read(ref _posters[row]) ?? Draw(row);
        context.Response.Headers.CacheControl = "public, max-age=604800, immutable";
        return TypedResults.File(poster.Svg, "image/svg+xml", entityTag: poster.Tag);
    }

    private Poster Draw(int row)
    {
        byte[] svg = Encoding.UTF8.GetBytes(PosterArt.Render(movies[row]));
        string hash = Convert.ToHexStringLower(SHA256.HashData(svg).AsSpan(0, 8));
        var poster = new Poster(svg, new EntityTagHeaderValue($"\"{hash}\""));
        if (Interlocked.Increment(ref _keptCount) <= MaxKept)
        {
            Volatile.Write(ref _posters[row], poster);
        }

        return poster;
    }

    private sealed record Poster(byte[] Svg, EntityTagHeaderValue Tag);
}

internal static class PostersApiExtensions
{
    public static void MapPosters(this IEndpointRouteBuilder routes)
    {
        PostersApi posters = ActivatorUtilities.CreateInstance<PostersApi>(routes.ServiceProvider);
        routes.MapGet("/posters/{movieId}.jpg", posters.Get).WithTags("Movies").WithSummary("A movie's poster: a file of the site, else drawn (SVG).");
    }
}
