using System.Runtime.CompilerServices;

namespace SparrowRecSys.Catalog;

/// <summary>Reads the numbers of MovieLens files from bytes, without a string and without the culture.</summary>
/// <remarks>Inlined, because the loop over millions of ratings at the start is over before the runtime would optimise calls.</remarks>
internal static class FieldParser
{
    private const int MostDigits = 10; // of a number below 2^32

    /// <summary>A whole number of 1 to 2147483647, digits only.</summary>
    public static bool TryId(ReadOnlySpan<byte> field, out int id)
    {
        int length = ReadDigits(field, out ulong value);
        id = (int)value;
        return length == field.Length && value is > 0 and <= int.MaxValue;
    }

    /// <summary>Seconds since 1970, 0 to 4294967295, digits only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTimestamp(ReadOnlySpan<byte> field, out uint seconds)
    {
        int length = ReadDigits(field, out ulong value);
        seconds = (uint)value;
        return length > 0 && length == field.Length && value <= uint.MaxValue;
    }

    /// <summary>A score of 0.5 to 5 stars in half steps (<c>4</c>, <c>4.0</c>, <c>3.5</c>), as half stars.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryHalfStars(ReadOnlySpan<byte> field, out byte halfStars)
    {
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

    /// <summary>Reads the digits at the start of <paramref name="text"/>, at most 10, and returns how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadDigits(ReadOnlySpan<byte> text, out ulong value)
    {
        value = 0;
        int length = 0;
        while (length < text.Length && length < MostDigits)
        {
            uint digit = (uint)(text[length] - '0');
            if (digit > 9)
            {
                break;
            }

            value = (value * 10) + digit;
            length++;
        }

        return length;
    }
}
