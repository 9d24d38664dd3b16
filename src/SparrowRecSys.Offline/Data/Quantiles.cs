namespace SparrowRecSys.Offline.Data;

/// <summary>Spread of a list of counts, by nearest rank: the value at share p is the ⌈p·n⌉-th smallest. All 0 for an empty list.</summary>
internal sealed record Quantiles(int Min, int P25, int Median, int P75, int P90, int P99, int Max, double Mean)
{
    /// <param name="ascending">Smallest first.</param>
    public static Quantiles Of(IReadOnlyList<int> ascending)
    {
        return ascending.Count == 0
            ? new Quantiles(0, 0, 0, 0, 0, 0, 0, 0)
            : new Quantiles(ascending[0], At(25), At(50), At(75), At(90), At(99), ascending[^1], ascending.Average());

        int At(int percent) => ascending[(int)Math.Max(0, (((long)percent * ascending.Count) + 99) / 100 - 1)];
    }
}
