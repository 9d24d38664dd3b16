using System.Buffers.Text;

namespace SparrowRecSys.Catalog;

/// <summary>Reads the numbers of MovieLens files from bytes, without a string and without the culture.</summary>
internal static class FieldParser
{
    /// <summary>A whole number of the range, nothing before or behind it; quotes around it are allowed.</summary>
    public static bool TryInt(ReadOnlySpan<byte> field, int smallest, out int value)
    {
        field = Unquote(field);
        return Utf8Parser.TryParse(field, out value, out int used) && used == field.Length && used > 0 && value >= smallest;
    }

    /// <summary>Seconds since 1970, 0 to 4,294,967,295.</summary>
    public static bool TryTimestamp(ReadOnlySpan<byte> field, out uint value)
    {
        field = Unquote(field);
        return Utf8Parser.TryParse(field, out value, out int used) && used == field.Length && used > 0;
    }

    /// <summary>A score of 0.5 to 5 stars in half steps (<c>4</c>, <c>4.0</c>, <c>3.5</c>), as half stars.</summary>
    public static bool TryHalfStars(ReadOnlySpan<byte> field, out byte halfStars)
    {
        field = Unquote(field);
        halfStars = 0;
        if (field.IsEmpty || (uint)(field[0] - '0') > 5)
        {
            return false;
        }

        int value = (field[0] - '0') * 2;
        if (field.Length > 1)
        {
            bool isHalf = field.Length > 2 && field[2] == '5';
            if (field[1] != '.' || field.Length < 3 || (!isHalf && field[2] != '0') || field[3..].IndexOfAnyExcept((byte)'0') >= 0)
            {
                return false;
            }

            value += isHalf ? 1 : 0;
        }

        halfStars = (byte)value;
        return value is >= 1 and <= 10;
    }

    private static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> field) => field is [(byte)'"', .., (byte)'"'] ? field[1..^1] : field;
}
