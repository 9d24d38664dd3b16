using SparrowRecSys.Catalog;

namespace SparrowRecSys.Features;

/// <summary>What encoding needs of each movie of the catalog, looked up once. Immutable.</summary>
internal sealed class MovieFacts
{
    /// <param name="vocabularies">Rows of movies and genres.</param>
    /// <param name="movies">N movies.</param>
    public MovieFacts(FeatureVocabularies vocabularies, MovieCatalog movies)
    {
        Movies = movies;
        GenreRows = [.. movies.Genres.Select(vocabularies.RowOfGenre)];
        Rows = new int[movies.Count];
        Genres = new int[movies.Count][];
        var directors = new int[movies.Count][];
        var cast = new int[movies.Count][];
        var people = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int row = 0; row < movies.Count; row++)
        {
            Movie movie = movies[row];
            Rows[row] = vocabularies.RowOfMovie(movie.MovieId);
            Genres[row] = [.. movie.Genres.Select(vocabularies.RowOfGenre)];
            directors[row] = Number(people, movie.Details?.Directors ?? []);
            cast[row] = Number(people, movie.Details?.Cast ?? []);
        }

        PersonCount = people.Count;
        (Directors, Cast) = (new MoviePeople(directors), new MoviePeople(cast));
    }

    public MovieCatalog Movies { get; }

    /// <summary>Row in the vocabulary of each genre of the catalog.</summary>
    public int[] GenreRows { get; }

    /// <summary>(N): row in the vocabulary.</summary>
    public int[] Rows { get; }

    /// <summary>(N): rows of the genres in the vocabulary, in the movie's order.</summary>
    public int[][] Genres { get; }

    /// <summary>Numbers of the directors, 0 to <see cref="PersonCount"/> - 1.</summary>
    public MoviePeople Directors { get; }

    /// <summary>Numbers of the leads, 0 to <see cref="PersonCount"/> - 1.</summary>
    public MoviePeople Cast { get; }

    public int PersonCount { get; }

    private static int[] Number(Dictionary<string, int> people, IReadOnlyList<string> names)
    {
        int[] numbers = new int[names.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!people.TryGetValue(names[i], out numbers[i]))
            {
                people.Add(names[i], numbers[i] = people.Count);
            }
        }

        return numbers;
    }
}
