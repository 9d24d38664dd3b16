using System.Buffers;
using System.IO.Pipelines;

namespace SparrowRecSys.Server.Api;

/// <summary>Whether the server lives, and whether it can answer.</summary>
internal static class HealthApi
{
    private static readonly byte[] Alive = """{"status":"alive"}"""u8.ToArray();
    private static readonly byte[] Ready = """{"status":"ready"}"""u8.ToArray();

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/healthz", Alive, "The process lives.");

        // The server listens only once data and models are loaded: whoever gets an answer gets this one.
        Map(routes, "/readyz", Ready, "Data and models are loaded.");
    }

    private static void Map(IEndpointRouteBuilder routes, string path, byte[] json, string summary)
    {
        RequestDelegate handler = context => Write(context, json);
        routes.MapGet(path, handler).WithSummary(summary).WithTags("Health").Describe(handler);
    }

    private static Task Write(HttpContext context, byte[] json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        PipeWriter body = context.Response.BodyWriter;
        body.Write(json);
        return Task.CompletedTask;
    }
}
