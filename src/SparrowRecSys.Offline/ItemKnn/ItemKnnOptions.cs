using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.ItemKnn;

/// <summary>Hyper-parameters of item k-nearest-neighbours.</summary>
public sealed record ItemKnnOptions
{
    /// <summary>Neighbours of each movie that speak for it. Default 100.</summary>
    [Description("Neighbours of each movie that speak for it.")]
    [Range(1, 100_000)]
    [Search(5, 1000, SearchScale.Logarithmic)]
    public int Neighbors { get; init; } = 100;

    /// <summary>Added to the denominator of the cosine, so that two movies with few users are not alike by chance. Default 100.</summary>
    [Description("Added to the denominator of the cosine, against likeness by chance.")]
    [Range(0.0, 1e6)]
    [Search(0, 1000)]
    public double Shrinkage { get; init; } = 100;

    /// <summary>Threads, 0 = one for each processor; the result is the same with any number. Default 0.</summary>
    [Description("Threads; 0 = one for each processor.")]
    [Range(0, 1024)]
    public int Threads { get; init; }
}
