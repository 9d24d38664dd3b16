using System.Text.Json;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Server.Api;

/// <summary>A rating to record, and the id by which a repetition is recognised.</summary>
internal readonly record struct RatingEvent(Rating Rating, string? EventId);

/// <summary>Reads events and says what is wrong with the first bad one.</summary>
internal sealed class EventReader(MovieCatalog movies, TimeProvider time)
{
    private const int MaxEventIdLength = 100;
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromDays(1); // clients' clocks and time zones are off

    /// <summary>Reads one event or an array of them.</summary>
    /// <returns>Null, or what is wrong: which entry, which field, what was found, what is allowed.</returns>
    public string? Read(JsonElement body, int most, out List<RatingEvent> ratings)
    {
        ratings = [];
        if (body.ValueKind != JsonValueKind.Array)
        {
            return ReadOne(body, "The event", ratings);
        }

        int index = 0;
        foreach (JsonElement entry in body.EnumerateArray())
        {
            if (index == most)
            {
                return $"The list has more than {most} events.";
            }

            if (ReadOne(entry, $"The event at index {index}", ratings) is { } problem)
            {
                return problem;
            }

            index++;
        }

        return null;
    }

    private string? ReadOne(JsonElement entry, string which, List<RatingEvent> ratings)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            return $"{which} is {Show(entry)}; expected an object.";
        }

        if (Find(entry, "type") is not { ValueKind: JsonValueKind.String } type || type.GetString() != "rating")
        {
            return Wrong(which, entry, "type", "\"rating\"");
        }

        if (Find(entry, "userId") is not { ValueKind: JsonValueKind.Number } user || !user.TryGetInt32(out int userId) || userId < 1)
        {
            return Wrong(which, entry, "userId", "a positive integer");
        }

        if (Find(entry, "movieId") is not { ValueKind: JsonValueKind.Number } movie || !movie.TryGetInt32(out int movieId)
            || movies.FindRow(movieId) < 0)
        {
            return Wrong(which, entry, "movieId", "the id of a movie of the catalogue");
        }

        if (Find(entry, "rating") is not { ValueKind: JsonValueKind.Number } stars || !stars.TryGetDouble(out double score)
            || score is < 0.5 or > 5 || score * 2 != Math.Truncate(score * 2))
        {
            return Wrong(which, entry, "rating", "0.5 to 5 in steps of 0.5");
        }

        return ReadTime(entry) is not { } seconds ? Wrong(which, entry, "eventTime", "a time such as 2026-11-24T10:00:00Z, from 1970 to tomorrow")
            : !TryReadEventId(entry, out string? eventId) ? Wrong(which, entry, "eventId", $"a text of 1 to {MaxEventIdLength} characters")
            : Add(ratings, new RatingEvent(new Rating(userId, movieId, (float)score, seconds), eventId));
    }

    private static string? Add(List<RatingEvent> ratings, RatingEvent rating)
    {
        ratings.Add(rating);
        return null;
    }

    private long? ReadTime(JsonElement entry)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (Find(entry, "eventTime") is not { } element)
        {
            return now.ToUnixTimeSeconds();
        }

        return element.ValueKind == JsonValueKind.String && element.TryGetDateTimeOffset(out DateTimeOffset at)
            && at >= DateTimeOffset.UnixEpoch && at <= now + ClockTolerance
            ? at.ToUnixTimeSeconds()
            : null;
    }

    private static bool TryReadEventId(JsonElement entry, out string? eventId)
    {
        eventId = null;
        if (Find(entry, "eventId") is not { } element)
        {
            return true;
        }

        eventId = element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        return eventId is { Length: > 0 and <= MaxEventIdLength };
    }

    /// <summary>A field; <see langword="null"/> when it is not there or null.</summary>
    private static JsonElement? Find(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out JsonElement element) && element.ValueKind != JsonValueKind.Null ? element : null;

    private static string Wrong(string which, JsonElement entry, string name, string expected) =>
        $"{which}: '{name}' is {(Find(entry, name) is { } found ? Show(found) : "missing")}; expected {expected}.";

    private static string Show(JsonElement element)
    {
        string text = element.GetRawText();
        return text.Length > 80 ? text[..80] + "..." : text;
    }
}
