using System.Collections.Concurrent;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Features;

/// <summary>
/// Current state of every user and every movie: the loaded ratings plus those recorded since. Readers take no lock; writers take turns.
/// </summary>
public sealed class FeatureStore
{
    private readonly DataSet _data;
    private readonly Lock _writing = new();
    private readonly UserState?[] _knownUsers; // by user row of the table; folded on first use
    private readonly MovieStatistics[] _movies; // by movie row
    private readonly ConcurrentDictionary<int, UserState> _newUsers = new();
    private readonly ConcurrentDictionary<int, Rating[]> _recorded = new(); // by movie row, in order of arrival, one a user
    private int _recordedCount;
    private uint _moment;

    public FeatureStore(DataSet data)
    {
        _data = data;
        _knownUsers = new UserState?[data.Ratings.UserCount];
        _movies = CountMovies(data);
        foreach (uint timestamp in data.Ratings.Timestamps)
        {
            _moment = Math.Max(_moment, timestamp);
        }
    }

    /// <summary>
    /// The moment as of which features are read, seconds since 1970-01-01 UTC: the time of the newest rating. By the clock of the events and
    /// not of the wall, old data look to a model as they did when it was trained.
    /// </summary>
    public uint Moment => Volatile.Read(ref _moment);

    public MovieCatalog Movies => _data.Movies;

    /// <summary>Statistics of the movie at a catalog row, the latest recorded rating included.</summary>
    public MovieStatistics OfMovie(int movieRow) => Volatile.Read(ref _movies[movieRow]);

    /// <summary>State of a user; an unknown id gives the state of a new user, never null.</summary>
    public UserState OfUser(int userId)
    {
        int row = _data.Ratings.FindUserRow(userId);
        if (row < 0)
        {
            return _newUsers.TryGetValue(userId, out UserState? state) ? state : UserState.Fold(userId, RatingSlice.Empty, Movies);
        }

        // Two threads may fold the same user at once; both get the same state, and no recorded rating is overwritten.
        return Volatile.Read(ref _knownUsers[row])
            ?? Interlocked.CompareExchange(ref _knownUsers[row], UserState.Fold(userId, _data.Ratings.OfUser(row), Movies), null)
            ?? _knownUsers[row]!; // CompareExchange has just set it
    }

    /// <summary>Ratings recorded since the data were loaded; whoever keeps something computed from states can tell by it that it is stale.</summary>
    public int RecordedCount => Volatile.Read(ref _recordedCount);

    /// <summary>Number of a user's ratings, without folding them into a state; 0 for an unknown user.</summary>
    public int RatingCountOf(int userId)
    {
        int row = _data.Ratings.FindUserRow(userId);
        return row >= 0 ? Volatile.Read(ref _knownUsers[row])?.Ratings.Count ?? _data.Ratings.OfUser(row).Count
            : _newUsers.TryGetValue(userId, out UserState? state) ? state.Ratings.Count
            : 0;
    }

    /// <summary>Ids of all users with at least one rating: those of the data, ascending, then those that came since.</summary>
    public IEnumerable<int> UserIds => _data.Ratings.UserIds.ToArray().Concat(_newUsers.Keys.Order());

    /// <summary>Ratings of the movie at a catalog row in file order, then those recorded since; at most one a user. Allocates the result.</summary>
    public Rating[] RatingsOfMovie(int movieRow)
    {
        Rating[] recorded = _recorded.GetValueOrDefault(movieRow, []);
        ReadOnlySpan<int> positions = _data.Ratings.PositionsOfMovie(movieRow);
        var ratings = new List<Rating>(positions.Length + recorded.Length);
        foreach (int position in positions)
        {
            int userId = _data.Ratings.UserIds[_data.Ratings.UserRows[position]];
            if (!Array.Exists(recorded, rating => rating.UserId == userId))
            {
                float score = _data.Ratings.HalfStars[position] / 2f;
                ratings.Add(new Rating(userId, Movies[movieRow].MovieId, score, _data.Ratings.Timestamps[position]));
            }
        }

        return [.. ratings, .. recorded];
    }

    /// <summary>Whether the user has at least one rating.</summary>
    public bool Knows(int userId) => _data.Ratings.FindUserRow(userId) >= 0 || _newUsers.ContainsKey(userId);

    /// <summary>Records a rating: the next read of the user and of the movie sees it. A second rating of the same movie replaces the first.</summary>
    /// <exception cref="ArgumentException">The movie is unknown, or the score is not 0.5 to 5 in half steps.</exception>
    public void Record(Rating rating)
    {
        int movieRow = Movies.FindRow(rating.MovieId);
        float halfStars = rating.Score * 2;
        if (movieRow < 0 || halfStars is < 1 or > 10 || halfStars != MathF.Truncate(halfStars))
        {
            throw new ArgumentException($"Expected a known movie and a score of 0.5 to 5 in half steps, got {rating}.", nameof(rating));
        }

        lock (_writing)
        {
            UserState before = OfUser(rating.UserId);
            int at = before.Ratings.MovieRows.IndexOf(movieRow);
            byte replaced = at < 0 ? (byte)0 : before.Ratings.HalfStars[at];
            RatingSlice ratings = Append(before.Ratings, at, movieRow, (byte)halfStars, (uint)rating.Timestamp);
            Publish(UserState.Fold(rating.UserId, ratings, Movies));
            Volatile.Write(ref _movies[movieRow], _movies[movieRow].With((byte)halfStars, (uint)rating.Timestamp, replaced));
            Rating[] others = Array.FindAll(_recorded.GetValueOrDefault(movieRow, []), other => other.UserId != rating.UserId);
            _recorded[movieRow] = [.. others, rating];
            Volatile.Write(ref _moment, Math.Max(_moment, (uint)rating.Timestamp));
            Volatile.Write(ref _recordedCount, _recordedCount + 1);
        }
    }

    private void Publish(UserState state)
    {
        int row = _data.Ratings.FindUserRow(state.UserId);
        if (row < 0)
        {
            _newUsers[state.UserId] = state;
        }
        else
        {
            Volatile.Write(ref _knownUsers[row], state);
        }
    }

    private static RatingSlice Append(RatingSlice ratings, int without, int movieRow, byte halfStars, uint timestamp)
    {
        List<int> rows = [.. ratings.MovieRows];
        List<byte> scores = [.. ratings.HalfStars];
        List<uint> times = [.. ratings.Timestamps];
        if (without >= 0)
        {
            rows.RemoveAt(without);
            scores.RemoveAt(without);
            times.RemoveAt(without);
        }

        return new RatingSlice([.. rows, movieRow], [.. scores, halfStars], [.. times, timestamp], 0, rows.Count + 1);
    }

    private static MovieStatistics[] CountMovies(DataSet data)
    {
        var movies = new MovieStatistics[data.Movies.Count];
        for (int row = 0; row < movies.Length; row++)
        {
            movies[row] = MovieStatistics.Of(data.Ratings, row);
        }

        return movies;
    }
}
