using System.Text;

namespace SparrowRecSys.Catalog;

/// <summary>Where a release keeps its files and how they are written.</summary>
/// <param name="Name">Name for messages: <c>latest</c>, <c>10m</c>, <c>1m</c>, <c>100k</c>, <c>webroot</c>.</param>
/// <param name="MoviesFile">Relative to the data directory, like the others.</param>
/// <param name="MoviesFormat">Separator, quoting and encoding of <paramref name="MoviesFile"/>.</param>
/// <param name="RatingsFile">Ratings: user, movie, score, timestamp.</param>
/// <param name="RatingsFormat">Separator, quoting and encoding of <paramref name="RatingsFile"/>.</param>
/// <param name="MoviesHeader">First line of the movies file, or <see langword="null"/> where it has none.</param>
/// <param name="RatingsHeader">First line of the ratings file, or <see langword="null"/> where it has none.</param>
internal sealed record DataLayout(
    string Name, string MoviesFile, DelimitedFormat MoviesFormat, string RatingsFile, DelimitedFormat RatingsFormat,
    string? MoviesHeader = null, string? RatingsHeader = null)
{
    /// <summary>MovieLens latest, 20M, 25M, 32M, and our own data.</summary>
    public static DataLayout Latest { get; } = Csv("latest", "");

    /// <summary>Whether genres are 19 flags, as in the 100K release, instead of a list of names.</summary>
    public bool HasGenreFlags { get; private init; }

    /// <summary>Ids in other catalogs; the file may be missing.</summary>
    public string LinksFile => Path.Combine(Path.GetDirectoryName(MoviesFile) ?? "", "links.csv");

    /// <summary>Facts that only our own data has; the file may be missing.</summary>
    public string DetailsFile => Path.Combine(Path.GetDirectoryName(MoviesFile) ?? "", "details.csv");

    /// <summary>The first layout whose movies and ratings files are both there.</summary>
    /// <exception cref="InvalidDataException">The directory does not exist or holds none of the layouts.</exception>
    public static DataLayout Recognise(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new InvalidDataException($"{directory}: no such directory. Expected a MovieLens release or the webroot of SparrowRecSys.");
        }

        DataLayout[] layouts = [Latest, Csv("webroot", "sampledata"), DoubleColon(directory), Flags];
        foreach (DataLayout layout in layouts)
        {
            if (File.Exists(Path.Combine(directory, layout.MoviesFile)) && File.Exists(Path.Combine(directory, layout.RatingsFile)))
            {
                return layout;
            }
        }

        string expected = string.Join(", or ", layouts.Select(layout => $"{layout.MoviesFile} with {layout.RatingsFile}"));
        string[] found = [.. Directory.EnumerateFileSystemEntries(directory).Select(entry => Path.GetFileName(entry) ?? "").Order(StringComparer.Ordinal).Take(12)];
        throw new InvalidDataException(
            $"{directory}: not a data set. Expected {expected}. Found {(found.Length == 0 ? "an empty directory" : string.Join(", ", found))}.");
    }

    private static DataLayout Flags { get; } = new("100k", "u.item", DelimitedFormat.Bar, "u.data", DelimitedFormat.Tab) { HasGenreFlags = true };

    private static DataLayout Csv(string name, string folder) => new(
        name, Path.Combine(folder, "movies.csv"), DelimitedFormat.Csv, Path.Combine(folder, "ratings.csv"), DelimitedFormat.Csv,
        "movieId,title,genres", "userId,movieId,rating,timestamp");

    /// <summary>
    /// 1M and 10M have the same file names, but 1M is Latin-1 and 10M is UTF-8. Only 1M has <c>users.dat</c> and only 10M <c>tags.dat</c>; where
    /// neither is left, the bytes tell.
    /// </summary>
    private static DataLayout DoubleColon(string directory)
    {
        string movies = Path.Combine(directory, "movies.dat");
        bool is1M = File.Exists(Path.Combine(directory, "users.dat"))
            || (!File.Exists(Path.Combine(directory, "tags.dat")) && File.Exists(movies) && !DelimitedFormat.Csv.IsValid(File.ReadAllBytes(movies)));
        DelimitedFormat format = DelimitedFormat.DoubleColon(is1M ? Encoding.Latin1 : Encoding.UTF8);
        return new(is1M ? "1m" : "10m", "movies.dat", format, "ratings.dat", format);
    }
}
