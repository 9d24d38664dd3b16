using System.Text;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Tests.Catalog;

/// <summary>A new folder with data files in it that is gone after the test.</summary>
internal sealed class DataFolder : IDisposable
{
    public const string MoviesHeader = "movieId,title,genres\n";
    public const string RatingsHeader = "userId,movieId,rating,timestamp\n";

    public string Path { get; } = Directory.CreateTempSubdirectory("sparrow-").FullName;

    /// <summary>A folder in the layout of the latest release, the header lines included.</summary>
    public static DataFolder Latest(string movies = "1,A (2001),Drama\n2,B (2002),Comedy\n", string ratings = "") =>
        new DataFolder().Write("movies.csv", MoviesHeader + movies).Write("ratings.csv", RatingsHeader + ratings);

    public DataFolder Write(string file, string text, Encoding? encoding = null) => Write(file, (encoding ?? new UTF8Encoding(false)).GetBytes(text));

    public DataFolder Write(string file, byte[] bytes)
    {
        string path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? Path);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public DataSet Load() => DataSetLoader.Load(Path);

    /// <summary>Refused rows of a file, as <c>line: found -> expected</c>.</summary>
    public string[] BadRows(string file) =>
        [.. Load().Report.Files.Single(report => report.Path.EndsWith(file, StringComparison.Ordinal)).BadRows
            .Select(row => $"{row.Line}: {row.Found} -> {row.Expected}")];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
