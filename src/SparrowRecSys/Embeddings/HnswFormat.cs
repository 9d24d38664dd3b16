using System.Buffers.Binary;
using System.IO.Hashing;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace SparrowRecSys.Embeddings;

/// <summary>
/// File of an HNSW graph, little-endian. A header of 128 bytes: magic <c>SPARROWH</c>, then as int32 version, dimension, rows N, M, similarity, node and layer
/// of the entry, slots of the upper lists, then XxHash3 of the vectors. Parts, each filled up with zeros to a multiple of 64 bytes: marks (N bytes), starts of
/// the upper lists (N × int32), links (N, 2 M), upper lists, twins
/// (N × int32). At the end XxHash3 over all that stands before it (8 bytes).
/// </summary>
internal static class HnswFormat
{
    private const int Version = 1;
    private const int HeaderBytes = 128;
    private const int ChecksumBytes = sizeof(ulong);
    private const int Alignment = 64;

    private static ReadOnlySpan<byte> Magic => "SPARROWH"u8;

    public static void Write(Stream stream, HnswGraph graph, int count, int upperUsed, Similarity similarity)
    {
        var checksum = new XxHash3();
        Span<byte> header = stackalloc byte[HeaderBytes];
        header.Clear();
        Magic.CopyTo(header);
        int at = Magic.Length;
        foreach (int value in (ReadOnlySpan<int>)[Version, graph.Dimension, count, graph.M, (int)similarity, graph.Entry.Node, graph.Entry.Layer, upperUsed])
        {
            BinaryPrimitives.WriteInt32LittleEndian(header[at..], value);
            at += sizeof(int);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(header[at..], HashOf(graph.Vectors.Span[..(count * graph.Dimension)]));
        Append(header);
        Append(graph.Marks.Span[..count]);
        Append(MemoryMarshal.AsBytes(graph.UpperStart.Span[..count])); // every platform of .NET 10 is little-endian
        Append(MemoryMarshal.AsBytes(graph.Links.Span[..(count * 2 * graph.M)]));
        Append(MemoryMarshal.AsBytes(graph.Upper.Span[..upperUsed]));
        Append(MemoryMarshal.AsBytes(graph.Twins.Span[..count]));
        stream.Write(BitConverter.GetBytes(checksum.GetCurrentHashAsUInt64()));

        void Append(ReadOnlySpan<byte> bytes)
        {
            ReadOnlySpan<byte> zeros = stackalloc byte[Alignment];
            ReadOnlySpan<byte> rest = zeros[..(int)(Padded(bytes.Length) - bytes.Length)];
            checksum.Append(bytes);
            checksum.Append(rest);
            stream.Write(bytes);
            stream.Write(rest);
        }
    }

    /// <summary>Maps a file and checks all of it, so that searches need not.</summary>
    /// <param name="path">The file.</param>
    /// <param name="table">The vectors that it must belong to.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or belongs to other vectors.</exception>
    public static HnswGraph Read(string path, EmbeddingTable table)
    {
        long length = new FileInfo(path).Length;
        if (length < HeaderBytes + ChecksumBytes || length > Array.MaxLength)
        {
            throw new InvalidDataException($"{path}: found {length} bytes, expected the index of {table.Count} vectors.");
        }

        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        MemoryMappedViewAccessor view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.CopyOnWrite);
        var all = new AlignedMemory<byte>(view.SafeMemoryMappedViewHandle, 0, (int)length);
        Header header = ReadHeader(all.Span, path);
        CheckOwner(header, table, path);
        long marks = HeaderBytes;
        long starts = marks + Padded(header.Count);
        long links = starts + Padded((long)header.Count * sizeof(int));
        long upper = links + Padded((long)header.Count * 2 * header.M * sizeof(int));
        long twins = upper + Padded((long)header.UpperLength * sizeof(int));
        long end = twins + Padded((long)header.Count * sizeof(int));
        if (length != end + ChecksumBytes)
        {
            throw new InvalidDataException($"{path}: found {length} bytes, expected {end + ChecksumBytes}: the file was cut off or has grown.");
        }

        ulong expected = XxHash3.HashToUInt64(all.Span[..^ChecksumBytes]);
        ulong found = BinaryPrimitives.ReadUInt64LittleEndian(all.Span[^ChecksumBytes..]);
        if (found != expected)
        {
            throw new InvalidDataException($"{path}: found checksum {found:X16}, expected {expected:X16}: the file is damaged.");
        }

        var handle = view.SafeMemoryMappedViewHandle;
        var graph = new HnswGraph(
            header.Dimension, header.M, table.Values, new AlignedMemory<int>(handle, links, header.Count * 2 * header.M),
            new AlignedMemory<int>(handle, starts, header.Count), new AlignedMemory<int>(handle, upper, header.UpperLength),
            new AlignedMemory<byte>(handle, marks, header.Count), new AlignedMemory<int>(handle, twins, header.Count))
        {
            Entry = (header.EntryNode, header.EntryLayer),
        };
        graph.HasTwins = graph.Twins.Span.ContainsAnyExcept(0);
        if (!IsSound(graph))
        {
            throw new InvalidDataException($"{path}: found a link to a row that is not there, expected rows below {header.Count}.");
        }

        GC.KeepAlive(view);
        return graph;
    }

