using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Popularity;

/// <summary>Hyper-parameters of popularity.</summary>
public sealed record PopularityOptions
{
    /// <summary>Days in which the weight of an interaction halves, counted back from the newest one. 0: every one counts the same. Default 0.</summary>
    [Description("Days in which an interaction's weight halves, counted back from the newest; 0 = never.")]
    [Range(0.0, 100_000.0)]
    [Search(30, 10_000, SearchScale.Logarithmic)]
    public double HalfLifeDays { get; init; }
}
