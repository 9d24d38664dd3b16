using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>Hyper-parameters of node2vec.</summary>
public sealed record Node2VecOptions : WalkOptions
{
    /// <summary>Return parameter: the larger, the more seldom a walk goes back at once. Default 1.</summary>
    [Description("Return parameter: the larger, the more seldom a walk goes back at once.")]
    [Range(1e-3, 1000.0)]
    [Search(0.25, 0.5, 1, 2, 4)]
    public double P { get; init; } = 1;

    /// <summary>In-out parameter: above 1 walks stay near, below 1 they go away. Default 0.5.</summary>
    [Description("In-out parameter: above 1 walks stay near, below 1 they go away.")]
    [Range(1e-3, 1000.0)]
    [Search(0.25, 0.5, 1, 2, 4)]
    public double Q { get; init; } = 0.5;
}
