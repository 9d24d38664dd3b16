using System.ComponentModel.DataAnnotations;

namespace SparrowRecSys.Offline.Models;

/// <summary>Shape of a <see cref="NeuralCF"/> network. The defaults were chosen on the validation ratings of ml-latest-small.</summary>
internal sealed record NeuralCFOptions
{
    /// <summary>Length D of the embeddings. Default 16.</summary>
    [Range(1, 1024)]
    public int Dimension { get; init; } = 16;

    /// <summary>Outputs of the hidden layers, in order. Default 32, 16. The cost of a request grows with the products of neighbours.</summary>
    public IReadOnlyList<int> HiddenSizes { get; init; } = [32, 16];

    /// <summary>Share of training samples whose user is replaced by the unknown user. Default 0.15.</summary>
    [Range(0.0, 0.9)]
    public double UserDropout { get; init; } = 0.15;

    /// <summary>Share of training samples whose movie is replaced by the unknown movie. Default 0.03.</summary>
    [Range(0.0, 0.9)]
    public double MovieDropout { get; init; } = 0.03;

    /// <summary>Share of embedding numbers set to 0 in training. Default 0.1.</summary>
    [Range(0.0, 0.9)]
    public double EmbeddingDropout { get; init; } = 0.1;
}
