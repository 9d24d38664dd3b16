using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SparrowRecSys.Features;

namespace SparrowRecSys.Server.Api;

/// <summary>What users do; in this version ratings, kept in memory.</summary>
internal static class EventsApi
{
    private const int MaxBodyBytes = 1 << 20;
    private const int MaxEvents = 1000;

    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/events", PostEvents).WithTags("Events")
            .WithSummary("Records one event or a list. A bad entry refuses the whole list.")
            .Accepts<RatingEventRequest>("application/json")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes));

    private static async Task<Results<Accepted<AcceptedResponse>, ProblemHttpResult>> PostEvents(
        HttpContext context, FeatureStore features, EventReader events, EventMemory memory)
    {
        if (!context.Request.HasJsonContentType())
        {
            return TypedResults.Problem(
                $"The content type is '{context.Request.ContentType}'; expected application/json.",
                statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException error)
        {
            return Problems.BadRequest($"The body is not JSON: {error.Message}");
        }
        catch (BadHttpRequestException error)
        {
            return TypedResults.Problem($"{error.Message} Expected at most {MaxBodyBytes} bytes.", statusCode: error.StatusCode);
        }

        using (document)
        {
            string? problem = events.Read(document.RootElement, MaxEvents, out List<RatingEvent> ratings);
            if (problem is not null)
            {
                return Problems.BadRequest(problem);
            }

            foreach (RatingEvent rating in ratings)
            {
                if (rating.EventId is null || memory.TryAdd(rating.EventId))
                {
                    features.Record(rating.Rating);
                }
            }

            return TypedResults.Accepted((string?)null, new AcceptedResponse(ratings.Count));
        }
    }
}

/// <summary>A rating, as the body of a request.</summary>
/// <param name="Type"><c>rating</c>.</param>
/// <param name="UserId">Any positive integer.</param>
/// <param name="MovieId">A movie of the catalogue.</param>
/// <param name="Rating">0.5 to 5 in half steps.</param>
/// <param name="EventTime">Default: now.</param>
/// <param name="EventId">An event with the same id is recorded once; at most 100 characters.</param>
internal sealed record RatingEventRequest(
    string Type, int UserId, int MovieId, double Rating, DateTimeOffset? EventTime, string? EventId);

/// <summary>How many events were accepted, those that were known already included.</summary>
internal sealed record AcceptedResponse(int Accepted);
