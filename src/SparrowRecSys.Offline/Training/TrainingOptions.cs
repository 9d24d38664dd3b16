using System.ComponentModel.DataAnnotations;

namespace SparrowRecSys.Offline.Training;

/// <summary>How a network is trained, whichever it is.</summary>
internal sealed record TrainingOptions
{
    /// <summary>Passes over the training samples at most; early stopping usually ends sooner. Default 40.</summary>
    [Range(1, 10_000)]
    public int Epochs { get; init; } = 40;

    /// <summary>Samples in a step. Default 1024. Larger is faster and takes more epochs.</summary>
    [Range(1, 1_000_000)]
    public int BatchSize { get; init; } = 1024;

    /// <summary>Step size of Adam at the start. Default 0.001.</summary>
    [Range(1e-7, 1.0)]
    public double LearningRate { get; init; } = 0.001;

    /// <summary>
    /// Weight decay of the embeddings over one epoch at the first step size, as a power of e: at 1 an untouched number falls to 0.37 of
    /// itself. Decoupled from the gradient (Loshchilov and Hutter 2019). Default 1.5; by epoch, so that it suits few ratings and many.
    /// </summary>
    [Range(0.0, 100.0)]
    public double Regularization { get; init; } = 1.5;

    /// <summary>Epochs without a better validation log loss after which training stops. Default 8.</summary>
    [Range(1, 1000)]
    public int Patience { get; init; } = 8;

    /// <summary>Factor on the step size after an epoch without a better validation log loss. Default 0.7.</summary>
    [Range(0.001, 1.0)]
    public double Decay { get; init; } = 0.7;

    /// <summary>Seed of initial weights, order of samples and dropout. Default 1.</summary>
    [Range(0, int.MaxValue)]
    public int Seed { get; init; } = 1;

    /// <summary>Threads of Torch. Default 1: two on busy cores have been thirty times slower than one.</summary>
    [Range(1, 1024)]
    public int Threads { get; init; } = 1;
}
