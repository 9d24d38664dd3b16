using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace SparrowRecSys.Server.Hosting;

/// <summary>The site's files: what a browser needs and nothing else, no listing of folders, our own page where nothing is found.</summary>
internal static class SiteFiles
{
    // A list of what may be served, not of what may not: the original's webroot holds its ratings and models beside its pages.
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".htm"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".webmanifest"] = "application/manifest+json",
        [".txt"] = "text/plain; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".ico"] = "image/x-icon",
        [".woff"] = "font/woff",
        [".woff2"] = "font/woff2",
        [".ttf"] = "font/ttf",
        [".eot"] = "application/vnd.ms-fontobject",
    };

    // Answered with problem details, whatever the caller accepts.
    private static readonly string[] ApiPrefixes =
        ["/api", "/openapi", "/posters", "/healthz", "/readyz", "/getmovie", "/getuser", "/getsimilarmovie", "/getrecommendation", "/getrecforyou"];

    /// <summary>Serves the folder. Does nothing when there is none.</summary>
    public static void UseSite(this WebApplication app)
    {
        ServerFolders folders = app.Services.GetRequiredService<ServerFolders>();
        UseNotFoundPage(app, Path.Combine(folders.Site, "404.html"));
        if (!Directory.Exists(folders.Site))
        {
            return;
        }

        var files = new PhysicalFileProvider(folders.Site);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = new FileExtensionContentTypeProvider(ContentTypes),
            OnPrepareResponse = SetCacheHeaders,
        });
    }

    // Pages are asked for again each time (the ETag makes that cheap), so that they never name scripts of another version for long.
    private static void SetCacheHeaders(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl =
            file.File.Name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? "no-cache" : "public, max-age=300";

    private static void UseNotFoundPage(WebApplication app, string page) => app.Use(async (context, next) =>
    {
        await next(context);
        HttpResponse response = context.Response;
        if (response.StatusCode != StatusCodes.Status404NotFound || response.HasStarted || response.ContentLength is not null
            || response.ContentType is not null)
        {
            return;
        }

        string path = context.Request.Path.Value ?? "";
        bool isApi = Array.Exists(ApiPrefixes, prefix => path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        if (!isApi && File.Exists(page))
        {
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.CacheControl = "no-cache";
            await response.SendFileAsync(page, context.RequestAborted);
        }
        else
        {
            await TypedResults.Problem($"Nothing is found at '{path}'.", statusCode: StatusCodes.Status404NotFound).ExecuteAsync(context);
        }
    });
}
