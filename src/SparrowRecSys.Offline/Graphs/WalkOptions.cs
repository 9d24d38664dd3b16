using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>
/// Hyper-parameters that all embeddings by random walks share. The defaults are those for the graph of movies; for <c>--edges</c> see
/// <see cref="WalkMethods"/>.
/// </summary>
public abstract record WalkOptions
{
    /// <summary>Walks that start at each node. Default 10. Time grows in proportion.</summary>
    [Description("Walks that start at each node.")]
    [Range(1, 10_000)]
    [Search(2, 20, SearchScale.Logarithmic)]
    public int WalksPerNode { get; init; } = 10;

    /// <summary>Nodes of a walk at most; it ends before at a node from which no edge leads. Default 80. Time grows in proportion.</summary>
    [Description("Nodes of a walk.")]
    [Range(2, 100_000)]
    [Search(10, 80, SearchScale.Logarithmic)]
    public int WalkLength { get; init; } = 80;

    /// <summary>Length D of a vector. Default 32; 128 with <c>--edges</c>. Training time grows with it in steps of 16.</summary>
    [Description("Length of a vector. With --edges 128, if not said.")]
    [Range(2, 1024)]
    [Search(16, 32, 64)]
    public int Dimension { get; init; } = 32;

    /// <summary>Largest distance in a walk at which two nodes are neighbours; each position draws its own from 1 to this. Default 10. Time grows in proportion.</summary>
    [Description("Largest distance of neighbours in a walk.")]
    [Range(1, 1000)]
    [Search(1, 20, SearchScale.Logarithmic)]
    public int Window { get; init; } = 10;

    /// <summary>Nodes drawn by their visits^0.75 as counter-examples of each pair. Default 5. Time grows in proportion.</summary>
    [Description("Counter-examples for each pair.")]
    [Range(1, 100)]
    public int NegativeSamples { get; init; } = 5;

    /// <summary>Passes over all walks. Default 1.</summary>
    [Description("Passes over all walks.")]
    [Range(1, 10_000)]
    public int Epochs { get; init; } = 1;

    /// <summary>Step size at the start; falls in a straight line to a ten-thousandth of it. Default 0.025.</summary>
    [Description("Step size at the start; falls to nearly 0.")]
    [Range(1e-6, 10.0)]
    [Search(0.01, 0.2, SearchScale.Logarithmic)]
    public double LearningRate { get; init; } = 0.025;

    /// <summary>Nodes with a larger share of all visits than this are passed over at random, the more the larger it is. 0 = never. Default 0.</summary>
    [Description("Share of all visits above which a node is thinned out; 0 = never.")]
    [Range(0.0, 1.0)]
    public double Subsampling { get; init; }

    /// <summary>Movies with fewer interactions are no nodes. Default 3. Without meaning for <c>--edges</c>.</summary>
    [Description("Interactions a movie needs to be a node.")]
    [Range(1, 1_000_000)]
    public int MinCount { get; init; } = 3;

    /// <summary>A movie has edges to so many that follow it in a user's history. Default 1. The number of edges grows with it. Without meaning for <c>--edges</c>.</summary>
    [Description("A movie has edges to so many that follow it.")]
    [Range(1, 100)]
    [Search(1, 20, SearchScale.Logarithmic)]
    public int Reach { get; init; } = 1;

    /// <summary>Threads, 0 = one for each processor. Default 1: the same seed then gives the same vectors.</summary>
    [Description("Threads; 0 = one for each processor. Only with 1 the same seed gives the same vectors.")]
    [Range(0, 1024)]
    public int Threads { get; init; } = 1;

    /// <summary>Seed of every random choice. Default 1.</summary>
    [Description("Seed of every random choice.")]
    [Range(0, int.MaxValue)]
    public int Seed { get; init; } = 1;

    /// <summary>Weight of the cosine in the score; see <see cref="SparrowRecSys.Retrieval.LearnedEmbedding"/>. Default 10.</summary>
    [Description("Weight of the cosine in the score of a movie.")]
    [Range(1e-3, 1000.0)]
    [Search(1, 40, SearchScale.Logarithmic)]
    public double CosineWeight { get; init; } = 10;

    /// <summary>Weight of log-popularity in the score; 1 by the theory, 0 orders by cosine alone. Default 1.</summary>
    [Description("Weight of log-popularity in the score of a movie; 0 = by cosine alone.")]
    [Range(0.0, 1000.0)]
    [Search(0, 1.5)]
    public double PopularityWeight { get; init; } = 1;

    /// <summary>What skip-gram needs of them.</summary>
    internal Item2VecOptions ToSkipGram() => new()
    {
        Dimension = Dimension,
        Window = Window,
        NegativeSamples = NegativeSamples,
        Epochs = Epochs,
        LearningRate = LearningRate,
        Subsampling = Subsampling,
        Threads = Threads,
        Seed = Seed,
    };
}
