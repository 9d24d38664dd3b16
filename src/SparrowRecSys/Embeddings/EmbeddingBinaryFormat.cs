using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace SparrowRecSys.Embeddings;

/// <summary>
/// Our compact format, little-endian: magic <c>SPARROWE</c>, then as int32 version, dimension D and count N, N ids as int32, (N, D) values as
/// float32, and XxHash3 (8 bytes, big-endian) over all that stands before it.
/// </summary>
public static class EmbeddingBinaryFormat
{
    private const int Version = 1;
    private const int HeaderBytes = 20;
    private const int ChecksumBytes = sizeof(ulong);

    private static ReadOnlySpan<byte> Magic => "SPARROWE"u8;

    /// <summary>Whether the bytes begin as this format does.</summary>
    public static bool Recognizes(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Magic);

    /// <summary>Writes the rows in their order.</summary>
    public static void Write(Stream stream, EmbeddingRows rows)
    {
        var checksum = new XxHash3();
        Span<byte> header = stackalloc byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], rows.Dimension);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], rows.Count);
        Append(header);
        Append(MemoryMarshal.AsBytes(rows.Ids)); // every platform of .NET 10 is little-endian
        Append(MemoryMarshal.AsBytes(rows.Values));
        stream.Write(checksum.GetCurrentHash());

        void Append(ReadOnlySpan<byte> bytes)
        {
            checksum.Append(bytes);
            stream.Write(bytes);
        }
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="path">For messages.</param>
    /// <exception cref="InvalidDataException">Wrong magic, version or length, the checksum differs, or the content breaks the rules.</exception>
    public static EmbeddingRows Read(ReadOnlySpan<byte> bytes, string path)
    {
        (int dimension, int count) = ReadHeader(bytes, path);
        int idBytes = count * sizeof(int);
        int valueBytes = bytes.Length - HeaderBytes - idBytes - ChecksumBytes;
        byte[] expected = XxHash3.Hash(bytes[..^ChecksumBytes]);
        if (!bytes[^ChecksumBytes..].SequenceEqual(expected))
        {
            throw new InvalidDataException(
                $"{path}: found checksum {Convert.ToHexString(bytes[^ChecksumBytes..])}, expected {Convert.ToHexString(expected)}: the file is damaged.");
        }

        int[] ids = MemoryMarshal.Cast<byte, int>(bytes.Slice(HeaderBytes, idBytes)).ToArray();
        float[] values = MemoryMarshal.Cast<byte, float>(bytes.Slice(HeaderBytes + idBytes, valueBytes)).ToArray();
        try
        {
            return new EmbeddingRows(ids, values, dimension);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }

    private static (int Dimension, int Count) ReadHeader(ReadOnlySpan<byte> bytes, string path)
    {
        if (bytes.Length < HeaderBytes + ChecksumBytes || !Recognizes(bytes))
        {
            throw new InvalidDataException($"{path}: found {bytes.Length} bytes without the header of a binary embedding file, expected 'SPARROWE'.");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        int dimension = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]);
        if (version != Version)
        {
            throw new InvalidDataException($"{path}: found version {version}, expected {Version}.");
        }

        if (dimension < 1 || count < 0)
        {
            throw new InvalidDataException($"{path}: found dimension {dimension} and count {count}, expected at least 1 and at least 0.");
        }

        decimal length = HeaderBytes + (((decimal)dimension + 1) * count * sizeof(float)) + ChecksumBytes;
        return bytes.Length == length
            ? (dimension, count)
            : throw new InvalidDataException(
                $"{path}: found {bytes.Length} bytes, expected {length} for {count} vectors of dimension {dimension}: the file is truncated or too long.");
    }
}
