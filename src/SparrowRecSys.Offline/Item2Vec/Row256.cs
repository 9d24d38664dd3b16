using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparrowRecSys.Offline.Item2Vec;

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
