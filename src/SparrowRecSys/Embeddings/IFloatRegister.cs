using System.Runtime.Intrinsics;

namespace SparrowRecSys.Embeddings;

/// <summary>A register of some width full of floats, so that one kernel is written once and compiled for each width that hardware has.</summary>
internal interface IFloatRegister<TSelf>
    where TSelf : struct, IFloatRegister<TSelf>
{
    /// <summary>Floats in a register.</summary>
    static abstract int Count { get; }

    /// <summary>The floats from element <paramref name="at"/> after <paramref name="start"/> on. Not checked.</summary>
    static abstract TSelf Load(ref float start, nuint at);

    /// <summary>x · y + sum, element by element.</summary>
    static abstract TSelf MultiplyAdd(TSelf x, TSelf y, TSelf sum);

    /// <summary>The sums of the elements of four registers.</summary>
    static abstract Vector128<float> SumOfEach(TSelf a, TSelf b, TSelf c, TSelf d);
}
