using TorchSharp;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>
/// Gated recurrent unit (Cho et al. 2014) over a history, from the oldest film to the newest; with attention it is the AUGRU of DIEN (Zhou et al.
/// 2019, equations 13-15), whose update gate is scaled by how much the film matters for the candidate.
/// </summary>
/// <remarks>
/// u = σ(U [x; h]), r = σ(R [x; h]), n = tanh(W x + r ⊙ V h), h' = h + a u ⊙ (n − h), where a is the attention, or 1, and 0 for padding: padding leaves the
/// state as it is. All films go through the input's weights at once. The recurrence is written out step by step, so it is in the ONNX graph as it was trained.
/// </remarks>
internal sealed class Gru : torch.nn.Module
{
    private readonly Dense _input; // (D) -> (3 H): update, reset, new
    private readonly Dense _state; // (H) -> (3 H)
    private readonly int _hidden;
    private readonly torch.Tensor _start; // (1, H), zeros

    public Gru(int dimension, int hidden)
        : base(nameof(Gru))
    {
        _input = new Dense(dimension, 3 * hidden);
        _state = new Dense(hidden, 3 * hidden);
        _hidden = hidden;
        _start = torch.zeros(1, hidden);
        RegisterComponents();
    }

    /// <summary>The state after each film, in the order of the history: the first is the last one computed.</summary>
    /// <param name="history">(U, L, D), the newest first.</param>
    /// <param name="gate">(U, L) or (N, L): 0 for padding, else 1 or the attention.</param>
    /// <param name="length">L.</param>
    /// <returns>L states, (U, H) or (N, H).</returns>
    public IReadOnlyList<Value> Apply(Value history, Value gate, int length)
    {
        Value inputs = _input.Apply(history); // (U, L, 3 H)
        var states = new Value[length];
        Value state = history.Constant(_start);
        for (int i = length - 1; i >= 0; i--)
        {
            state = Step(inputs.At(i), state, gate.Slice(1, i, 1));
            states[i] = state;
        }

        return states;
    }

    /// <summary>L states (U, H) -> (U, L, H).</summary>
    public static Value Join(IReadOnlyList<Value> states)
    {
        Value[] rows = [.. states.Select(state => state.Unsqueeze(1))];
        return rows[0].Join(1, rows.AsSpan(1));
    }

    /// <summary>(U, 3 H), (N, H), (N, 1) -> (N, H).</summary>
    private Value Step(Value input, Value state, Value gate)
    {
        Value ofState = _state.Apply(state); // (N, 3 H)
        Value gates = (input.Slice(1, 0, 2 * _hidden) + ofState.Slice(1, 0, 2 * _hidden)).Sigmoid(); // (N, 2 H)
        Value update = gates.Slice(1, 0, _hidden) * gate;
        Value reset = gates.Slice(1, _hidden, _hidden);
        Value candidate = (input.Slice(1, 2 * _hidden, _hidden) + (reset * ofState.Slice(1, 2 * _hidden, _hidden))).Tanh();
        return state + (update * (candidate - state));
    }
}
