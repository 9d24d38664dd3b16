using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.MatrixFactorization;

/// <summary>
/// Hyper-parameters of <see cref="MfMethod"/>. The defaults stand between what is best on the validation part of ml-latest-small (λ 0.02) and what Rendle et al. found
/// best on MovieLens 1M (dimension 192, λ 0.005).
/// </summary>
public sealed record MfOptions : SgdOptions
{
    /// <summary>128 epochs, learning rate 0.05, λ 0.01.</summary>
    public MfOptions() => (Epochs, LearningRate, Regularization) = (128, 0.05, 0.01);

    /// <summary>Movies drawn uniformly for each interaction and taken for not liked. Default 8.</summary>
    [Description("Movies drawn for each interaction and taken for not liked.")]
    [Range(1, 1000)]
    [Search(4, 16)]
    public int NegativeSamples { get; init; } = 8;
}
