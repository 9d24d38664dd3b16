using TorchSharp;
using TorchSharp.Modules;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>Dense layers with an activation after each: inputs → H1 → H2 → .... The first is split by its inputs (<see cref="Dense"/>).</summary>
internal sealed class Mlp : torch.nn.Module
{
    private readonly ModuleList<Dense> _layers;
    private readonly ModuleList<Activation> _activations;
    private readonly double _dropout;

    /// <param name="inputs">Width of each input.</param>
    /// <param name="sizes">Outputs of the layers, in order; at least one.</param>
    /// <param name="activation">Of <see cref="Activation.Names"/>.</param>
    /// <param name="dropout">Share of the outputs of each layer that is set to 0 in training.</param>
    public Mlp(IReadOnlyList<int> inputs, IReadOnlyList<int> sizes, string activation = Activation.Relu, double dropout = 0)
        : base(nameof(Mlp))
    {
        _layers = torch.nn.ModuleList([.. sizes.Select((size, i) => i == 0 ? new Dense(inputs, size) : new Dense(sizes[i - 1], size))]);
        _activations = torch.nn.ModuleList([.. sizes.Select(size => new Activation(activation, size))]);
        _dropout = dropout;
        Width = sizes[^1];
        RegisterComponents();
    }

    /// <summary>Outputs of the last layer.</summary>
    public int Width { get; }

    public Value Apply(params ReadOnlySpan<Value> inputs)
    {
        Value hidden = _activations[0].Apply(_layers[0].Apply(inputs)).Dropout(_dropout);
        for (int i = 1; i < _layers.Count; i++)
        {
            hidden = _activations[i].Apply(_layers[i].Apply(hidden)).Dropout(_dropout); // (B, I) -> (B, O)
        }

        return hidden;
    }
}
