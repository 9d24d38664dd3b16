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
