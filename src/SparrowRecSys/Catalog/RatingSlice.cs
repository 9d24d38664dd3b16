namespace SparrowRecSys.Catalog;

/// <summary>
/// One user's ratings as columns: a view into a <see cref="RatingTable"/> or into arrays of its own. Immutable, no allocation.
/// Position i of all spans belongs to one rating. In file order, ratings of the running server last.
/// </summary>
public readonly struct RatingSlice(int[] movieRows, byte[] halfStars, uint[] timestamps, int start, int count)
{
    public int Count => count;

    /// <summary>Catalog rows of the rated movies.</summary>
    public ReadOnlySpan<int> MovieRows => movieRows.AsSpan(start, count);

    /// <summary>Stars × 2, 1 to 10.</summary>
    public ReadOnlySpan<byte> HalfStars => halfStars.AsSpan(start, count);

    /// <summary>Seconds since 1970-01-01 UTC.</summary>
    public ReadOnlySpan<uint> Timestamps => timestamps.AsSpan(start, count);

    public static RatingSlice Empty { get; } = new([], [], [], 0, 0);

    /// <summary>Positions in order of time; equal times keep their file order. O(n log n), allocates the result.</summary>
    public int[] OrderByTime()
    {
        int[] positions = new int[count];
        ulong[] keys = new ulong[count];
        ReadOnlySpan<uint> times = Timestamps;
        for (int i = 0; i < positions.Length; i++)
        {
            positions[i] = i;
            keys[i] = ((ulong)times[i] << 32) | (uint)i;
        }

        Array.Sort(keys, positions);
        return positions;
    }
}
