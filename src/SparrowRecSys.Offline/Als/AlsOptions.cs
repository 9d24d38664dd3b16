using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Als;

/// <summary>Hyper-parameters of implicit ALS. The defaults were chosen on the validation parts of ml-latest-small.</summary>
public sealed record AlsOptions
{
    /// <summary>Length D of a vector. Default 64. Time grows with its square.</summary>
    [Description("Length of a vector.")]
    [Range(1, 1024)]
    [Search(16, 32, 64, 128)]
    public int Dimension { get; init; } = 64;

    /// <summary>Times that all users and then all movies are solved for. Default 12.</summary>
    [Description("Times that all users and then all movies are solved for.")]
    [Range(1, 1000)]
    [Search(8, 16)]
    public int Iterations { get; init; } = 12;

    /// <summary>
    /// Penalty of a vector, times the weight of what it explains: λ = this · (interactions + unobserved weight · all of the other side).
    /// Default 0.01.
    /// </summary>
    [Description("Penalty, in proportion to how much a vector has to explain.")]
    [Range(1e-8, 100.0)]
    [Search(0.001, 0.1, SearchScale.Logarithmic)]
    public double Regularization { get; init; } = 0.01;

    /// <summary>Weight of the belief that what was not observed is not liked, an interaction's weight being 1. Default 0.3.</summary>
    [Description("Weight of what was not observed; an interaction's weight is 1.")]
    [Range(1e-6, 10.0)]
    [Search(0.01, 1, SearchScale.Logarithmic)]
    public double UnobservedWeight { get; init; } = 0.3;

    /// <summary>
    /// Steps of the conjugate gradient for each vector, from where the last iteration left it. 0: each is solved for exactly, by Cholesky. Default 3:
    /// the same quality on ml-latest-small in less than half of the time.
    /// </summary>
    [Description("Steps of the conjugate gradient for each vector; 0 = solved exactly.")]
    [Range(0, 100)]
    public int ConjugateSteps { get; init; } = 3;

    /// <summary>Threads, 0 = one for each processor; the result is the same with any number. Default 0.</summary>
    [Description("Threads; 0 = one for each processor.")]
    [Range(0, 1024)]
    public int Threads { get; init; }

    /// <summary>Seed of the first vectors. Default 1.</summary>
    [Description("Seed of the first vectors.")]
    [Range(0, int.MaxValue)]
    public int Seed { get; init; } = 1;
}
