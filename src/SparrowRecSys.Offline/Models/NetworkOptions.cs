using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Offline.Training;

namespace SparrowRecSys.Offline.Models;

/// <summary>What all networks share: how they are trained, and how often an id is forgotten in training. The options of a network add its shape.</summary>
internal abstract record NetworkOptions : TrainingOptions
{
    /// <summary>Share of training samples whose user is replaced by the unknown user. Default 0.15.</summary>
    [Description("Share of training samples whose user is replaced by the unknown user.")]
    [Range(0.0, 0.95)]
    [Search(0.05, 0.9)]
    public double UserDropout { get; init; } = 0.15;

    /// <summary>Share of movie ids, of candidates and of histories, that are replaced by the unknown movie. Default 0.03.</summary>
    [Description("Share of movie ids that are replaced by the unknown movie.")]
    [Range(0.0, 0.95)]
    [Search(0.01, 0.5)]
    public double MovieDropout { get; init; } = 0.03;

    /// <summary>Share of the outputs of hidden layers that are set to 0 in training. Default 0.1.</summary>
    [Description("Share of the outputs of hidden layers that are set to 0 in training.")]
    [Range(0.0, 0.9)]
    [Search(0, 0.5)]
    public double Dropout { get; init; } = 0.1;

    /// <summary>Length D of the embeddings. Default 16.</summary>
    [Description("Length of the embeddings.")]
    [Range(1, 1024)]
    [Search(8, 16, 32)]
    public int Dimension { get; init; } = 16;

    /// <summary>Outputs of the hidden layers, separated by commas. Default 64,32. The cost of a request grows with the products of neighbours.</summary>
    [Description("Outputs of the hidden layers, separated by commas.")]
    [RegularExpression("[1-9][0-9]{0,3}(,[1-9][0-9]{0,3}){0,9}", ErrorMessage = "whole numbers from 1 to 9999 separated by commas, such as 64,32")]
    public string HiddenSizes { get; init; } = "64,32";

    /// <summary>What stands between dense layers: <c>relu</c>, <c>prelu</c> or <c>dice</c>. Default relu.</summary>
    [Description("What stands between dense layers: relu, prelu or dice.")]
    [AllowedValues(Layers.Activation.Relu, Layers.Activation.PRelu, Layers.Activation.Dice)]
    public string Activation { get; init; } = Layers.Activation.Relu;

    /// <summary><see cref="HiddenSizes"/> as numbers.</summary>
    public IReadOnlyList<int> Sizes() => [.. HiddenSizes.Split(',').Select(int.Parse)];
}
