namespace SparrowRecSys.Catalog;

/// <summary>Reads the movies file of a data set; a bad row is logged and left out.</summary>
internal sealed class MovieFileReader
{
    private const string NoGenres = "(no genres listed)";
    private const int MostGenres = 256; // MovieCatalog indexes them by one byte
    private const int FirstFlag = 5;

    // Columns 5 to 23 of u.item, in the order of u.genre; the first is "unknown".
    private static readonly string[] FlagGenres =
    [
        "", "Action", "Adventure", "Animation", Children, "Comedy", "Crime", "Documentary", "Drama", "Fantasy", "Film-Noir", "Horror", "Musical",
        "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western",
    ];

    // The 100K and 1M releases say "Children's", the later ones "Children"; the sites' links and the models' vocabularies want one name.
    private const string OldChildren = "Children's";
    private const string Children = "Children";

    private readonly bool _hasGenreFlags;
    private readonly IReadOnlyDictionary<int, MovieLinks> _links;
    private readonly IReadOnlyDictionary<int, MovieDetails> _details;
    private readonly List<Movie> _movies = [];
    private readonly Dictionary<int, int> _lineOfMovie = [];
    private readonly Dictionary<string, string[]> _genreLists = []; // few combinations for many movies
    private readonly Dictionary<string, string> _genres = [];

    private MovieFileReader(DataSource source)
    {
        _hasGenreFlags = source.Layout.HasGenreFlags;
        _links = MovieFactReader.ReadLinks(source);
        _details = MovieFactReader.ReadDetails(source);
    }

    /// <summary>Movies in file order, links and details joined in. Of two rows with one id the first stays.</summary>
    public static IReadOnlyList<Movie> Read(DataSource source)
    {
        var reader = new MovieFileReader(source);
        source.ReadRows(source.Layout.MoviesFile, source.Layout.MoviesFormat, source.Layout.MoviesHeader, reader.Take);
        return reader._movies;
    }

    private void Take(DelimitedReader reader, RowLog log)
    {
        string? expected = reader.Problem ?? CheckShape(reader);
        int movieId = 0;
        int line = 0;
        expected ??= !FieldParser.TryId(reader.Raw(0), out movieId) ? "a movieId of 1 to 2147483647"
            : reader.Raw(1).IsEmpty ? "a title"
            : _lineOfMovie.TryGetValue(movieId, out line) ? $"each movieId once, line {line} has {movieId} too"
            : null;
        string[] genres = expected is null ? ReadGenres(reader) : [];
        expected ??= _genres.Count > MostGenres ? $"at most {MostGenres} different genres" : null;
        if (expected is not null)
        {
            log.Refuse(reader, expected);
            return;
        }

        _lineOfMovie.Add(movieId, reader.Line);
        _movies.Add(Create(movieId, reader, genres));
    }

    private string? CheckShape(DelimitedReader reader)
    {
        int expected = _hasGenreFlags ? FirstFlag + FlagGenres.Length : 3;
        string names = _hasGenreFlags ? "id, title, two dates, url, 19 genre flags" : "movieId, title, genres";
        return reader.FieldCount != expected ? $"{expected} fields ({names}), found {reader.FieldCount}"
            : !reader.Format.IsValid(reader.Record) ? "valid UTF-8"
            : null;
    }

    private Movie Create(int movieId, DelimitedReader reader, string[] genres)
    {
        (string title, int year) = MovieTitle.Parse(reader.Text(1));
        MovieLinks links = _links.GetValueOrDefault(movieId);
        return new Movie
        {
            MovieId = movieId,
            Title = title,
            DisplayTitle = MovieTitle.ToNaturalOrder(title),
            ReleaseYear = year == 0 && _hasGenreFlags ? YearOfDate(reader.Text(2)) : year,
            Genres = genres,
            ImdbId = links.ImdbId,
            TmdbId = links.TmdbId,
            Details = _details.GetValueOrDefault(movieId),
        };
    }

    /// <summary>Year of a date such as <c>01-Jan-1995</c>, or 0.</summary>
    private static int YearOfDate(string date) => date.Length > 4 && int.TryParse(date.AsSpan(date.Length - 4), out int year) && year > 0 ? year : 0;

    private string[] ReadGenres(DelimitedReader reader)
    {
        if (_hasGenreFlags)
        {
            return [.. FlagGenres.Where((genre, i) => genre.Length > 0 && reader.Raw(FirstFlag + i) is [(byte)'1'])];
        }

        string text = reader.Text(2);
        if (!_genreLists.TryGetValue(text, out string[]? genres))
        {
            genres = text == NoGenres ? [] : [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Share).Distinct()];
            _genreLists.Add(text, genres);
        }

        return genres;
    }

    /// <summary>One string for each genre, under its later name.</summary>
    private string Share(string genre)
    {
        string name = genre == OldChildren ? Children : genre;
        if (!_genres.TryGetValue(name, out string? shared))
        {
            _genres.Add(name, name);
            shared = name;
        }

        return shared;
    }
}
