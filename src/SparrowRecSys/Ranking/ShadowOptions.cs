using System.ComponentModel.DataAnnotations;

namespace SparrowRecSys.Ranking;

/// <summary>Section <c>Ranking:Shadow</c> of the configuration.</summary>
public sealed class ShadowOptions
{
    /// <summary>Name of the shadow ranker, which must be loaded. Default empty: none.</summary>
    public string Ranker { get; set; } = "";

    /// <summary>Share of the queries that it scores too, 0 to 1. Default 0.1. Each costs what ranking costs, on another thread.</summary>
    [Range(0.0, 1.0)]
    public double Share { get; set; } = 0.1;

    /// <summary>Queries that may wait for it; more are left out and counted. Default 64.</summary>
    [Range(1, 100_000)]
    public int QueueLength { get; set; } = 64;
}
