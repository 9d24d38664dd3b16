using System.Buffers.Binary;
using System.Buffers.Text;

namespace SparrowRecSys.Server.Api;

/// <summary>The cursor of the feed: the ids shown so far, so that the next page repeats nothing even after the feed has changed.</summary>
internal static class ShownCursor
{
    /// <summary>Where the feed ends: ids a cursor can hold, 4 bytes each before encoding.</summary>
    public const int MaxIds = 1000;

    /// <summary>The cursor for the next page; null when it would hold too many ids.</summary>
    public static string? Write(IReadOnlyCollection<int> shown)
    {
        if (shown.Count > MaxIds)
        {
            return null;
        }

        byte[] bytes = new byte[4 * shown.Count];
        int at = 0;
        foreach (int id in shown)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), id);
            at += 4;
        }

        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The ids in the parameter <c>cursor</c>; none when it is not there.</summary>
    public static IReadOnlyList<int> Read(string? text, ref ParameterReader reader)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        byte[] bytes = new byte[4 * MaxIds];
        if (text.Length > Base64Url.GetEncodedLength(bytes.Length) || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out int written) || written % 4 != 0)
        {
            reader.Refuse("cursor", text, "the nextCursor of an earlier answer");
            return [];
        }

        int[] ids = new int[written / 4];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4 * i));
        }

        return ids;
    }
}
