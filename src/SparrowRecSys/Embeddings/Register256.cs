using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparrowRecSys.Embeddings;

/// <summary>8 floats: AVX.</summary>
internal readonly struct Register256(Vector256<float> values) : IFloatRegister<Register256>
{
    private readonly Vector256<float> _values = values;

    public static int Count => Vector256<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256 Load(ref float start, nuint at) => new(Vector256.LoadUnsafe(ref start, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256 MultiplyAdd(Register256 x, Register256 y, Register256 sum) => new(Vector256.FusedMultiplyAdd(x._values, y._values, sum._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SumOfEach(Register256 a, Register256 b, Register256 c, Register256 d)
    {
        if (Avx.IsSupported)
        {
            // Three additions across registers for four sums, where each sum alone takes as many.
            Vector256<float> sums = Avx.HorizontalAdd(Avx.HorizontalAdd(a._values, b._values), Avx.HorizontalAdd(c._values, d._values));
            return sums.GetLower() + sums.GetUpper();
        }

        return Register128.SumOfEach(Halve(a), Halve(b), Halve(c), Halve(d));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Register128 Halve(Register256 x) => new(x._values.GetLower() + x._values.GetUpper());
}
