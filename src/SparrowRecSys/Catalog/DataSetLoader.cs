namespace SparrowRecSys.Catalog;

/// <summary>Loads any MovieLens release, our own data, or the <c>webroot</c> of the original SparrowRecSys.</summary>
public static class DataSetLoader
{
    /// <summary>Refused rows that a load remembers for each file; the count is always exact.</summary>
    public const int DefaultBadRowsKept = 100;

    private const int BytesPerRating = 22; // a typical row of ratings.csv; only sizes the first allocation

    /// <summary>Loads movies and ratings. A bad row is left out and reported in <see cref="DataSet.Report"/>.</summary>
    /// <remarks>A second rating of the same movie by the same user is kept as it stands; <c>sparrow data check</c> reports it.</remarks>
    /// <exception cref="InvalidDataException">The directory holds no data set that we know.</exception>
    public static DataSet Load(string directory, int badRowsKept = DefaultBadRowsKept)
    {
        string full = Path.GetFullPath(directory);
        var source = new DataSource(full, DataLayout.Recognise(full), badRowsKept);
        var movies = new MovieCatalog(MovieFileReader.Read(source));
        RatingTable ratings = ReadRatings(source, movies, new FileInfo(Path.Combine(full, source.Layout.RatingsFile)).Length);
        return new DataSet
        {
            Directory = full,
            Layout = source.Layout.Name,
            Movies = movies,
            Ratings = ratings,
            Hash = source.Hash(),
            IsSimulated = source.Has("generated.json"),
            Report = source.Report(),
        };
    }

    private static RatingTable ReadRatings(DataSource source, MovieCatalog movies, long bytes)
    {
        var builder = new RatingTableBuilder(movies.Count, (int)Math.Min(bytes / BytesPerRating, 1 << 26) + 16);
        source.ReadRows(source.Layout.RatingsFile, source.Layout.RatingsFormat, source.Layout.HasHeader, (reader, log) =>
        {
            int movieRow = -1;
            string? expected = null;
            if (reader.FieldCount != 4)
            {
                expected = $"4 fields (userId, movieId, rating, timestamp), found {reader.FieldCount}";
            }
            else if (!FieldParser.TryInt(reader.Raw(1), smallest: 1, out int movieId) || (movieRow = movies.FindRow(movieId)) < 0)
            {
                expected = $"a movieId of {source.Layout.MoviesFile}";
            }

            int userId = 0;
            byte halfStars = 0;
            uint timestamp = 0;
            expected ??= !FieldParser.TryInt(reader.Raw(0), smallest: 1, out userId) ? "a userId of 1 or more"
                : !FieldParser.TryHalfStars(reader.Raw(2), out halfStars) ? "a rating of 0.5 to 5 in half steps"
                : !FieldParser.TryTimestamp(reader.Raw(3), out timestamp) ? "a timestamp in seconds since 1970"
                : null;
            if (expected is null)
            {
                builder.Add(userId, movieRow, halfStars, timestamp);
            }
            else
            {
                log.Refuse(reader, expected);
            }
        });
        return builder.Build();
    }
}
