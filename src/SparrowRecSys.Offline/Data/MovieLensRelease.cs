namespace SparrowRecSys.Offline.Data;

/// <summary>A release of MovieLens that GroupLens serves.</summary>
/// <param name="Name">Name of the archive, without <c>.zip</c>, and of its folder.</param>
/// <param name="Description">What is in it.</param>
internal sealed record MovieLensRelease(string Name, string Description)
{
    /// <summary>Where GroupLens serves them.</summary>
    public const string DefaultUrl = "https://files.grouplens.org/datasets/movielens/";

    public static IReadOnlyList<MovieLensRelease> All { get; } =
    [
        new("ml-latest-small", "100,000 ratings of 9,000 movies, until 2018; 1 MB"),
        new("ml-25m", "25 million ratings of 62,000 movies, until 2019; 250 MB"),
        new("ml-32m", "32 million ratings of 87,000 movies, until 2023; 239 MB"),
        new("ml-1m", "1 million ratings of 4,000 movies, 2000 to 2003; 6 MB"),
        new("ml-100k", "100,000 ratings of 1,700 movies, 1997 and 1998; 5 MB"),
    ];

    /// <summary>The usage licence in a release's README, or a line that says where to look when it is not found there.</summary>
    /// <param name="directory">The unpacked release.</param>
    public static string ReadTerms(string directory)
    {
        string? path = Directory.EnumerateFiles(directory, "README*").Order(StringComparer.Ordinal).FirstOrDefault();
        if (path is null)
        {
            return "Found no README in the archive. The terms are at https://grouplens.org/datasets/movielens/.";
        }

        string[] lines = File.ReadAllLines(path, System.Text.Encoding.Latin1);
        int heading = Array.FindIndex(lines, line => line.Trim().Equals("usage license", StringComparison.OrdinalIgnoreCase));
        if (heading < 0)
        {
            return $"The terms are in {path}.";
        }

        int start = heading + (heading + 1 < lines.Length && IsUnderline(lines[heading + 1]) ? 2 : 1);
        int end = Array.FindIndex(lines, start, IsUnderline);
        return string.Join('\n', lines[start..(end < 0 ? lines.Length : end - 1)]).Trim();
    }

    private static bool IsUnderline(string line) => line.Length >= 3 && line.AsSpan().IndexOfAnyExcept('=', '-') < 0;
}
