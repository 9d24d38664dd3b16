namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>
/// Draws items in proportion to count^0.75 (Mikolov et al. 2013) in constant time by the alias method (Walker 1977, Vose 1991). 8 bytes an
/// item, so the table of a small catalog stays in the first-level cache. Immutable, thread-safe.
/// </summary>
internal sealed class NegativeTable
{
    private const double Power = 0.75;

    private readonly Slot[] _slots; // (N)

    /// <param name="counts">(N) occurrences, each at least 1.</param>
    public NegativeTable(ReadOnlySpan<int> counts)
    {
        double[] weights = [.. counts.ToArray().Select(count => Math.Pow(count, Power))];
        double scale = weights.Length / weights.Sum();
        _slots = new Slot[weights.Length];
        var small = new Stack<int>();
        var large = new Stack<int>();
        for (int item = 0; item < weights.Length; item++)
        {
            weights[item] *= scale; // 1 = exactly one slot's worth
            _slots[item] = new Slot(uint.MaxValue, item);
            (weights[item] < 1 ? small : large).Push(item);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            int filled = small.Pop();
            int giver = large.Pop();
            _slots[filled] = new Slot((uint)(weights[filled] * uint.MaxValue), giver);
            weights[giver] -= 1 - weights[filled];
            (weights[giver] < 1 ? small : large).Push(giver);
        }
    }

    public int Draw(ref FastRandom random)
    {
        ulong bits = random.Next();
        int item = (int)(((bits >> 32) * (ulong)_slots.Length) >> 32);
        Slot slot = _slots[item];
        return (uint)bits <= slot.Threshold ? item : slot.Alias;
    }

    private readonly record struct Slot(uint Threshold, int Alias);
}
