namespace SparrowRecSys.Catalog;

/// <summary>Loads any MovieLens release, our own data, or the <c>webroot</c> of the original SparrowRecSys.</summary>
public static class DataSetLoader
{
    /// <summary>Refused rows that a load remembers for each file; the count is always exact.</summary>
    public const int DefaultBadRowsKept = 100;

    /// <summary>Loads movies and ratings. A bad row is left out and reported in <see cref="DataSet.Report"/>.</summary>
    /// <remarks>Where a user rated a movie more than once the last row of the file stays, and the others are reported as bad.</remarks>
    /// <param name="directory">A release as it was unpacked.</param>
    /// <param name="badRowsKept">Refused rows to remember for each file.</param>
    /// <exception cref="InvalidDataException">The directory holds no data set that we know, or a file of it is not what its name says.</exception>
    public static DataSet Load(string directory, int badRowsKept = DefaultBadRowsKept)
    {
        string full = Path.GetFullPath(directory);
        var source = new DataSource(full, DataLayout.Recognise(full), badRowsKept);
        var movies = new MovieCatalog(MovieFileReader.Read(source));
        RatingTable ratings = RatingFileReader.Read(source, movies);
        return new DataSet
        {
            Directory = full,
            Layout = source.Layout.Name,
            Movies = movies,
            Ratings = ratings,
            Hash = source.Hash(),
            IsSimulated = source.Has(Path.Combine(Path.GetDirectoryName(source.Layout.RatingsFile) ?? "", "generated.json")),
            Report = source.Report(),
        };
    }
}
