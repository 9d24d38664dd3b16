namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>
/// A whole row of a matrix in vector registers. The implementations differ in width only, and the compiler makes code of its own for each, so
/// that a row is read from memory once and written once.
/// </summary>
internal interface IRegisterRow<TSelf>
    where TSelf : struct, IRegisterRow<TSelf>
{
    /// <summary>Floats in the row.</summary>
    static abstract int Length { get; }

    /// <param name="source">At least <see cref="Length"/> long.</param>
    static abstract TSelf Load(ReadOnlySpan<float> source);

    void Store(Span<float> target);

    static abstract TSelf Add(TSelf left, TSelf right);

    static abstract TSelf Multiply(TSelf left, TSelf right);

    /// <summary>row · factor + addend.</summary>
    static abstract TSelf MultiplyAdd(TSelf row, float factor, TSelf addend);

    /// <summary>Sum of the floats.</summary>
    float Sum();
}
