namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>
/// Second-order part of a factorization machine (Rendle 2010, equation 5): Σ_{i&lt;j} ⟨v_i, v_j⟩ = ½ Σ_d ((Σ_i v_id)² − Σ_i v_id²),
/// O(fields · D) instead of O(fields² · D).
/// </summary>
internal static class FmSecondOrder
{
    /// <summary>Fields of the user (U, D) and of the movie (N, D) -> (N, 1). The user's sums are made once a request.</summary>
    public static Value Apply(IReadOnlyList<Value> userFields, IReadOnlyList<Value> movieFields)
    {
        Value sum = SumOf(userFields) + SumOf(movieFields); // (N, D)
        Value squares = SumOf([.. userFields.Select(Square)]) + SumOf([.. movieFields.Select(Square)]); // (N, D)
        return (Square(sum) - squares).Sum(-1, keep: true) * 0.5;
    }

    private static Value SumOf(IReadOnlyList<Value> values) => values.Aggregate((left, right) => left + right);

    private static Value Square(Value value) => value * value;
}
