using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>Hyper-parameters of item2vec. The defaults were chosen on the validation movies of ml-latest-small by leave-one-out.</summary>
public sealed record Item2VecOptions
{
    /// <summary>Length D of a vector. Default 32. Training time grows with it in steps of 16.</summary>
    [Description("Length of a vector.")]
    [Range(2, 1024)]
    [Search(16, 32, 64, 100)]
    public int Dimension { get; init; } = 32;

    /// <summary>
    /// Largest distance, in a user's movies, at which two movies are neighbours; each position draws its own from 1 to this.
    /// Default 20. Time grows in proportion.
    /// </summary>
    [Description("Largest distance of neighbours in a user's movies.")]
    [Range(1, 1000)]
    [Search(3, 50, SearchScale.Logarithmic)]
    public int Window { get; init; } = 20;

    /// <summary>Movies drawn by popularity^0.75 as counter-examples of each pair. Default 5. Time grows in proportion.</summary>
    [Description("Counter-examples for each pair.")]
    [Range(1, 100)]
    [Search(2, 20, SearchScale.Logarithmic)]
    public int NegativeSamples { get; init; } = 5;

    /// <summary>Passes over all users. Default 20.</summary>
    [Description("Passes over all users.")]
    [Range(1, 10_000)]
    [Search(5, 60, SearchScale.Logarithmic)]
    public int Epochs { get; init; } = 20;

    /// <summary>Step size at the start; falls in a straight line to a ten-thousandth of it. Default 0.05.</summary>
    [Description("Step size at the start; falls to nearly 0.")]
    [Range(1e-6, 10.0)]
    [Search(0.01, 0.2, SearchScale.Logarithmic)]
    public double LearningRate { get; init; } = 0.05;

    /// <summary>
    /// Movies with fewer interactions get no vector. Default 3: with one or two neighbourhoods to learn from, a vector is noise that
    /// turns up among the nearest of famous movies.
    /// </summary>
    [Description("Interactions a movie needs to get a vector.")]
    [Range(1, 1_000_000)]
    public int MinCount { get; init; } = 3;

    /// <summary>
    /// Movies with a larger share of all interactions than this are passed over at random, the more the more popular (Mikolov et al. 2013,
    /// as in word2vec.c). 0 = never. Default 0.001.
    /// </summary>
    [Description("Share of all interactions above which a movie is thinned out; 0 = never.")]
    [Range(0.0, 1.0)]
    [Search(1e-5, 1e-2, SearchScale.Logarithmic)]
    public double Subsampling { get; init; } = 0.001;

    /// <summary>
    /// Threads, 0 = one for each processor. Default 1: the same seed then gives the same vectors. More threads update the same rows without
    /// locks (Hogwild), so the last digits differ from run to run; it pays from some million ratings on.
    /// </summary>
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
}
