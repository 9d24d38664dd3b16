using System.Runtime.CompilerServices;

namespace SparrowRecSys.Catalog;

/// <summary>Collects ratings in file order and sorts them into a <see cref="RatingTable"/> in O(R) where they come user by user, else O(R log R). Not thread-safe.</summary>
/// <param name="movieCount">N, rows of the catalog.</param>
/// <param name="capacity">Expected number of ratings; the columns grow beyond it.</param>
public sealed class RatingTableBuilder(int movieCount, int capacity = 1024)
{
    private int[] _userIds = new int[capacity];
    private int[] _movieRows = new int[capacity];
    private byte[] _halfStars = new byte[capacity];
    private uint[] _timestamps = new uint[capacity];
    private readonly List<SupersededRating> _superseded = [];
    private int _count;

    public int Count => _count;

    /// <summary>Adds the next rating of the file. The caller has checked the values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int userId, int movieRow, byte halfStars, uint timestamp)
    {
        if (_count == _userIds.Length)
        {
            Grow();
        }

        _userIds[_count] = userId;
        _movieRows[_count] = movieRow;
        _halfStars[_count] = halfStars;
        _timestamps[_count] = timestamp;
        _count++;
    }

    /// <summary>Ratings that <see cref="Build"/> left out, because the same user rated the same movie again further on.</summary>
    public IReadOnlyList<SupersededRating> Superseded => _superseded;

    /// <summary>
    /// Builds the table. Of several ratings of a movie by a user the last added stays, as when the running server records them; see
    /// <see cref="Superseded"/>. The builder must not be used afterwards.
    /// </summary>
    /// <remarks>Ratings that were added user by user, as MovieLens has them, are not moved: the columns become those of the table.</remarks>
    public RatingTable Build()
    {
        int[]? order = OrderByUser();
        if (FindSuperseded(order))
        {
            LeaveOutSuperseded();
            order = OrderByUser();
        }

        (int[] movieStarts, int[] positionsByMovie) = CountingSort(_movieRows.AsSpan(0, _count), movieCount);
        (int[] userIds, int[] userStarts) = DistinctUsers(order);
        if (order is not null)
        {
            Rename(positionsByMovie, order);
        }

        return new RatingTable(
            userIds, userStarts, ToUserRows(userStarts), Arrange(ref _movieRows, order), Arrange(ref _halfStars, order),
            Arrange(ref _timestamps, order), movieStarts, positionsByMovie);
    }

    private void Grow()
    {
        int size = Math.Max(1024, _count * 2);
        Array.Resize(ref _userIds, size);
        Array.Resize(ref _movieRows, size);
        Array.Resize(ref _halfStars, size);
        Array.Resize(ref _timestamps, size);
    }

    /// <summary>Positions in order of user, equal users in order of adding, or <see langword="null"/> where they were added so.</summary>
    private int[]? OrderByUser()
    {
        ReadOnlySpan<int> users = _userIds.AsSpan(0, _count);
        int at = 1;
        while (at < users.Length && users[at - 1] <= users[at])
        {
            at++;
        }

        if (at >= users.Length)
        {
            return null;
        }

        long[] keys = new long[_count]; // the user above, the position below
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = ((long)users[i] << 32) | (uint)i;
        }

        Array.Sort(keys);
        return Array.ConvertAll(keys, key => (int)key);
    }

    private bool FindSuperseded(int[]? order)
    {
        int[] lastOfMovie = new int[movieCount]; // latest position seen + 1
        for (int i = 0; i < _count; i++)
        {
            int position = order is null ? i : order[i];
            int movieRow = _movieRows[position];
            int earlier = lastOfMovie[movieRow] - 1;
            if (earlier >= 0 && _userIds[earlier] == _userIds[position])
            {
                _superseded.Add(new SupersededRating(
                    earlier, position, _userIds[earlier], movieRow, _halfStars[earlier], _timestamps[earlier]));
            }

            lastOfMovie[movieRow] = position + 1;
        }

        return _superseded.Count > 0;
    }

    private void LeaveOutSuperseded()
    {
        bool[] isLeftOut = new bool[_count];
        foreach (SupersededRating rating in _superseded)
        {
            isLeftOut[rating.Position] = true;
        }

        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            if (!isLeftOut[i])
            {
                (_userIds[kept], _movieRows[kept]) = (_userIds[i], _movieRows[i]);
                (_halfStars[kept], _timestamps[kept]) = (_halfStars[i], _timestamps[i]);
                kept++;
            }
        }

        _count = kept;
    }

    /// <summary>Ids of the users, ascending, and where the ratings of each start in order of user; one more start for the end.</summary>
    private (int[] Ids, int[] Starts) DistinctUsers(int[]? order)
    {
        var ids = new List<int>();
        var starts = new List<int>();
        for (int i = 0; i < _count; i++)
        {
            int userId = _userIds[order is null ? i : order[i]];
            if (ids.Count == 0 || ids[^1] != userId)
            {
                ids.Add(userId);
                starts.Add(i);
            }
        }

        return ([.. ids], [.. starts, _count]);
    }

    /// <summary>User row of each rating in order of user, written over the user ids, which nobody needs any more.</summary>
    private int[] ToUserRows(int[] userStarts)
    {
        int[] rows = Arrange(ref _userIds, order: null);
        for (int row = 0; row + 1 < userStarts.Length; row++)
        {
            rows.AsSpan(userStarts[row]..userStarts[row + 1]).Fill(row);
        }

        return rows;
    }

    /// <summary>Turns positions of adding into positions in order of user.</summary>
    private static void Rename(int[] positions, int[] order)
    {
        int[] positionInOrder = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            positionInOrder[order[i]] = i;
        }

        for (int i = 0; i < positions.Length; i++)
        {
            positions[i] = positionInOrder[positions[i]];
        }
    }

    /// <summary>Stable counting sort: starts of each key, and the input positions in order of key.</summary>
    private static (int[] Starts, int[] Positions) CountingSort(ReadOnlySpan<int> keys, int keyCount)
    {
        int[] starts = new int[keyCount + 1];
        foreach (int key in keys)
        {
            starts[key + 1]++;
        }

        for (int key = 0; key < keyCount; key++)
        {
            starts[key + 1] += starts[key];
        }

        int[] next = starts[..keyCount];
        int[] positions = new int[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            positions[next[keys[i]]++] = i;
        }

        return (starts, positions);
    }

    /// <summary>The column in its final order and length; lets go of the one of the builder, so that only one column is there twice.</summary>
    private T[] Arrange<T>(ref T[] column, int[]? order)
    {
        T[] values = column;
        column = [];
        if (order is null)
        {
            Array.Resize(ref values, _count);
            return values;
        }

        T[] arranged = new T[_count];
        for (int i = 0; i < arranged.Length; i++)
        {
            arranged[i] = values[order[i]];
        }

        return arranged;
    }
}
