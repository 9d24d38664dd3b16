using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Tests.Content;

/// <summary>Films of two planted kinds: those of one kind share director, genres, country and the words of their synopsis.</summary>
internal static class Films
{
    public const int OfKind = 8;

    private static readonly string[][] Words =
    [
        ["detective", "murder", "harbour", "alibi", "witness", "revolver"],
        ["wizard", "dragon", "castle", "spell", "quest", "kingdom"],
    ];

    private static readonly string[] Characters = ["侦探追查港口命案", "少年巫师寻找恶龙"];

    /// <summary>Kinds alternate; ids are 10, 20, ...; only the first six films have ratings.</summary>
    public static DataSet Planted(Func<Movie, Movie>? change = null)
    {
        IEnumerable<Movie> movies = Enumerable.Range(0, 2 * OfKind).Select(Create).Select(movie => change?.Invoke(movie) ?? movie);
        return Of(movies, SmallData.Of(2 * OfKind, [(1, 0, 9), (1, 2, 9), (2, 1, 9), (2, 3, 9), (3, 4, 9), (3, 5, 9)]).Ratings);
    }

    public static DataSet Of(IEnumerable<Movie> movies, RatingTable? ratings = null)
    {
        var catalog = new MovieCatalog(movies);
        return SmallData.Of(catalog.Count, []) with { Movies = catalog, Ratings = ratings ?? new RatingTableBuilder(catalog.Count).Build() };
    }

    public static Movie Titled(int movieId, string title, int year = 0, params string[] genres) =>
        new() { MovieId = movieId, Title = title, DisplayTitle = title, ReleaseYear = year, Genres = genres };

    private static Movie Create(int row)
    {
        int kind = row % 2;
        string[] words = Words[kind];
        return new Movie
        {
            MovieId = 10 * (row + 1),
            Title = $"Film {row}",
            DisplayTitle = $"Film {row}",
            ReleaseYear = 2000,
            Genres = kind == 0 ? ["Crime", "Drama"] : ["Fantasy", "Drama"],
            Details = new MovieDetails
            {
                Directors = [kind == 0 ? "Ann Ito" : "Bo Lund"],
                Cast = [$"Actor {kind} {row / 4}"],
                Countries = [kind == 0 ? "Japan" : "Sweden"],
                Synopsis = $"The {words[row % 6]} and the {words[(row + 1) % 6]} of a {words[(row + 2) % 6]}.",
                ChineseSynopsis = Characters[kind],
            },
        };
    }
}
