using System.IO.Hashing;

namespace SparrowRecSys.Catalog;

/// <summary>The files of one data directory while they are read: their layout, their reports and the hash of their bytes.</summary>
internal sealed class DataSource(string directory, DataLayout layout, int badRowsKept)
{
    private readonly List<RowLog> _logs = [];
    private readonly XxHash3 _hash = new();

    public DataLayout Layout => layout;

    public bool Has(string file) => File.Exists(PathOf(file));

    public string PathOf(string file) => Path.Combine(directory, file);

    /// <summary>Calls <paramref name="row"/> for each record of a file, in order; its quotes may be wrong.</summary>
    /// <param name="file">Relative to the data directory.</param>
    /// <param name="format">How the file is written.</param>
    /// <param name="header">Names that the first line must have, or <see langword="null"/> where the file starts with the first row.</param>
    /// <param name="row">Takes the record or refuses it in the log.</param>
    /// <exception cref="InvalidDataException">The header is another one or missing, or the file is not text.</exception>
    public RowLog ReadRows(string file, DelimitedFormat format, string? header, Action<DelimitedReader, RowLog> row)
    {
        string path = PathOf(file);
        var log = new RowLog(path, badRowsKept);
        _logs.Add(log);
        bool isHashed = file == layout.MoviesFile || file == layout.RatingsFile;
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using var reader = new DelimitedReader(stream, format, path, isHashed ? _hash : null);
        if (header is not null)
        {
            ReadHeader(reader, path, header);
        }

        while (reader.Read())
        {
            log.Rows++;
            row(reader, log);
        }

        return log;
    }

    public DataReport Report() => new([.. _logs.Select(log => log.ToReport())]);

    /// <summary>XxHash3 over the movies and ratings read so far, 16 hex digits.</summary>
    public string Hash() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    private static void ReadHeader(DelimitedReader reader, string path, string header)
    {
        if (!reader.Read())
        {
            throw new InvalidDataException($"{path}: found an empty file, expected the header {header}.");
        }

        string found = string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(reader.Text));
        if (!found.Equals(header, StringComparison.OrdinalIgnoreCase))
        {
            found = found.Length > 80 ? found[..80] + "…" : found;
            throw new InvalidDataException($"{path}, line {reader.Line}: found the header {found}, expected {header}.");
        }
    }
}
