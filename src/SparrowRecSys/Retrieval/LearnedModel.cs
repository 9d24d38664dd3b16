using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Retrieval;

/// <summary>
/// What a method learned from interactions, by movie id: what is written to a model folder, and what becomes an <see cref="IRetrievalModel"/>
/// over the rows of a catalog. Immutable. The closed set of its kinds stands in this file.
/// </summary>
public abstract record LearnedModel
{
    /// <summary>What counted as an interaction: a rating of at least this many half stars. Default: a positive one.</summary>
    public byte InteractionHalfStars { get; init; } = Rating.PositiveHalfStars;
}

/// <summary>A score for each movie, the same for every user.</summary>
/// <param name="MovieIds">(N), each once.</param>
/// <param name="Scores">(N), finite.</param>
public sealed record LearnedPopularity(int[] MovieIds, float[] Scores) : LearnedModel;

/// <summary>
/// Vectors whose cosine says how alike two movies are. A user's vector u is the mean of the vectors of the history, scaled to length 1, and
/// score = CosineWeight · cos(u, v) + PopularityWeight · ln p(movie).
/// </summary>
/// <remarks>
/// Inner products of skip-gram with negative sampling estimate pointwise mutual information (Levy and Goldberg 2014, "Neural word embedding as
/// implicit matrix factorization"), so P(movie | user) ∝ exp(β · cosine) · p(movie), and the score is its logarithm. p(movie) is the movie's
/// share of all interactions, one added to every count.
/// </remarks>
/// <param name="Movies">(N, D).</param>
/// <param name="CosineWeight">Above 0.</param>
/// <param name="PopularityWeight">At least 0; 0 orders by cosine alone, and movies without a vector are then never found.</param>
public sealed record LearnedEmbedding(EmbeddingRows Movies, double CosineWeight = 1, double PopularityWeight = 0) : LearnedModel;

/// <summary>
/// Factors whose inner product is the score: score = x · y + bias. A user's factors x are found by folding the history in.
/// </summary>
/// <param name="Movies">Factors y (N, D).</param>
/// <param name="Biases">(N), added to the scores; <see langword="null"/>: none.</param>
/// <param name="FoldIn">How a history becomes factors.</param>
/// <param name="Users">Factors of the trained users by user id, for evaluation; they are not written. <see langword="null"/>: all are folded in.</param>
public sealed record LearnedFactors(EmbeddingRows Movies, float[]? Biases, FoldInOptions FoldIn, EmbeddingRows? Users = null) : LearnedModel;

/// <summary>Weights between movies: a movie's score is the sum of the weights from the movies of the history to it.</summary>
/// <param name="MovieIds">(N), each once; row and column r of the weights belong to the r-th of them.</param>
/// <param name="Weights">(N, N).</param>
public sealed record LearnedItemWeights(int[] MovieIds, ItemWeights Weights) : LearnedModel;
