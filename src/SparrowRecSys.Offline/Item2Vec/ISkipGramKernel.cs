namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>The inner step of skip-gram with negative sampling (Mikolov et al. 2013, equation 4). Called once for each pair of neighbours.</summary>
internal interface ISkipGramKernel
{
    /// <summary>
    /// One gradient step: the input row moves towards the first target's output row and away from those of the others, and they likewise.
    /// The input row changes last, so every target sees the same one.
    /// </summary>
    /// <param name="input">One row, padded with zeros to its stride S. Changed.</param>
    /// <param name="outputs">(N, S). The targets' rows are changed.</param>
    /// <param name="targets">Rows of <paramref name="outputs"/>: the positive one, then the negatives, any of them more than once.</param>
    /// <param name="learningRate">Step size.</param>
    /// <param name="logistic">Shared table.</param>
    /// <returns>Loss before the step: -ln σ(positive) - Σ ln σ(-negative).</returns>
    static abstract float Step(Span<float> input, float[] outputs, ReadOnlySpan<int> targets, float learningRate, LogisticTable logistic);
}
