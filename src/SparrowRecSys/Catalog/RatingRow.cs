using System.Runtime.CompilerServices;

namespace SparrowRecSys.Catalog;

/// <summary>A row of a ratings file, its numbers checked but its movie not looked up.</summary>
/// <param name="UserId">1 or more.</param>
/// <param name="MovieId">1 or more.</param>
/// <param name="HalfStars">Stars × 2, 1 to 10.</param>
/// <param name="Timestamp">Seconds since 1970-01-01 UTC.</param>
internal readonly record struct RatingRow(int UserId, int MovieId, byte HalfStars, uint Timestamp)
{
    /// <summary>
    /// Parses a row in the form that nearly all rows have: no quotes, a score of one digit and perhaps <c>.0</c> or <c>.5</c>. False says
    /// only that the row needs a closer look.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // called millions of times within a start: too soon for tiering
    public static bool TryParseFast(ReadOnlySpan<byte> record, ReadOnlySpan<byte> separator, out RatingRow row)
    {
        row = default;
        if (!TryNumber(ref record, separator, out uint userId) || !TryNumber(ref record, separator, out uint movieId))
        {
            return false;
        }

        int end = record.IndexOf(separator);
        if (end < 0 || !FieldParser.TryHalfStars(record[..end], out byte halfStars))
        {
            return false;
        }

        bool isWhole = FieldParser.TryTimestamp(record[(end + separator.Length)..], out uint timestamp);
        row = new RatingRow((int)userId, (int)movieId, halfStars, timestamp);
        return isWhole && row.UserId > 0 && row.MovieId > 0;
    }

    /// <summary>Takes a number and the separator behind it off the front.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNumber(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> separator, out uint value)
    {
        int length = FieldParser.ReadDigits(rest, out ulong number);
        value = (uint)number;
        rest = rest[length..];
        if (length == 0 || number > int.MaxValue || !rest.StartsWith(separator))
        {
            return false;
        }

        rest = rest[separator.Length..];
        return true;
    }
}
