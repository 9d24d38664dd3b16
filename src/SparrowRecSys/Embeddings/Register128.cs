using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparrowRecSys.Embeddings;

/// <summary>4 floats: SSE, and Neon on ARM.</summary>
internal readonly struct Register128(Vector128<float> values) : IFloatRegister<Register128>
{
    private readonly Vector128<float> _values = values;

    public static int Count => Vector128<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128 Load(ref float start, nuint at) => new(Vector128.LoadUnsafe(ref start, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128 MultiplyAdd(Register128 x, Register128 y, Register128 sum) => new(Vector128.MultiplyAddEstimate(x._values, y._values, sum._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SumOfEach(Register128 a, Register128 b, Register128 c, Register128 d) => Vector128.Create(
        Vector128.Sum(a._values), Vector128.Sum(b._values), Vector128.Sum(c._values), Vector128.Sum(d._values));
}
