namespace SparrowRecSys.Retrieval;

/// <summary>
/// The objective whose minimum over x is a user's factors, the movies' factors y being fixed (Rendle et al. 2021, "iALS++"):
/// Σ over the history (target − b − x·y)² + UnobservedWeight · Σ over all movies (b + x·y)² + λ |x|², with
/// λ = Regularization · (|history| + UnobservedWeight · N).
/// </summary>
/// <param name="UnobservedWeight">Weight of the belief that the user likes nothing; 0 fits the history only.</param>
/// <param name="Regularization">At least 0; above 0 where <paramref name="UnobservedWeight"/> is 0.</param>
/// <param name="Target">What a movie of the history should score.</param>
/// <param name="MeanStars">Where stars are predicted: the mean of all ratings, and a movie should score its stars less this. Else <see langword="null"/>.</param>
public sealed record FoldInOptions(double UnobservedWeight, double Regularization, double Target = 1, double? MeanStars = null)
{
    /// <summary>
    /// m ≥ 1: movies drawn uniformly for each interaction in training, and the objective is the logistic one that <see cref="LogisticFoldInEncoder"/> states, the first
    /// one's other numbers but <see cref="Regularization"/> unused. <see langword="null"/>: the squared one.
    /// </summary>
    public int? Negatives { get; init; }
}
