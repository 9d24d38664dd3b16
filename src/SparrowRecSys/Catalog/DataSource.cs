using System.IO.Hashing;

namespace SparrowRecSys.Catalog;

/// <summary>The files of one data directory while they are read: their layout, their reports and the hash of their bytes.</summary>
internal sealed class DataSource(string directory, DataLayout layout, int badRowsKept)
{
    private readonly List<RowLog> _logs = [];
    private readonly XxHash3 _hash = new();

    public DataLayout Layout => layout;

    public bool Has(string file) => File.Exists(Path.Combine(directory, file));

    /// <summary>Calls <paramref name="row"/> for each record of a file, in order.</summary>
    public RowLog ReadRows(string file, DelimitedFormat format, bool hasHeader, Action<DelimitedReader, RowLog> row)
    {
        string path = Path.Combine(directory, file);
        var log = new RowLog(path, badRowsKept);
        _logs.Add(log);
        bool isHashed = file == layout.MoviesFile || file == layout.RatingsFile;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var reader = new DelimitedReader(isHashed ? new HashingStream(stream, _hash) : stream, format);
        if (hasHeader && !reader.Read())
        {
            throw new InvalidDataException($"{path}: found an empty file, expected a header line.");
        }

        while (reader.Read())
        {
            log.Rows++;
            if (reader.IsQuoteOpen)
            {
                log.Refuse(reader, "a closing quote before the end of the file");
                continue;
            }

            row(reader, log);
        }

        return log;
    }

    public DataReport Report() => new([.. _logs.Select(log => log.ToReport())]);

    /// <summary>XxHash3 over the movies and ratings read so far, 16 hex digits.</summary>
    public string Hash() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Hashes what is read through it.</summary>
    private sealed class HashingStream(Stream inner, XxHash3 hash) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read = inner.Read(buffer);
            hash.Append(buffer[..read]);
            return read;
        }

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
