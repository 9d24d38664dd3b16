using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.MatrixFactorization;

/// <summary>Hyper-parameters of a matrix factorization that is trained by stochastic gradient descent.</summary>
public abstract record SgdOptions
{
    /// <summary>Length D of a vector. Default 64. Time grows with it.</summary>
    [Description("Length of a vector.")]
    [Range(1, 1024)]
    [Search(16, 32, 64, 128)]
    public int Dimension { get; init; } = 64;

    /// <summary>Times that every interaction is learned from.</summary>
    [Description("Times that every interaction is learned from.")]
    [Range(1, 10_000)]
    [Search(64, 256)]
    public int Epochs { get; init; }

    /// <summary>Step at the start; it falls to 0 in a straight line.</summary>
    [Description("Step at the start; it falls to 0 in a straight line.")]
    [Range(1e-6, 10.0)]
    [Search(0.01, 0.2, SearchScale.Logarithmic)]
    public double LearningRate { get; init; }

    /// <summary>λ: each step also shrinks the vectors and biases that it touches by learning rate · λ.</summary>
    [Description("Penalty: how much each step shrinks what it touches.")]
    [Range(0.0, 10.0)]
    [Search(0.001, 0.1, SearchScale.Logarithmic)]
    public double Regularization { get; init; }

    /// <summary>Standard deviation of the first vectors' values. Default 0.1.</summary>
    [Description("Standard deviation of the first values.")]
    [Range(1e-6, 10.0)]
    public double InitialDeviation { get; init; } = 0.1;

    /// <summary>
    /// Threads, 0 = one for each processor. Default 1: the same seed then gives the same vectors. More threads update the same rows without
    /// locks (Niu et al. 2011, "Hogwild!"), so the last digits differ from run to run.
    /// </summary>
    [Description("Threads; 0 = one for each processor. Only with 1 the same seed gives the same vectors.")]
    [Range(0, 1024)]
    public int Threads { get; init; } = 1;

    /// <summary>Seed of every random choice. Default 1.</summary>
    [Description("Seed of every random choice.")]
    [Range(0, int.MaxValue)]
    public int Seed { get; init; } = 1;
}
