using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparrowRecSys.LinearAlgebra;

/// <summary>4 floats.</summary>
internal readonly struct Floats128(Vector128<float> value) : IFloatVector<Floats128>
{
    private readonly Vector128<float> _value = value;

    public static int Count => Vector128<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 Broadcast(float value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 Load(ref readonly float start, nuint offset) => new(Vector128.LoadUnsafe(in start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 MultiplyAdd(Floats128 x, Floats128 y, Floats128 sum) => new(Vector128.FusedMultiplyAdd(x._value, y._value, sum._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Floats128 value, ref float start, nuint offset) => value._value.StoreUnsafe(ref start, offset);
}
