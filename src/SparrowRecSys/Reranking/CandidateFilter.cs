using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Reranking;

/// <summary>
/// Removes what a query must not be answered with, and counts why. Made once and used for one query after another:
/// <see cref="Start"/>, <see cref="Keep"/> as often as needed, <see cref="Finish"/>. Not thread-safe.
/// </summary>
public sealed class CandidateFilter(MovieCatalog movies)
{
    private readonly byte[] _marks = new byte[movies.Count]; // by movie row, a RemovalReason: rated, excluded, or removed and counted already
    private readonly List<int> _marked = [];
    private readonly int[] _removed = new int[Enum.GetValues<RemovalReason>().Length];
    private RecommendationQuery _query = new() { Size = 0 };
    private bool _isAnyWelcome; // whether the query asks neither for a genre nor for years
    private int? _genre; // position in the catalog's genres, -1: one that no movie has; null: any

    /// <summary>Different movies removed so far for a reason.</summary>
    public int RemovedCount(RemovalReason reason) => _removed[(int)reason];

    /// <summary>Looks at what the user has rated and what the query asks for.</summary>
    public void Start(UserState user, RecommendationQuery query)
    {
        _query = query;
        _genre = query.Genre is null ? null : movies.FindGenre(query.Genre);
        _isAnyWelcome = query.Genre is null && query.YearFrom is null && query.YearTo is null;
        Array.Clear(_removed);
        foreach (int row in user.Ratings.MovieRows)
        {
            Mark(row, RemovalReason.Rated);
        }

        for (int i = 0; i < query.Exclude.Count; i++)
        {
            if (movies.FindRow(query.Exclude[i]) is var row and >= 0 && _marks[row] == 0)
            {
                Mark(row, RemovalReason.Excluded);
            }
        }
    }

    /// <summary>Moves the candidates that stay to the front, in their order, and returns how many they are.</summary>
    public int Keep(Span<Candidate> candidates)
    {
        int kept = 0;
        byte[] marks = _marks;
        bool isAnyWelcome = _isAnyWelcome;
        for (int i = 0; i < candidates.Length; i++)
        {
            Candidate candidate = candidates[i];
            if ((isAnyWelcome && marks[candidate.MovieRow] == 0) || Allows(candidate.MovieRow))
            {
                candidates[kept++] = candidate;
            }
        }

        return kept;
    }

    /// <summary>Whether the movie at a row may be recommended; counts it when it may not.</summary>
    public bool Allows(int movieRow)
    {
        const byte Counted = 0x80;
        byte mark = _marks[movieRow];
        RemovalReason reason = mark != 0 ? (RemovalReason)(mark & ~Counted) : Mismatch(movieRow);
        if (reason == RemovalReason.None)
        {
            return true;
        }

        if ((mark & Counted) == 0)
        {
            _removed[(int)reason]++;
            Mark(movieRow, (RemovalReason)((byte)reason | Counted));
        }

        return false;
    }

    /// <summary>Forgets the query. O(movies rated and removed).</summary>
    public void Finish()
    {
        foreach (int row in _marked)
        {
            _marks[row] = 0;
        }

        _marked.Clear();
    }

    private void Mark(int movieRow, RemovalReason reason)
    {
        _marks[movieRow] = (byte)reason;
        _marked.Add(movieRow);
    }

    private RemovalReason Mismatch(int movieRow)
    {
        if (_genre is { } genre && (genre < 0 || !movies.GenreIndexes(movieRow).Contains((byte)genre)))
        {
            return RemovalReason.Genre;
        }

        int year = movies[movieRow].ReleaseYear;
        bool isAnyYear = _query.YearFrom is null && _query.YearTo is null;
        return isAnyYear ? RemovalReason.None
            : year == 0 || year < _query.YearFrom || year > _query.YearTo ? RemovalReason.Year
            : RemovalReason.None;
    }
}
