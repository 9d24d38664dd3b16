using TorchSharp;
using TorchSharp.Modules;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>A dense layer: (..., I) x (I, O) + (O) -> (..., O).</summary>
/// <remarks>Over several inputs it is the layer over all of them side by side, [x; y] W + b = x W_x + y W_y + b, without ever joining them: what
/// belongs to the user is multiplied once a request, not once for each candidate.</remarks>
internal sealed class Dense : torch.nn.Module
{
    private readonly ParameterList _weights; // one for each input, (I, O)
    private readonly Parameter? _bias; // (O)

    /// <param name="inputs">Width of each input.</param>
    /// <param name="outputs">O.</param>
    /// <param name="bias">Whether there is one.</param>
    public Dense(IReadOnlyList<int> inputs, int outputs, bool bias = true)
        : base(nameof(Dense))
    {
        double bound = 1 / Math.Sqrt(inputs.Sum()); // as Torch's own linear layer
        _weights = torch.nn.ParameterList([.. inputs.Select(width => new Parameter(torch.empty(width, outputs).uniform_(-bound, bound)))]);
        _bias = bias ? new Parameter(torch.empty(outputs).uniform_(-bound, bound)) : null;
        RegisterComponents();
    }

    public Dense(int inputs, int outputs, bool bias = true)
        : this([inputs], outputs, bias)
    {
    }

    /// <summary>Of the first input, (I, O).</summary>
    public torch.Tensor Weights => _weights[0];

    /// <summary>Starts the layer at a constant: 0, or a bias that is known to be about right.</summary>
    public void StartAt(double bias)
    {
        using var _ = torch.no_grad();
        foreach (Parameter weights in _weights)
        {
            weights.zero_();
        }

        _bias?.fill_(bias);
    }

    public Value Apply(params ReadOnlySpan<Value> inputs)
    {
        Value sum = _bias is null ? inputs[0].MatMul(_weights[0]) : inputs[0].MatMul(_weights[0]) + _bias;
        for (int i = 1; i < inputs.Length; i++)
        {
            sum += inputs[i].MatMul(_weights[i]);
        }

        return sum;
    }
}
