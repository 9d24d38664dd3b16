using TorchSharp;
using TorchSharp.Modules;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>What stands between dense layers: <c>relu</c>, <c>prelu</c> (He et al. 2015) or <c>dice</c> (Zhou et al. 2018, DIN, equation 3).</summary>
/// <remarks>Dice: p x + (1 - p) α x with p = sigmoid((x - mean) / deviation) and a learnt α for each column: PReLU whose corner follows the data.</remarks>
internal sealed class Activation : torch.nn.Module
{
    public const string Relu = "relu";
    public const string PRelu = "prelu";
    public const string Dice = "dice";

    private const double DiceEpsilon = 1e-8;
    private const float FirstSlope = 0.25f; // as in Torch and in the paper of PReLU

    private readonly Parameter? _slopes; // (H)
    private readonly BatchNorm1d? _statistics; // of dice

    /// <param name="kind">One of <see cref="Names"/>.</param>
    /// <param name="width">H.</param>
    public Activation(string kind, int width)
        : base(nameof(Activation))
    {
        _slopes = kind == Relu ? null : new Parameter(torch.full([width], kind == PRelu ? FirstSlope : 0f));
        _statistics = kind == Dice ? torch.nn.BatchNorm1d(width, DiceEpsilon, affine: false) : null;
        RegisterComponents();
    }

    public static IReadOnlyList<string> Names { get; } = [Relu, PRelu, Dice];

    /// <summary>(..., H) -> (..., H).</summary>
    public Value Apply(Value input)
    {
        if (_slopes is null)
        {
            return input.Relu();
        }

        if (_statistics is null)
        {
            return input.PRelu(_slopes);
        }

        Value share = input.BatchNorm(_statistics).Sigmoid();
        return input * (share + ((1 - share) * _slopes));
    }
}
