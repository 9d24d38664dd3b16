using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>16 floats in one 512-bit register.</summary>
internal readonly struct Row512(Vector512<float> values) : IRegisterRow<Row512>
{
    private readonly Vector512<float> _values = values;

    public static int Length => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row512 Load(ReadOnlySpan<float> source) => new(Vector512.Create(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<float> target) => _values.CopyTo(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row512 Add(Row512 left, Row512 right) => new(left._values + right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row512 Multiply(Row512 left, Row512 right) => new(left._values * right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row512 MultiplyAdd(Row512 row, float factor, Row512 addend) =>
        new(Vector512.MultiplyAddEstimate(row._values, Vector512.Create(factor), addend._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Sum() => Vector512.Sum(_values);
}

/// <summary>8 floats in one 256-bit register.</summary>
internal readonly struct Row256(Vector256<float> values) : IRegisterRow<Row256>
{
    private readonly Vector256<float> _values = values;

    public static int Length => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row256 Load(ReadOnlySpan<float> source) => new(Vector256.Create(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<float> target) => _values.CopyTo(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row256 Add(Row256 left, Row256 right) => new(left._values + right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row256 Multiply(Row256 left, Row256 right) => new(left._values * right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row256 MultiplyAdd(Row256 row, float factor, Row256 addend) =>
        new(Vector256.MultiplyAddEstimate(row._values, Vector256.Create(factor), addend._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Sum() => Vector256.Sum(_values);
}

/// <summary>4 floats in one 128-bit register; in software where the hardware has none.</summary>
internal readonly struct Row128(Vector128<float> values) : IRegisterRow<Row128>
{
    private readonly Vector128<float> _values = values;

    public static int Length => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row128 Load(ReadOnlySpan<float> source) => new(Vector128.Create(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<float> target) => _values.CopyTo(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row128 Add(Row128 left, Row128 right) => new(left._values + right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row128 Multiply(Row128 left, Row128 right) => new(left._values * right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row128 MultiplyAdd(Row128 row, float factor, Row128 addend) =>
        new(Vector128.MultiplyAddEstimate(row._values, Vector128.Create(factor), addend._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Sum() => Vector128.Sum(_values);
}

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
