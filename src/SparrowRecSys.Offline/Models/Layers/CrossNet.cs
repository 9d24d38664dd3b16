using TorchSharp;
using TorchSharp.Modules;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>Cross layers of DCN v2 (Wang et al. 2021, equation 1): x_{l+1} = x_0 ⊙ (W_l x_l + b_l) + x_l. Each raises the degree of the crosses by one.</summary>
internal sealed class CrossNet : torch.nn.Module
{
    private readonly ModuleList<Dense> _layers;

    /// <param name="width">Of x.</param>
    /// <param name="count">Layers.</param>
    public CrossNet(int width, int count)
        : base(nameof(CrossNet))
    {
        _layers = torch.nn.ModuleList([.. Enumerable.Range(0, count).Select(_ => new Dense(width, width))]);
        RegisterComponents();
    }

    /// <summary>(B, W) -> (B, W).</summary>
    public Value Apply(Value input)
    {
        Value crossed = input;
        foreach (Dense layer in _layers)
        {
            crossed = (input * layer.Apply(crossed)) + crossed;
        }

        return crossed;
    }
}
