using System.Runtime.CompilerServices;

namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>A row twice as long as its halves; pairs of pairs make longer ones.</summary>
internal readonly struct RowPair<THalf>(THalf low, THalf high) : IRegisterRow<RowPair<THalf>>
    where THalf : struct, IRegisterRow<THalf>
{
    private readonly THalf _low = low;
    private readonly THalf _high = high;

    public static int Length => 2 * THalf.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowPair<THalf> Load(ReadOnlySpan<float> source) => new(THalf.Load(source), THalf.Load(source[THalf.Length..]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<float> target)
    {
        _low.Store(target);
        _high.Store(target[THalf.Length..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowPair<THalf> Add(RowPair<THalf> left, RowPair<THalf> right) =>
        new(THalf.Add(left._low, right._low), THalf.Add(left._high, right._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowPair<THalf> Multiply(RowPair<THalf> left, RowPair<THalf> right) =>
        new(THalf.Multiply(left._low, right._low), THalf.Multiply(left._high, right._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowPair<THalf> MultiplyAdd(RowPair<THalf> row, float factor, RowPair<THalf> addend) =>
        new(THalf.MultiplyAdd(row._low, factor, addend._low), THalf.MultiplyAdd(row._high, factor, addend._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Sum() => THalf.Add(_low, _high).Sum();
}
