using System.IO.Pipelines;
using System.Buffers;

namespace SparrowRecSys.Server.Api;

/// <summary>Whether the server lives, and whether it can answer.</summary>
internal static class HealthApi
{
    private static readonly byte[] Alive = """{"status":"alive"}"""u8.ToArray();
    private static readonly byte[] Ready = """{"status":"ready"}"""u8.ToArray();

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", (RequestDelegate)(context => Write(context, Alive))).WithTags("Health").WithSummary("The process lives.");

        // The server listens only once data and models are loaded: whoever gets an answer gets this one.
        routes.MapGet("/readyz", (RequestDelegate)(context => Write(context, Ready))).WithTags("Health").WithSummary("Data and models are loaded.");
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
