using TorchSharp;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>
/// The local activation unit of DIN (Zhou et al. 2018, section 4.3): how much each film of the history matters for this candidate,
/// a small network over [q; k; q − k; q ⊙ k].
/// </summary>
/// <remarks>
/// Its first layer is split: W [q; k; q − k; q ⊙ k] = W_q q + W_k k + W_p (q ⊙ k), with q − k absorbed by the first two. So only the products
/// are as many as candidates times history; the films' part is made once a request, the candidate's once a candidate.
/// </remarks>
internal sealed class ActivationUnit : torch.nn.Module
{
    private readonly Dense _query;
    private readonly Dense _keys;
    private readonly Dense _products;
    private readonly Activation _activation;
    private readonly Dense _weight;

    /// <param name="dimension">D of candidate and history.</param>
    /// <param name="contextWidth">Numbers beside each film of the history, such as its age; 0 for none.</param>
    /// <param name="hidden">H.</param>
    /// <param name="activation">Of <see cref="Activation.Names"/>.</param>
    public ActivationUnit(int dimension, int contextWidth, int hidden, string activation)
        : base(nameof(ActivationUnit))
    {
        _query = new Dense(dimension, hidden);
        _keys = new Dense(dimension + contextWidth, hidden, bias: false);
        _products = new Dense(dimension, hidden, bias: false);
        _activation = new Activation(activation, hidden);
        _weight = new Dense(hidden, 1);
        RegisterComponents();
    }

    /// <summary>A logit for each film of the history; padding has one too, and is to be masked.</summary>
    /// <param name="query">(N, D).</param>
    /// <param name="keys">(U, L, D).</param>
    /// <param name="context">(U, L, C), or <see langword="null"/> when there is none.</param>
    /// <param name="length">L.</param>
    /// <returns>(N, L).</returns>
    public Value Apply(Value query, Value keys, Value? context, int length)
    {
        Value ofKeys = _keys.Apply(context is null ? keys : keys.Concat(context)); // (U, L, H)
        Value sum = query.TimesEachDense(keys, length, _products.Weights) + ofKeys + _query.Apply(query).Unsqueeze(1); // (N, L, H)
        return _weight.Apply(_activation.Apply(sum)).Squeeze(-1); // (N, L, H) -> (N, L)
    }
}
