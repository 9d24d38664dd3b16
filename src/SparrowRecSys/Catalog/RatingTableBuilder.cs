namespace SparrowRecSys.Catalog;

/// <summary>Collects ratings in file order and sorts them into a <see cref="RatingTable"/> in O(R). Not thread-safe.</summary>
/// <param name="movieCount">N, rows of the catalog.</param>
/// <param name="capacity">Expected number of ratings; the columns grow beyond it.</param>
public sealed class RatingTableBuilder(int movieCount, int capacity = 1024)
{
    private int[] _userIds = new int[capacity];
    private int[] _movieRows = new int[capacity];
    private byte[] _halfStars = new byte[capacity];
    private uint[] _timestamps = new uint[capacity];
    private int _count;

    public int Count => _count;

    /// <summary>Adds the next rating of the file. The caller has checked the values.</summary>
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

    /// <summary>Builds the table. The builder must not be used afterwards.</summary>
    public RatingTable Build()
    {
        int[] userIds = DistinctSorted(_userIds.AsSpan(0, _count));
        var rowOfUser = new IdIndex(userIds);
        int[] userRowInFileOrder = new int[_count];
        for (int i = 0; i < _count; i++)
        {
            userRowInFileOrder[i] = rowOfUser.Find(_userIds[i]);
        }

        (int[] userStarts, int[] positions) = CountingSort(userRowInFileOrder, userIds.Length);
        (int[] movieStarts, int[] byMovie) = CountingSort(_movieRows.AsSpan(0, _count), movieCount);

        // byMovie holds file positions; the table wants positions in its own, user-major order.
        int[] tablePosition = new int[_count];
        for (int i = 0; i < positions.Length; i++)
        {
            tablePosition[positions[i]] = i;
        }

        for (int i = 0; i < byMovie.Length; i++)
        {
            byMovie[i] = tablePosition[byMovie[i]];
        }

        return new RatingTable(
            userIds, userStarts, Permute(userRowInFileOrder, positions), Permute(_movieRows, positions),
            Permute(_halfStars, positions), Permute(_timestamps, positions), movieStarts, byMovie);
    }

    private void Grow()
    {
        int size = Math.Max(1024, _count * 2);
        Array.Resize(ref _userIds, size);
        Array.Resize(ref _movieRows, size);
        Array.Resize(ref _halfStars, size);
        Array.Resize(ref _timestamps, size);
    }

    private static int[] DistinctSorted(ReadOnlySpan<int> ids)
    {
        // MovieLens files are grouped by user: comparing with the last id skips nearly all of the set's work.
        var distinct = new HashSet<int>();
        int last = -1;
        foreach (int id in ids)
        {
            if (id != last)
            {
                distinct.Add(id);
                last = id;
            }
        }

        int[] sorted = [.. distinct];
        Array.Sort(sorted);
        return sorted;
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

    private static T[] Permute<T>(T[] values, int[] positions)
    {
        T[] permuted = new T[positions.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            permuted[i] = values[positions[i]];
        }

        return permuted;
    }
}
