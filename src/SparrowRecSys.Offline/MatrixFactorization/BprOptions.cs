namespace SparrowRecSys.Offline.MatrixFactorization;

/// <summary>Hyper-parameters of <see cref="BprMethod"/>. The defaults were chosen on the validation part of ml-latest-small.</summary>
public sealed record BprOptions : SgdOptions
{
    /// <summary>256 epochs, learning rate 0.05, λ 0.01.</summary>
    public BprOptions() => (Epochs, LearningRate, Regularization) = (256, 0.05, 0.01);
}
