namespace SparrowRecSys.LinearAlgebra;

/// <summary>A register of floats, so that a kernel is written once for all widths; the JIT leaves nothing of the interface.</summary>
internal interface IFloatVector<TSelf>
    where TSelf : struct, IFloatVector<TSelf>
{
    /// <summary>Floats in a register: 16, 8 or 4.</summary>
    static abstract int Count { get; }

    static abstract TSelf Broadcast(float value);

    static abstract TSelf Load(ref readonly float start, nuint offset);

    /// <summary>x · y + sum.</summary>
    static abstract TSelf MultiplyAdd(TSelf x, TSelf y, TSelf sum);

    static abstract void Store(TSelf value, ref float start, nuint offset);
}
