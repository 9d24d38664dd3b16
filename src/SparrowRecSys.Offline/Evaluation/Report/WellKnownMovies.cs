using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>Movies whose neighbours a reader can judge: films that most people know, where the data have them.</summary>
internal static class WellKnownMovies
{
    public const int Count = 8;

    // The beginning of the title in natural order, and the year, which tells remakes apart.
    private static readonly (string Title, int Year)[] Films =
    [
        ("Toy Story", 1995), ("The Matrix", 1999), ("Pulp Fiction", 1994), ("Star Wars", 1977), ("The Godfather", 1972), ("Titanic", 1997), ("Spirited Away", 2001),
        ("The Shining", 1980), ("Casablanca", 1942), ("Yojimbo", 1961),
    ];

    /// <summary>At most <see cref="Count"/> rows of the catalog; what is missing is filled up with the movies that have most interactions, ties by row.</summary>
    public static int[] Choose(DataSet data)
    {
        IEnumerable<int> known = Films.Select(film => Find(data.Movies, film.Title, film.Year)).Where(row => row >= 0);
        IEnumerable<int> popular = Enumerable.Range(0, data.Movies.Count).OrderByDescending(row => data.Ratings.PositionsOfMovie(row).Length);
        return [.. known.Concat(popular.Where(row => !data.Ratings.PositionsOfMovie(row).IsEmpty)).Distinct().Take(Count)];
    }

    /// <summary>The title with its year.</summary>
    public static string Name(Movie movie) => movie.ReleaseYear == 0 ? movie.DisplayTitle : $"{movie.DisplayTitle} ({movie.ReleaseYear})";

    private static int Find(MovieCatalog movies, string title, int year)
    {
        IEnumerable<int> found =
            from row in Enumerable.Range(0, movies.Count)
            where movies[row].ReleaseYear == year && movies[row].DisplayTitle.StartsWith(title, StringComparison.OrdinalIgnoreCase)
            orderby movies[row].DisplayTitle.Length
            select row;
        return found.FirstOrDefault(-1);
    }
}
