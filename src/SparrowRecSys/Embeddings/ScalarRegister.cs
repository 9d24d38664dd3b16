using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparrowRecSys.Embeddings;

/// <summary>One float: hardware without vector registers.</summary>
internal readonly struct ScalarRegister(float value) : IFloatRegister<ScalarRegister>
{
    private readonly float _value = value;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarRegister Load(ref float start, nuint at) => new(Unsafe.Add(ref start, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarRegister MultiplyAdd(ScalarRegister x, ScalarRegister y, ScalarRegister sum) => new((x._value * y._value) + sum._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SumOfEach(ScalarRegister a, ScalarRegister b, ScalarRegister c, ScalarRegister d) =>
        Vector128.Create(a._value, b._value, c._value, d._value);
}
