namespace SparrowRecSys.Catalog;

/// <summary>
/// Reads what stands beside the movies file: <c>links.csv</c> and our own <c>details.csv</c>. Either may be missing, and may say something about
/// movies that the movies file does not have. A bad row is logged and left out; of two rows with one id the last stays.
/// </summary>
internal static class MovieFactReader
{
    private const string LinksHeader = "movieId,imdbId,tmdbId";
    private const string DetailsHeader = "movieId,originalTitle,chineseTitle,director,cast,country,synopsis,synopsisZh";

    /// <summary>Ids in other catalogs by movie id.</summary>
    public static IReadOnlyDictionary<int, MovieLinks> ReadLinks(DataSource source) =>
        Read(source, source.Layout.LinksFile, LinksHeader, reader => new MovieLinks(NullIfEmpty(reader.Text(1)), NullIfEmpty(reader.Text(2))), CheckLinks);

    /// <summary>Facts of our own data by movie id.</summary>
    public static IReadOnlyDictionary<int, MovieDetails> ReadDetails(DataSource source) =>
        Read(source, source.Layout.DetailsFile, DetailsHeader, CreateDetails, reader => reader.Format.IsValid(reader.Record) ? null : "valid UTF-8");

    private static Dictionary<int, T> Read<T>(
        DataSource source, string file, string header, Func<DelimitedReader, T> create, Func<DelimitedReader, string?> check)
    {
        var facts = new Dictionary<int, T>();
        if (!source.Has(file))
        {
            return facts;
        }

        int fields = header.Split(',').Length;
        source.ReadRows(file, DelimitedFormat.Csv, header, (reader, log) =>
        {
            int movieId = 0;
            string? expected = reader.Problem
                ?? (reader.FieldCount != fields ? $"{fields} fields ({header.Replace(",", ", ", StringComparison.Ordinal)}), found {reader.FieldCount}"
                : !FieldParser.TryId(reader.Raw(0), out movieId) ? "a movieId of 1 to 2147483647"
                : check(reader));
            if (expected is null)
            {
                facts[movieId] = create(reader);
            }
            else
            {
                log.Refuse(reader, expected);
            }
        });
        return facts;
    }

    private static string? CheckLinks(DelimitedReader reader) => IsDigits(reader.Raw(1)) && IsDigits(reader.Raw(2)) ? null : "ids of digits only, or empty";

    private static bool IsDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static MovieDetails CreateDetails(DelimitedReader reader) => new()
    {
        OriginalTitle = reader.Text(1),
        ChineseTitle = reader.Text(2),
        Directors = SplitList(reader.Text(3)),
        Cast = SplitList(reader.Text(4)),
        Countries = SplitList(reader.Text(5)),
        Synopsis = reader.Text(6),
        ChineseSynopsis = reader.Text(7),
    };

    private static string[] SplitList(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
