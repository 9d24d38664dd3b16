using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SparrowRecSys.Catalog;

/// <summary>Reads the ratings file of a data set into a <see cref="RatingTable"/>; a bad row is logged and left out.</summary>
internal sealed class RatingFileReader
{
    private readonly DataLayout _layout;
    private readonly MovieCatalog _movies;
    private readonly RatingTableBuilder _builder;
    private readonly byte[] _separator;
    private readonly List<(int Position, int Shift)> _shifts = []; // from this position on, the line of a rating is its position + shift
    private int _shift; // of the last rating; lines count from 1, so that 0 is none

    private RatingFileReader(DataSource source, MovieCatalog movies)
    {
        (_layout, _movies) = (source.Layout, movies);
        _separator = _layout.RatingsFormat.Separator;
        int headerLines = _layout.RatingsHeader is null ? 0 : 1;
        _builder = new RatingTableBuilder(movies.Count, Math.Max(0, CountLines(source.PathOf(_layout.RatingsFile)) - headerLines));
    }

    /// <summary>All good ratings; of several ratings of a movie by a user the last row of the file stays, the others are refused.</summary>
    public static RatingTable Read(DataSource source, MovieCatalog movies)
    {
        DataLayout layout = source.Layout;
        var reader = new RatingFileReader(source, movies);
        RowLog log = source.ReadRows(layout.RatingsFile, layout.RatingsFormat, layout.RatingsHeader, reader.Take);
        RatingTable table = reader._builder.Build();
        reader.RefuseSuperseded(log);
        return table;
    }

    /// <summary>Lines of a file: columns of the right size from the start cost less than copies of growing ones.</summary>
    private static int CountLines(string path)
    {
        byte[] block = new byte[1 << 16];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        long lines = 0;
        bool isLineOpen = false;
        for (int read = stream.Read(block); read > 0; read = stream.Read(block))
        {
            lines += block.AsSpan(0, read).Count((byte)'\n');
            isLineOpen = block[read - 1] != '\n';
        }

        lines += isLineOpen ? 1 : 0;
        return lines <= Array.MaxLength ? (int)lines : throw new InvalidDataException($"{path}: found {lines} lines, expected at most {Array.MaxLength}.");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // called millions of times within a start: too soon for tiering
    private void Take(DelimitedReader reader, RowLog log)
    {
        if (reader.Problem is not null || !RatingRow.TryParseFast(reader.Record, _separator, out RatingRow row))
        {
            if (ParseFields(reader, out row) is { } expected)
            {
                log.Refuse(reader, expected);
                return;
            }
        }

        int movieRow = _movies.FindRow(row.MovieId);
        if (movieRow < 0)
        {
            log.Refuse(reader, $"a movieId of {_layout.MoviesFile}, {row.MovieId} is not there");
            return;
        }

        int shift = reader.Line - _builder.Count;
        if (shift != _shift)
        {
            _shift = shift;
            _shifts.Add((_builder.Count, shift));
        }

        _builder.Add(row.UserId, movieRow, row.HalfStars, row.Timestamp);
    }

    /// <summary>Parses a row field by field; returns what was expected where it is bad.</summary>
    private static string? ParseFields(DelimitedReader reader, out RatingRow row)
    {
        row = default;
        if (reader.Problem is not null)
        {
            return reader.Problem;
        }

        if (reader.FieldCount != 4)
        {
            return $"4 fields (userId, movieId, rating, timestamp), not {reader.FieldCount}";
        }

        (int movieId, byte halfStars, uint timestamp) = (0, 0, 0);
        string? expected = !FieldParser.TryId(reader.Raw(0), out int userId) ? "a userId of 1 to 2147483647"
            : !FieldParser.TryId(reader.Raw(1), out movieId) ? "a movieId of 1 to 2147483647"
            : !FieldParser.TryHalfStars(reader.Raw(2), out halfStars) ? "a rating of 0.5 to 5 in half steps"
            : !FieldParser.TryTimestamp(reader.Raw(3), out timestamp) ? "a timestamp in seconds since 1970, 0 to 4294967295"
            : null;
        row = new RatingRow(userId, movieId, halfStars, timestamp);
        return expected;
    }

    private void RefuseSuperseded(RowLog log)
    {
        string separator = Encoding.UTF8.GetString(_separator);
        foreach (SupersededRating rating in _builder.Superseded)
        {
            string stars = (rating.HalfStars / 2.0).ToString("0.0", CultureInfo.InvariantCulture);
            log.Refuse(
                LineOf(rating.Position),
                string.Join(separator, rating.UserId, _movies[rating.MovieRow].MovieId, stars, rating.Timestamp),
                $"one rating of a movie by a user, line {LineOf(rating.LaterPosition)} rates it again and stays");
        }
    }

    private int LineOf(int position)
    {
        int at = _shifts.BinarySearch((position, int.MaxValue));
        return position + _shifts[at < 0 ? ~at - 1 : at].Shift;
    }
}
