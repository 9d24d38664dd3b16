namespace SparrowRecSys.Catalog;

/// <summary>
/// The movies of one data set. Rows 0..N-1 ascend with the movie id. Immutable, thread-safe.
/// </summary>
public sealed class MovieCatalog
{
    private readonly Movie[] _movies;
    private readonly string[] _genres;
    private readonly IdIndex _rowOfMovie;
    private readonly byte[][] _genreIndexes; // by row, positions in Genres
    private readonly Dictionary<string, int[]> _rowsOfGenre = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="movies">In file order.</param>
    /// <exception cref="ArgumentException">A movie id appears twice.</exception>
    public MovieCatalog(IEnumerable<Movie> movies)
    {
        Movie[] inFileOrder = [.. movies];
        _movies = [.. inFileOrder.OrderBy(movie => movie.MovieId)];
        int[] ids = [.. _movies.Select(movie => movie.MovieId)];
        _rowOfMovie = new IdIndex(ids);
        FileOrder = [.. inFileOrder.Select(movie => _rowOfMovie.Find(movie.MovieId))];
        _genres = [.. _movies.SelectMany(movie => movie.Genres).Distinct().Order(StringComparer.Ordinal)];
        _genreIndexes = [.. _movies.Select(IndexGenres)];
        List<int>[] rowsOfGenre = [.. _genres.Select(_ => new List<int>())];
        foreach (int row in FileOrder)
        {
            foreach (byte genre in _genreIndexes[row])
            {
                rowsOfGenre[genre].Add(row);
            }
        }

        for (int genre = 0; genre < _genres.Length; genre++)
        {
            _rowsOfGenre[_genres[genre]] = [.. rowsOfGenre[genre]];
        }
    }

    /// <summary>N.</summary>
    public int Count => _movies.Length;

    /// <summary>All genres that occur, in ordinal order.</summary>
    public IReadOnlyList<string> Genres => _genres;

    /// <summary>Rows in the order of the file.</summary>
    public IReadOnlyList<int> FileOrder { get; }

    public Movie this[int movieRow] => _movies[movieRow];

    /// <summary>Row of a movie, or -1 for an unknown id.</summary>
    public int FindRow(int movieId) => _rowOfMovie.Find(movieId);

    /// <summary>Position in <see cref="Genres"/> of a genre, its name in any case; -1 for an unknown one.</summary>
    public int FindGenre(string genre) => Array.FindIndex(_genres, known => known.Equals(genre, StringComparison.OrdinalIgnoreCase));

    /// <summary>Positions in <see cref="Genres"/> of the genres of the movie at a row.</summary>
    public ReadOnlySpan<byte> GenreIndexes(int movieRow) => _genreIndexes[movieRow];

    /// <summary>Rows of a genre's movies in file order; empty for an unknown genre. The name may be in any case.</summary>
    public ReadOnlySpan<int> RowsOfGenre(string genre) => _rowsOfGenre.TryGetValue(genre, out int[]? rows) ? rows : [];

    private byte[] IndexGenres(Movie movie) =>
        [.. movie.Genres.Select(genre => (byte)(_genres).AsSpan().BinarySearch(genre, StringComparer.Ordinal))];
}
