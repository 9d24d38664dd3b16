using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparrowRecSys.Embeddings;

/// <summary>16 floats: AVX-512. <c>Vector&lt;float&gt;</c> has 8 there.</summary>
internal readonly struct Register512(Vector512<float> values) : IFloatRegister<Register512>
{
    private readonly Vector512<float> _values = values;

    public static int Count => Vector512<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512 Load(ref float start, nuint at) => new(Vector512.LoadUnsafe(ref start, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512 MultiplyAdd(Register512 x, Register512 y, Register512 sum) => new(Vector512.FusedMultiplyAdd(x._values, y._values, sum._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SumOfEach(Register512 a, Register512 b, Register512 c, Register512 d) =>
        Register256.SumOfEach(Halve(a), Halve(b), Halve(c), Halve(d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Register256 Halve(Register512 x) => new(x._values.GetLower() + x._values.GetUpper());
}
