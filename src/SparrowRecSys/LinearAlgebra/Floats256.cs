using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparrowRecSys.LinearAlgebra;

/// <summary>8 floats.</summary>
internal readonly struct Floats256(Vector256<float> value) : IFloatVector<Floats256>
{
    private readonly Vector256<float> _value = value;

    public static int Count => Vector256<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 Broadcast(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 Load(ref readonly float start, nuint offset) => new(Vector256.LoadUnsafe(in start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 MultiplyAdd(Floats256 x, Floats256 y, Floats256 sum) => new(Vector256.FusedMultiplyAdd(x._value, y._value, sum._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Floats256 value, ref float start, nuint offset) => value._value.StoreUnsafe(ref start, offset);
}
