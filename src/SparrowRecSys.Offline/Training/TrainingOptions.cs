using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Training;

/// <summary>How a network is trained, whichever it is.</summary>
internal record TrainingOptions
{
    /// <summary>Passes over the training samples at most; early stopping usually ends sooner. Default 40.</summary>
    [Description("Passes over the training samples at most; early stopping usually ends sooner.")]
    [Range(1, 10_000)]
    public int Epochs { get; init; } = 40;

    /// <summary>Samples in a step. Default 1024. Larger is faster and takes more epochs.</summary>
    [Description("Samples in a step.")]
    [Range(1, 1_000_000)]
    public int BatchSize { get; init; } = 1024;

    /// <summary>Step size of Adam at the start. Default 0.001.</summary>
    [Description("Step size of Adam at the start.")]
    [Range(1e-7, 1.0)]
    [Search(3e-4, 1e-2, SearchScale.Logarithmic)]
    public double LearningRate { get; init; } = 0.001;

    /// <summary>
    /// Weight decay of the embeddings over one epoch at the first step size, as a power of e: at 1 an untouched number falls to 0.37 of
    /// itself. Decoupled from the gradient (Loshchilov and Hutter 2019). Default 1.5; by epoch, so that it suits few ratings and many.
    /// </summary>
    [Description("Weight decay of the embeddings over an epoch, as a power of e.")]
    [Range(0.0, 100.0)]
    [Search(0.1, 10, SearchScale.Logarithmic)]
    public double Regularization { get; init; } = 1.5;

    /// <summary>Epochs without a better validation log loss after which training stops. Default 8.</summary>
    [Description("Epochs without a better validation log loss after which training stops.")]
    [Range(1, 1000)]
    public int Patience { get; init; } = 8;

    /// <summary>Factor on the step size after an epoch without a better validation log loss. Default 0.7.</summary>
    [Description("Factor on the step size after an epoch without a better validation log loss.")]
    [Range(0.001, 1.0)]
    public double Decay { get; init; } = 0.7;

    /// <summary>Longest gradient of a step; a longer one is shortened to it. Default 10.</summary>
    [Description("Longest gradient of a step.")]
    [Range(1e-6, 1e6)]
    public double GradientNorm { get; init; } = 10;

    /// <summary>Seed of initial weights, order of samples and dropout. Default 1.</summary>
    [Description("Seed of initial weights, order of samples and dropout.")]
    [Range(0, int.MaxValue)]
    public int Seed { get; init; } = 1;

    /// <summary>Threads of Torch. Default 1: two on busy cores have been thirty times slower than one.</summary>
    [Description("Threads of Torch; more than one pays only on idle cores.")]
    [Range(1, 1024)]
    public int Threads { get; init; } = 1;
}
