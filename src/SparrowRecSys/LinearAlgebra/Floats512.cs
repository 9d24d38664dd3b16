using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparrowRecSys.LinearAlgebra;

/// <summary>16 floats.</summary>
internal readonly struct Floats512(Vector512<float> value) : IFloatVector<Floats512>
{
    private readonly Vector512<float> _value = value;

    public static int Count => Vector512<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 Broadcast(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 Load(ref readonly float start, nuint offset) => new(Vector512.LoadUnsafe(in start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 MultiplyAdd(Floats512 x, Floats512 y, Floats512 sum) => new(Vector512.FusedMultiplyAdd(x._value, y._value, sum._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Floats512 value, ref float start, nuint offset) => value._value.StoreUnsafe(ref start, offset);
}
