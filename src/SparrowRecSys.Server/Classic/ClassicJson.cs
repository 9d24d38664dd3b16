using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Server.Classic;

/// <summary>
/// Writes the JSON of the original: its field names and order, a decimal point in every score and average, text as raw UTF-8. Written by
/// hand, since these bodies are most of the server's work.
/// </summary>
internal static class ClassicJson
{
    private const int TopRatingCount = 10;

    // What JSON demands and no more: the framework's most relaxed encoder also escapes everything outside the basic plane.
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\']);

    /// <summary>Writes a movie with its statistics and top ratings.</summary>
    public static void WriteMovie(IBufferWriter<byte> output, Movie movie, MovieStatistics statistics, ReadOnlySpan<Rating> ratings)
    {
        output.Write("{\"movieId\":"u8);
        WriteInteger(output, movie.MovieId);
        output.Write(",\"title\":"u8);
        WriteText(output, movie.Title);
        output.Write(",\"releaseYear\":"u8);
        WriteInteger(output, movie.ReleaseYear);
        output.Write(",\"imdbId\":"u8);
        WriteText(output, movie.ImdbId);
        output.Write(",\"tmdbId\":"u8);
        WriteText(output, movie.TmdbId);
        output.Write(",\"genres\":["u8);
        for (int i = 0; i < movie.Genres.Count; i++)
        {
            output.Write(i == 0 ? ""u8 : ","u8);
            WriteText(output, movie.Genres[i]);
        }

        output.Write("],\"ratingNumber\":"u8);
        WriteInteger(output, statistics.RatingCount);
        output.Write(",\"averageRating\":"u8);
        WriteNumber(output, statistics.AverageRating);
        output.Write(",\"topRatings\":"u8);
        WriteRatings(output, TopRatings(ratings));
        output.Write("}"u8);
    }

    /// <summary>Writes a user with all ratings in file order.</summary>
    public static void WriteUser(IBufferWriter<byte> output, UserState user, MovieCatalog movies)
    {
        ReadOnlySpan<byte> halfStars = user.Ratings.HalfStars;
        (byte highest, byte lowest) = (0, halfStars.IsEmpty ? (byte)0 : byte.MaxValue);
        foreach (byte score in halfStars)
        {
            (highest, lowest) = (Math.Max(highest, score), Math.Min(lowest, score));
        }

        output.Write("{\"userId\":"u8);
        WriteInteger(output, user.UserId);
        output.Write(",\"averageRating\":"u8);
        WriteNumber(output, user.AverageRating);
        output.Write(",\"highestRating\":"u8);
        WriteNumber(output, highest / 2.0);
        output.Write(",\"lowestRating\":"u8);
        WriteNumber(output, lowest / 2.0);
        output.Write(",\"ratingCount\":"u8);
        WriteInteger(output, user.Ratings.Count);
        output.Write(",\"ratings\":["u8);
        ReadOnlySpan<int> rows = user.Ratings.MovieRows;
        ReadOnlySpan<uint> timestamps = user.Ratings.Timestamps;
        for (int i = 0; i < rows.Length; i++)
        {
            output.Write(i == 0 ? ""u8 : ","u8);
            WriteRating(output, new Rating(user.UserId, movies[rows[i]].MovieId, halfStars[i] / 2f, timestamps[i]));
        }

        output.Write("]}"u8);
    }

    /// <summary>
    /// At most ten ratings, as the original collects them: the list ascends by score, a new rating goes before the first entry whose score is
    /// greater than or equal to its own, and when the list is longer than ten the first entry is dropped.
    /// </summary>
    public static List<Rating> TopRatings(ReadOnlySpan<Rating> inFileOrder)
    {
        var top = new List<Rating>(TopRatingCount + 1);
        foreach (Rating rating in inFileOrder)
        {
            int at = 0;
            while (at < top.Count && top[at].Score < rating.Score)
            {
                at++;
            }

            top.Insert(at, rating);
            if (top.Count > TopRatingCount)
            {
                top.RemoveAt(0);
            }
        }

        return top;
    }

    private static void WriteRatings(IBufferWriter<byte> output, List<Rating> ratings)
    {
        output.Write("["u8);
        for (int i = 0; i < ratings.Count; i++)
        {
            output.Write(i == 0 ? ""u8 : ","u8);
            WriteRating(output, ratings[i]);
        }

        output.Write("]"u8);
    }

    private static void WriteRating(IBufferWriter<byte> output, Rating rating)
    {
        const int Room = 128; // the names are 65 bytes, the four numbers at most 11 + 11 + 4 + 20
        Span<byte> span = output.GetSpan(Room);
        int at = 0;
        Append(span, ref at, "{\"rating\":{\"movieId\":"u8, rating.MovieId);
        Append(span, ref at, ",\"userId\":"u8, rating.UserId);
        ",\"score\":"u8.CopyTo(span[at..]);
        at += ",\"score\":"u8.Length;
        int halfStars = (int)(rating.Score * 2);
        span[at++] = (byte)('0' + (halfStars / 2));
        span[at++] = (byte)'.';
        span[at++] = halfStars % 2 == 0 ? (byte)'0' : (byte)'5';
        Append(span, ref at, ",\"timestamp\":"u8, rating.Timestamp);
        "}}"u8.CopyTo(span[at..]);
        output.Advance(at + 2);
    }

    private static void Append(Span<byte> span, ref int at, ReadOnlySpan<byte> name, long number)
    {
        name.CopyTo(span[at..]);
        at += name.Length;
        Utf8Formatter.TryFormat(number, span[at..], out int written);
        at += written;
    }

    private static void WriteInteger(IBufferWriter<byte> output, long number)
    {
        Utf8Formatter.TryFormat(number, output.GetSpan(20), out int written);
        output.Advance(written);
    }

    /// <summary>The shortest text that reads back as the same number, with a decimal point in any case.</summary>
    private static void WriteNumber(IBufferWriter<byte> output, double number)
    {
        Span<byte> span = output.GetSpan(32);
        number.TryFormat(span, out int written, "R", CultureInfo.InvariantCulture);
        if (!span[..written].Contains((byte)'.'))
        {
            ".0"u8.CopyTo(span[written..]);
            written += 2;
        }

        output.Advance(written);
    }

    private static void WriteText(IBufferWriter<byte> output, string? text)
    {
        if (text is null)
        {
            output.Write("null"u8);
            return;
        }

        output.Write("\""u8);
        ReadOnlySpan<char> rest = text;
        while (rest.IndexOfAny(Escaped) is var at and >= 0)
        {
            Encoding.UTF8.GetBytes(rest[..at], output);
            WriteEscaped(output, rest[at]);
            rest = rest[(at + 1)..];
        }

        Encoding.UTF8.GetBytes(rest, output);
        output.Write("\""u8);
    }

    private static void WriteEscaped(IBufferWriter<byte> output, char c)
    {
        Span<byte> span = output.GetSpan(6);
        if (c is '"' or '\\')
        {
            span[0] = (byte)'\\';
            span[1] = (byte)c;
            output.Advance(2);
        }
        else
        {
            "\\u00"u8.CopyTo(span);
            Utf8Formatter.TryFormat((byte)c, span[4..], out _, new StandardFormat('x', 2));
            output.Advance(6);
        }
    }
}
