using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Ease;

/// <summary>Hyper-parameters of EASE.</summary>
public sealed record EaseOptions
{
    /// <summary>
    /// λ of the penalty λ |B|². 0: the square root of the number of interactions, which is near the best on MovieLens of 100,000 and of a
    /// million ratings. Default 0.
    /// </summary>
    [Description("L2 penalty; 0 = the square root of the number of interactions.")]
    [Range(0.0, 1e9)]
    [Search(20, 5000, SearchScale.Logarithmic)]
    public double Regularization { get; init; }

    /// <summary>Movies with fewer interactions are left out: time grows with the cube of their number, memory with its square. Default 1.</summary>
    [Description("Interactions a movie needs to take part.")]
    [Range(1, 1_000_000)]
    public int MinCount { get; init; } = 1;

    /// <summary>Largest weights (by absolute value) that each movie keeps; 0 = all. Default 0.</summary>
    [Description("Largest weights that each movie keeps; 0 = all.")]
    [Range(0, 100_000)]
    public int KeptWeights { get; init; }
}
