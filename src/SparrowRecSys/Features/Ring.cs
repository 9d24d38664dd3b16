namespace SparrowRecSys.Features;

/// <summary>The last C values added, read from the newest. Grows to C and then overwrites the oldest. Not thread-safe.</summary>
/// <param name="capacity">C.</param>
internal sealed class Ring<T>(int capacity)
    where T : struct
{
    private T[] _values = [];
    private int _next;

    /// <summary>Values held, at most C.</summary>
    public int Count { get; private set; }

    /// <summary>A value held; 0 is the newest, <see cref="Count"/> - 1 the oldest.</summary>
    public T FromNewest(int back)
    {
        int position = _next - 1 - back;
        return _values[position < 0 ? position + _values.Length : position];
    }

    public void Add(T value)
    {
        if (Count == _values.Length && Count < capacity)
        {
            // Until it is full the oldest value stands first, so a larger array takes the values as they are.
            Array.Resize(ref _values, Math.Min(capacity, Math.Max(8, 2 * Count)));
            _next = Count;
        }

        _values[_next] = value;
        _next = _next + 1 == _values.Length ? 0 : _next + 1;
        Count = Math.Min(Count + 1, _values.Length);
    }
}
