using System.Buffers.Binary;
using System.Buffers.Text;

namespace SparrowRecSys.Server.Api;

/// <summary>
/// Where a sorted list goes on: the sort value and the id of the last entry shown. The next page begins after it, whatever has been added
/// before or after it since.
/// </summary>
/// <param name="Value">Sort value of the last entry; the list descends by it.</param>
/// <param name="Id">Id of the last entry; equal values ascend by it.</param>
internal readonly record struct Cursor(double Value, int Id)
{
    private const int SizeBytes = 12;

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[SizeBytes];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, Value);
        BinaryPrimitives.WriteInt32BigEndian(bytes[8..], Id);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Whether the entry comes after this one.</summary>
    public bool IsBefore(double value, int id) => value < Value || (value == Value && id > Id);

    /// <summary>Reads the parameter <c>cursor</c>; null when it is not there.</summary>
    public static Cursor? Read(string? text, ref ParameterReader reader)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[SizeBytes];
        if (text.Length == 16 && Base64Url.TryDecodeFromChars(text, bytes, out int written) && written == SizeBytes
            && BinaryPrimitives.ReadDoubleBigEndian(bytes) is var value && double.IsFinite(value))
        {
            return new Cursor(value, BinaryPrimitives.ReadInt32BigEndian(bytes[8..]));
        }

        reader.Refuse("cursor", text, "the nextCursor of an earlier answer");
        return null;
    }
}
