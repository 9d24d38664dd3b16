using SparrowRecSys.Catalog;

namespace SparrowRecSys.Features;

/// <summary>
/// The ids that a model knows. The position of an id is its row: 0 to n-1; row n stands for all unknown ids; -1 for nothing at all.
/// Immutable, thread-safe.
/// </summary>
public sealed class FeatureVocabularies
{
    /// <summary>In an id column: there is nothing here, such as a fourth film in a history of three.</summary>
    public const int Nothing = -1;

    private readonly IdIndex _users;
    private readonly IdIndex _movies;
    private readonly Dictionary<string, int> _genres;

    /// <exception cref="ArgumentException">An id or a genre appears twice.</exception>
    public FeatureVocabularies(IReadOnlyList<int> userIds, IReadOnlyList<int> movieIds, IReadOnlyList<string> genres)
    {
        (UserIds, MovieIds, Genres) = (userIds, movieIds, genres);
        _users = new IdIndex([.. userIds]);
        _movies = new IdIndex([.. movieIds]);
        _genres = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < genres.Count; i++)
        {
            _genres.Add(genres[i], i);
        }
    }

    public IReadOnlyList<int> UserIds { get; }

    public IReadOnlyList<int> MovieIds { get; }

    public IReadOnlyList<string> Genres { get; }

    /// <summary>Rows of the vocabulary of a kind of id, the unknown row included: the rows of its embedding.</summary>
    /// <exception cref="ArgumentException">The kind is not one of ids.</exception>
    public int RowCount(FeatureKind kind) => 1 + kind switch
    {
        FeatureKind.UserId => UserIds.Count,
        FeatureKind.MovieId => MovieIds.Count,
        FeatureKind.Genre => Genres.Count,
        _ => throw new ArgumentException($"Expected a kind of ids, got {kind}.", nameof(kind)),
    };

    /// <summary>Whether the model has seen the user.</summary>
    public bool KnowsUser(int userId) => _users.Find(userId) >= 0;

    /// <summary>Whether the model has seen the movie.</summary>
    public bool KnowsMovie(int movieId) => _movies.Find(movieId) >= 0;

    public int RowOfUser(int userId) => _users.Find(userId) is >= 0 and int row ? row : UserIds.Count;

    public int RowOfMovie(int movieId) => _movies.Find(movieId) is >= 0 and int row ? row : MovieIds.Count;

    public int RowOfGenre(string genre) => _genres.TryGetValue(genre, out int row) ? row : Genres.Count;
}
