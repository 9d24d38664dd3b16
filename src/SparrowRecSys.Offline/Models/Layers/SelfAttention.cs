using TorchSharp;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>
/// A block of SASRec (Kang and McAuley 2018, section III): one head of scaled dot-product attention over the history, each film looking only at itself and
/// at older ones, then a two-layer feed-forward network; both with layer normalisation before and the input added after.
/// </summary>
internal sealed class SelfAttention : torch.nn.Module
{
    private const float Never = -1e9f; // exp of it is 0

    private readonly Dense _queries;
    private readonly Dense _keys;
    private readonly Dense _values;
    private readonly Dense _inner;
    private readonly Dense _outer;
    private readonly torch.Tensor _isNewer; // (L, L): Never where the column is newer than the row
    private readonly double _scale;
    private readonly int _dimension;
    private readonly double _dropout;

    public SelfAttention(int dimension, int length, double dropout)
        : base(nameof(SelfAttention))
    {
        (_queries, _keys, _values) = (new Dense(dimension, dimension), new Dense(dimension, dimension), new Dense(dimension, dimension));
        (_inner, _outer) = (new Dense(dimension, dimension), new Dense(dimension, dimension));
        _isNewer = torch.ones(length, length).tril(-1) * Never; // the newest film is in column 0
        (_scale, _dimension, _dropout) = (1 / Math.Sqrt(dimension), dimension, dropout);
        RegisterComponents();
    }

    /// <summary>(U, L, D), newest first -> (U, L, D).</summary>
    /// <param name="history">The films.</param>
    /// <param name="present">(U, L), 0 for padding.</param>
    public Value Apply(Value history, Value present)
    {
        Value normal = history.LayerNorm(_dimension);
        Value scores = _queries.Apply(normal).MatMul(_keys.Apply(history).Transposed()) * _scale; // (U, L, D) x (U, D, L) -> (U, L, L)
        Value hidden = (1 - present).Unsqueeze(1) * Never; // (U, 1, L)
        Value seen = (scores + hidden + _isNewer).Softmax().MatMul(_values.Apply(history)); // (U, L, L) x (U, L, D) -> (U, L, D)
        Value mixed = normal + seen.Dropout(_dropout);
        Value again = mixed.LayerNorm(_dimension);
        return again + _outer.Apply(_inner.Apply(again).Relu().Dropout(_dropout)).Dropout(_dropout);
    }
}
