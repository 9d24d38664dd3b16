namespace SparrowRecSys.Catalog;

/// <summary>Reads the movies, links and details files of a data set; a bad row is logged and left out.</summary>
internal static class MovieFileReader
{
    private const string NoGenres = "(no genres listed)";

    // Column 5 to 23 of u.item, in the order of u.genre; the names are those of the later releases.
    private static readonly string[] FlagGenres =
    [
        "", "Action", "Adventure", "Animation", "Children", "Comedy", "Crime", "Documentary", "Drama", "Fantasy", "Film-Noir", "Horror", "Musical",
        "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western",
    ];

    /// <summary>Movies in file order, links and details joined in.</summary>
    public static List<Movie> Read(DataSource source)
    {
        Dictionary<int, (string? ImdbId, string? TmdbId)> links = ReadLinks(source);
        Dictionary<int, MovieDetails> details = ReadDetails(source);
        var movies = new List<Movie>();
        var seen = new HashSet<int>();
        source.ReadRows(source.Layout.MoviesFile, source.Layout.MoviesFormat, source.Layout.HasHeader, (reader, log) =>
        {
            Movie? movie = source.Layout.Name == "100k" ? ParseFlagRow(reader, log) : ParseRow(reader, log);
            if (movie is null)
            {
                return;
            }

            if (!seen.Add(movie.MovieId))
            {
                log.Refuse(reader, $"a movieId that stands once, {movie.MovieId} stands twice");
                return;
            }

            (string? imdbId, string? tmdbId) = links.GetValueOrDefault(movie.MovieId);
            movies.Add(movie with { ImdbId = imdbId, TmdbId = tmdbId, Details = details.GetValueOrDefault(movie.MovieId) });
        });
        return movies;
    }

    private static Movie? ParseRow(DelimitedReader reader, RowLog log)
    {
        if (reader.FieldCount != 3)
        {
            log.Refuse(reader, $"3 fields (movieId, title, genres), found {reader.FieldCount}");
            return null;
        }

        return Create(reader, log, reader.Text(1), reader.Text(2) is var genres && genres == NoGenres ? [] : genres.Split('|', StringSplitOptions.RemoveEmptyEntries));
    }

    private static Movie? ParseFlagRow(DelimitedReader reader, RowLog log)
    {
        if (reader.FieldCount != 24)
        {
            log.Refuse(reader, $"24 fields (id, title, dates, url, 19 genre flags), found {reader.FieldCount}");
            return null;
        }

        var genres = new List<string>();
        for (int i = 1; i < FlagGenres.Length; i++)
        {
            if (reader.Raw(5 + i) is [(byte)'1'])
            {
                genres.Add(FlagGenres[i]);
            }
        }

        return Create(reader, log, reader.Text(1), [.. genres]);
    }

    private static Movie? Create(DelimitedReader reader, RowLog log, string text, string[] genres)
    {
        if (!FieldParser.TryInt(reader.Raw(0), smallest: 1, out int movieId))
        {
            log.Refuse(reader, "a movieId of 1 or more in the first field");
            return null;
        }

        if (string.IsNullOrWhiteSpace(text) || text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            log.Refuse(reader, "a title in valid UTF-8 in the second field");
            return null;
        }

        (string title, int year) = MovieTitle.Parse(text);
        return new Movie
        {
            MovieId = movieId,
            Title = title,
            DisplayTitle = MovieTitle.ToNaturalOrder(title),
            ReleaseYear = year,
            Genres = genres,
        };
    }

    private static Dictionary<int, (string? ImdbId, string? TmdbId)> ReadLinks(DataSource source)
    {
        var links = new Dictionary<int, (string?, string?)>();
        if (source.Layout.LinksFile is { } file && source.Has(file))
        {
            source.ReadRows(file, DelimitedFormat.Csv, hasHeader: true, (reader, log) =>
            {
                if (reader.FieldCount != 3 || !FieldParser.TryInt(reader.Raw(0), smallest: 1, out int movieId))
                {
                    log.Refuse(reader, "3 fields: movieId, imdbId, tmdbId");
                    return;
                }

                links[movieId] = (NullIfEmpty(reader.Text(1)), NullIfEmpty(reader.Text(2)));
            });
        }

        return links;
    }

    private static Dictionary<int, MovieDetails> ReadDetails(DataSource source)
    {
        var details = new Dictionary<int, MovieDetails>();
        if (source.Has("details.csv"))
        {
            source.ReadRows("details.csv", DelimitedFormat.Csv, hasHeader: true, (reader, log) =>
            {
                if (reader.FieldCount != 8 || !FieldParser.TryInt(reader.Raw(0), smallest: 1, out int movieId))
                {
                    log.Refuse(reader, "8 fields: movieId, originalTitle, chineseTitle, director, cast, country, synopsis, synopsisZh");
                    return;
                }

                details[movieId] = new MovieDetails
                {
                    OriginalTitle = reader.Text(1),
                    ChineseTitle = reader.Text(2),
                    Directors = SplitList(reader.Text(3)),
                    Cast = SplitList(reader.Text(4)),
                    Countries = SplitList(reader.Text(5)),
                    Synopsis = reader.Text(6),
                    ChineseSynopsis = reader.Text(7),
                };
            });
        }

        return details;
    }

    private static string[] SplitList(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
