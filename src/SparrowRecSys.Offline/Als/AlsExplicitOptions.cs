using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Als;

/// <summary>Hyper-parameters of explicit ALS.</summary>
public sealed record AlsExplicitOptions
{
    /// <summary>Length D of a vector. Default 10.</summary>
    [Description("Length of a vector.")]
    [Range(1, 1024)]
    [Search(5, 10, 20, 40)]
    public int Dimension { get; init; } = 10;

    /// <summary>Times that all users and then all movies are solved for. Default 10.</summary>
    [Description("Times that all users and then all movies are solved for.")]
    [Range(1, 1000)]
    [Search(5, 20)]
    public int Iterations { get; init; } = 10;

    /// <summary>Penalty of a vector, times the ratings that it explains. Default 0.05.</summary>
    [Description("Penalty, in proportion to the ratings that a vector explains.")]
    [Range(1e-8, 100.0)]
    [Search(0.01, 0.5, SearchScale.Logarithmic)]
    public double Regularization { get; init; } = 0.05;

    /// <summary>Threads, 0 = one for each processor; the result is the same with any number. Default 0.</summary>
    [Description("Threads; 0 = one for each processor.")]
    [Range(0, 1024)]
    public int Threads { get; init; }

    /// <summary>Seed of the first vectors. Default 1.</summary>
    [Description("Seed of the first vectors.")]
    [Range(0, int.MaxValue)]
    public int Seed { get; init; } = 1;
}
