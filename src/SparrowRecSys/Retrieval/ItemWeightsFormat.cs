using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace SparrowRecSys.Retrieval;

/// <summary>
/// Our format of weights between movies, little-endian: magic <c>SPARROWW</c>, then as int32 version and count N, as int64 the number of weights
/// M, N ids as int32, N + 1 starts as int64, M columns as int32, M weights as float32, and XxHash3 (8 bytes, big-endian) over all before it.
/// Dense weights are written without their zeros.
/// </summary>
internal static class ItemWeightsFormat
{
    private const int Version = 1;
    private const int HeaderBytes = 24;
    private const int ChecksumBytes = sizeof(ulong);

    private static ReadOnlySpan<byte> Magic => "SPARROWW"u8;

    public static void Write(Stream stream, int[] movieIds, ItemWeights weights)
    {
        (long[] starts, int[] targets, float[] values) = ToSparse(weights);
        var checksum = new XxHash3();
        Span<byte> header = stackalloc byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], movieIds.Length);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], values.Length);
        Append(header);
        Append(MemoryMarshal.AsBytes(movieIds.AsSpan())); // every platform of .NET 10 is little-endian
        Append(MemoryMarshal.AsBytes(starts.AsSpan()));
        Append(MemoryMarshal.AsBytes(targets.AsSpan()));
        Append(MemoryMarshal.AsBytes(values.AsSpan()));
        stream.Write(checksum.GetCurrentHash());

        void Append(ReadOnlySpan<byte> bytes)
        {
            checksum.Append(bytes);
            stream.Write(bytes);
        }
    }

    /// <param name="bytes">The whole file.</param>
    /// <param name="path">For messages.</param>
    /// <exception cref="InvalidDataException">Wrong magic, version or length, the checksum differs, or the content breaks the rules.</exception>
    public static (int[] MovieIds, ItemWeights Weights) Read(ReadOnlySpan<byte> bytes, string path)
    {
        (int count, long stored) = ReadHeader(bytes, path);
        byte[] expected = XxHash3.Hash(bytes[..^ChecksumBytes]);
        if (!bytes[^ChecksumBytes..].SequenceEqual(expected))
        {
            throw new InvalidDataException(
                $"{path}: found checksum {Convert.ToHexString(bytes[^ChecksumBytes..])}, expected {Convert.ToHexString(expected)}: the file is damaged.");
        }

        int at = HeaderBytes;
        int[] movieIds = Take<int>(bytes, ref at, count);
        long[] starts = Take<long>(bytes, ref at, count + 1);
        int[] targets = Take<int>(bytes, ref at, (int)stored);
        float[] values = Take<float>(bytes, ref at, (int)stored);
        Check(path, starts, targets, values);
        return (movieIds, ItemWeights.Sparse(starts, targets, values));
    }

    private static (int Count, long Stored) ReadHeader(ReadOnlySpan<byte> bytes, string path)
    {
        if (bytes.Length < HeaderBytes + ChecksumBytes || !bytes.StartsWith(Magic))
        {
            throw new InvalidDataException($"{path}: found {bytes.Length} bytes without the header of a weights file, expected 'SPARROWW'.");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        long stored = BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]);
        if (version != Version || count < 0 || stored is < 0 or > int.MaxValue)
        {
            throw new InvalidDataException($"{path}: found version {version}, {count} movies and {stored} weights, expected version {Version}.");
        }

        decimal length = HeaderBytes + ((decimal)count * sizeof(int)) + (((decimal)count + 1) * sizeof(long)) + ((decimal)stored * 8) + ChecksumBytes;
        return bytes.Length == length
            ? (count, stored)
            : throw new InvalidDataException($"{path}: found {bytes.Length} bytes, expected {length}: the file is truncated or too long.");
    }

    private static T[] Take<T>(ReadOnlySpan<byte> bytes, ref int at, int count)
        where T : struct
    {
        int length = count * Marshal.SizeOf<T>();
        T[] values = MemoryMarshal.Cast<byte, T>(bytes.Slice(at, length)).ToArray();
        at += length;
        return values;
    }

    private static void Check(string path, long[] starts, int[] targets, float[] values)
    {
        int count = starts.Length - 1;
        bool isOrdered = starts[0] == 0 && starts[^1] == targets.Length;
        for (int row = 0; row < count && isOrdered; row++)
        {
            isOrdered = starts[row] <= starts[row + 1] && starts[row + 1] <= targets.Length;
            for (long i = starts[row]; isOrdered && i < starts[row + 1]; i++)
            {
                isOrdered = targets[i] >= 0 && targets[i] < count && (i == starts[row] || targets[i] > targets[i - 1]);
            }
        }

        if (!isOrdered || !Array.TrueForAll(values, float.IsFinite))
        {
            throw new InvalidDataException($"{path}: found rows out of order or a weight that is not finite, expected ascending columns below {count}.");
        }
    }

    private static (long[] Starts, int[] Targets, float[] Values) ToSparse(ItemWeights weights)
    {
        long[] starts = new long[weights.Count + 1];
        var targets = new List<int>();
        var values = new List<float>();
        for (int row = 0; row < weights.Count; row++)
        {
            ReadOnlySpan<float> own = weights.Row(row);
            ReadOnlySpan<int> columns = weights.Targets(row);
            for (int i = 0; i < own.Length; i++)
            {
                if (own[i] != 0)
                {
                    targets.Add(weights.IsDense ? i : columns[i]);
                    values.Add(own[i]);
                }
            }

            starts[row + 1] = targets.Count;
        }

        return (starts, [.. targets], [.. values]);
    }
}
