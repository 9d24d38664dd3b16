using System.Text;

namespace SparrowRecSys.Catalog;

/// <summary>Where a release keeps its files and how they are written.</summary>
/// <param name="Name">Name for messages: <c>latest</c>, <c>10m</c>, <c>1m</c>, <c>100k</c>, <c>webroot</c>.</param>
/// <param name="MoviesFile">Relative to the data directory, like the others.</param>
/// <param name="MoviesFormat">Separator, quoting and encoding of <paramref name="MoviesFile"/>.</param>
/// <param name="RatingsFile">Ratings: user, movie, score, timestamp.</param>
/// <param name="RatingsFormat">Separator, quoting and encoding of <paramref name="RatingsFile"/>.</param>
/// <param name="HasHeader">Whether the files start with a line of column names.</param>
/// <param name="LinksFile">Ids in other catalogs, or <see langword="null"/> where the release has none.</param>
internal sealed record DataLayout(
    string Name, string MoviesFile, DelimitedFormat MoviesFormat, string RatingsFile, DelimitedFormat RatingsFormat, bool HasHeader, string? LinksFile)
{
    private static readonly DataLayout Latest = new("latest", "movies.csv", DelimitedFormat.Csv, "ratings.csv", DelimitedFormat.Csv, true, "links.csv");

    /// <summary>The first layout whose movies and ratings files are both there.</summary>
    /// <exception cref="InvalidDataException">The directory does not exist or holds none of the layouts.</exception>
    public static DataLayout Recognise(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new InvalidDataException($"{directory}: no such directory. Expected a MovieLens release or the webroot of SparrowRecSys.");
        }

        foreach (DataLayout layout in All(directory))
        {
            if (File.Exists(Path.Combine(directory, layout.MoviesFile)) && File.Exists(Path.Combine(directory, layout.RatingsFile)))
            {
                return layout;
            }
        }

        string expected = string.Join(", or ", All(directory).Select(layout => $"{layout.MoviesFile} with {layout.RatingsFile}").Distinct());
        string[] found = [.. Directory.EnumerateFileSystemEntries(directory).Select(entry => Path.GetFileName(entry) ?? "").Order().Take(12)];
        throw new InvalidDataException(
            $"{directory}: not a data set. Expected {expected}. Found {(found.Length == 0 ? "an empty directory" : string.Join(", ", found))}.");
    }

    private static DataLayout[] All(string directory) =>
    [
        Latest,
        Latest with
        {
            Name = "webroot",
            MoviesFile = Path.Combine("sampledata", "movies.csv"),
            RatingsFile = Path.Combine("sampledata", "ratings.csv"),
            LinksFile = Path.Combine("sampledata", "links.csv"),
        },
        DoubleColon(directory),
        new("100k", "u.item", DelimitedFormat.Bar, "u.data", DelimitedFormat.Tab, false, null),
    ];

    /// <summary>1M and 10M have the same file names: 1M also has <c>users.dat</c> and is Latin-1, 10M is UTF-8.</summary>
    private static DataLayout DoubleColon(string directory)
    {
        bool is1M = File.Exists(Path.Combine(directory, "users.dat"));
        DelimitedFormat format = DelimitedFormat.DoubleColon(is1M ? Encoding.Latin1 : Encoding.UTF8);
        return new(is1M ? "1m" : "10m", "movies.dat", format, "ratings.dat", format, false, null);
    }
}
