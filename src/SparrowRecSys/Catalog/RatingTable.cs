namespace SparrowRecSys.Catalog;

/// <summary>
/// All loaded ratings, columnar: 17 bytes a rating, readable by user and by movie without a copy. Immutable, thread-safe.
/// </summary>
/// <remarks>
/// Ratings lie user after user (users in ascending id), within a user in file order. By movie there is an index of positions, in
/// file order. The table is built by <see cref="RatingTableBuilder"/>.
/// </remarks>
public sealed class RatingTable
{
    private readonly int[] _userIds; // (U), ascending
    private readonly int[] _userStarts; // (U + 1)
    private readonly int[] _userRows; // (R)
    private readonly int[] _movieRows; // (R)
    private readonly byte[] _halfStars; // (R)
    private readonly uint[] _timestamps; // (R)
    private readonly int[] _movieStarts; // (N + 1)
    private readonly int[] _positionsByMovie; // (R)
    private readonly IdIndex _rowOfUser;

    internal RatingTable(
        int[] userIds, int[] userStarts, int[] userRows, int[] movieRows, byte[] halfStars, uint[] timestamps,
        int[] movieStarts, int[] positionsByMovie)
    {
        (_userIds, _userStarts, _userRows) = (userIds, userStarts, userRows);
        (_movieRows, _halfStars, _timestamps) = (movieRows, halfStars, timestamps);
        (_movieStarts, _positionsByMovie) = (movieStarts, positionsByMovie);
        _rowOfUser = new IdIndex(userIds);
    }

    /// <summary>R, the number of ratings.</summary>
    public int Count => _movieRows.Length;

    /// <summary>U, the number of users with at least one rating.</summary>
    public int UserCount => _userIds.Length;

    /// <summary>N, the number of movies of the catalog the table was built for.</summary>
    public int MovieCount => _movieStarts.Length - 1;

    /// <summary>The users' ids, ascending; the position is the user row.</summary>
    public ReadOnlySpan<int> UserIds => _userIds;

    /// <summary>Movie row of each rating, user after user.</summary>
    public ReadOnlySpan<int> MovieRows => _movieRows;

    /// <summary>User row of each rating.</summary>
    public ReadOnlySpan<int> UserRows => _userRows;

    /// <summary>Stars × 2 of each rating.</summary>
    public ReadOnlySpan<byte> HalfStars => _halfStars;

    /// <summary>Seconds since 1970-01-01 UTC of each rating.</summary>
    public ReadOnlySpan<uint> Timestamps => _timestamps;

    /// <summary>The ratings of at least so many half stars, in the same order. This table, when all are. Users without any are not in it.</summary>
    public RatingTable AtLeast(byte halfStars)
    {
        if (Array.TrueForAll(_halfStars, score => score >= halfStars))
        {
            return this;
        }

        var kept = new RatingTableBuilder(MovieCount, Count);
        for (int i = 0; i < Count; i++)
        {
            if (_halfStars[i] >= halfStars)
            {
                kept.Add(_userIds[_userRows[i]], _movieRows[i], _halfStars[i], _timestamps[i]);
            }
        }

        return kept.Build();
    }

    /// <summary>Row of a user, or -1 for an unknown one.</summary>
    public int FindUserRow(int userId) => _rowOfUser.Find(userId);

    /// <summary>Ratings of the user at a row, in file order.</summary>
    public RatingSlice OfUser(int userRow) =>
        new(_movieRows, _halfStars, _timestamps, _userStarts[userRow], _userStarts[userRow + 1] - _userStarts[userRow]);

    /// <summary>Positions (into the columns above) of a movie's ratings, in file order.</summary>
    public ReadOnlySpan<int> PositionsOfMovie(int movieRow) =>
        _positionsByMovie.AsSpan(_movieStarts[movieRow].._movieStarts[movieRow + 1]);
}