    private static Header ReadHeader(ReadOnlySpan<byte> bytes, string path)
    {
        if (!bytes.StartsWith(Magic))
        {
            throw new InvalidDataException($"{path}: found no header of an index file, expected 'SPARROWH'.");
        }

        ReadOnlySpan<int> values = MemoryMarshal.Cast<byte, int>(bytes[Magic.Length..HeaderBytes]);
        if (values[0] != Version)
        {
            throw new InvalidDataException($"{path}: found version {values[0]}, expected {Version}.");
        }

        ulong vectors = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(Magic.Length + (8 * sizeof(int)))..]);
        var header = new Header(values[1], values[2], values[3], values[4], values[5], values[6], values[7], vectors);
        return header is { Count: >= 0, M: >= 2 and <= 1024, UpperLength: >= 0 }
            ? header
            : throw new InvalidDataException($"{path}: found {header.Count} rows, M {header.M} and {header.UpperLength} upper slots, expected none below 0.");
    }

    private static void CheckOwner(Header header, EmbeddingTable table, string path)
    {
        if (header.Dimension != table.Dimension || header.Count != table.Count || header.Similarity != (int)table.Similarity)
        {
            throw new InvalidDataException(
                $"{path}: found the index of {header.Count} vectors of length {header.Dimension} by {(Similarity)header.Similarity}, "
                + $"expected {table.Count} of length {table.Dimension} by {table.Similarity}: it belongs to other vectors.");
        }

        if (HashOf(table.Values.Span) is var hash && hash != header.VectorsHash)
        {
            throw new InvalidDataException($"{path}: found the index of vectors {header.VectorsHash:X16}, expected {hash:X16}: it belongs to other vectors.");
        }
    }

    /// <summary>Whether every link leads to a node that has the layer on which it lies.</summary>
    private static bool IsSound(HnswGraph graph)
    {
        int count = graph.Capacity;
        (int entry, int top) = graph.Entry;
        if (entry < -1 || entry >= count || (entry >= 0 && (graph.Marks.Span[entry] & HnswMark.Indexed) == 0) || (entry >= 0 && top != graph.LayerOf(entry)))
        {
            return false;
        }

        for (int node = 0; node < count; node++)
        {
            if ((graph.Marks.Span[node] & HnswMark.Indexed) == 0)
            {
                continue;
            }

            int twin = graph.Twins.Span[node];
            int layers = graph.LayerOf(node);
            int start = graph.UpperStart.Span[node];
            if ((uint)twin > (uint)count)
            {
                return false;
            }

            if (layers > 0 && (start < 0 || start + ((long)layers * graph.M) > graph.Upper.Length))
            {
                return false;
            }

            for (int layer = 0; layer <= layers; layer++)
            {
                foreach (int slot in graph.LinksOf(node, layer))
                {
                    if ((uint)slot > (uint)count || (slot > 0 && (graph.Marks.Span[slot - 1] & HnswMark.Indexed) == 0) || (slot > 0 && graph.LayerOf(slot - 1) < layer))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private static ulong HashOf(ReadOnlySpan<float> vectors) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(vectors));

    private static long Padded(long bytes) => (bytes + Alignment - 1) / Alignment * Alignment;

    private readonly record struct Header(
        int Dimension, int Count, int M, int Similarity, int EntryNode, int EntryLayer, int UpperLength, ulong VectorsHash);
}
