using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparrowRecSys.Offline.Item2Vec;

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
