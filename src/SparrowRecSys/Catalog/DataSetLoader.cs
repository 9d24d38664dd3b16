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

    /// <summary>Loads only the movies of a directory in the layout of our own data, where <c>ratings.csv</c> may be missing.</summary>
    /// <exception cref="InvalidDataException">There is no <c>movies.csv</c>, it has no movie, or one of its files has a bad row.</exception>
    public static MovieCatalog LoadMovies(string directory)
    {
        string full = Path.GetFullPath(directory);
        var source = new DataSource(full, DataLayout.Latest, badRowsKept: 1);
        if (!source.Has(DataLayout.Latest.MoviesFile))
        {
            throw new InvalidDataException($"{full}: found no {DataLayout.Latest.MoviesFile}, expected a catalog in the form of MovieLens latest.");
        }

        var movies = new MovieCatalog(MovieFileReader.Read(source));
        foreach (FileReport file in source.Report().Files.Where(file => file.BadRowCount > 0))
        {
            BadRow first = file.BadRows[0];
            throw new InvalidDataException($"{file.Path}({first.Line}): found {first.Found}, expected {first.Expected}.");
        }

        return movies.Count > 0 ? movies : throw new InvalidDataException($"{full}: found no movie in {DataLayout.Latest.MoviesFile}, expected at least one.");
    }
}
