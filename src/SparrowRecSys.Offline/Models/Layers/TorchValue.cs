using TorchSharp;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>A tensor of Torch; the caller's dispose scope frees it.</summary>
/// <param name="tensor">The tensor.</param>
/// <param name="training">Whether dropout is on.</param>
internal sealed class TorchValue(torch.Tensor tensor, bool training) : Value
{
    private const double Epsilon = 1e-5;

    public torch.Tensor Tensor => tensor;

    public static torch.Tensor Of(Value value) => ((TorchValue)value).Tensor;

    public override Value IsPositive() => New(tensor.gt(0).to_type(torch.float32));

    public override Value IsPresent() => New(tensor.ge(0).to_type(torch.float32));

    public override Value RowsOf(torch.Tensor table) =>
        New(table.index_select(0, tensor.clamp_min(0).reshape(-1)).reshape([.. tensor.shape, table.shape[1]])); // (R, D)[(B, ...)] -> (B, ..., D)

    public override Value HashWith(Value other, int count) => New((((tensor + 1) * HashFactor) + (Of(other) + 1)).remainder(count)); // of int64

    public override Value Dropout(double share) => share == 0 ? this : New(torch.nn.functional.dropout(tensor, share, training));

    public override Value Clamp(double low, double high) => New(tensor.clamp(low, high));

    public override Value PRelu(torch.Tensor slopes) => New(tensor.relu() - (slopes * (-tensor).relu()));

    public override Value BatchNorm(TorchSharp.Modules.BatchNorm1d statistics) =>
        New(statistics.forward(tensor.reshape(-1, tensor.shape[^1])).reshape(tensor.shape));

    public override Value LayerNorm(int length) => New(torch.nn.functional.layer_norm(tensor, [length], eps: Epsilon));

    public override Value Softmax() => New(tensor.softmax(-1));

    public override Value Sum(int dimension, bool keep) => New(tensor.sum(dimension, keep));

    public override Value Join(int dimension, ReadOnlySpan<Value> others)
    {
        var all = new List<torch.Tensor> { tensor };
        foreach (Value other in others)
        {
            all.Add(Of(other));
        }

        return New(torch.cat(all, dimension));
    }

    public override Value Slice(int dimension, int start, int length) => New(tensor.narrow(dimension, start, length));

    public override Value Columns(ReadOnlySpan<int> columns) =>
        New(tensor.index_select(1, torch.tensor(Array.ConvertAll(columns.ToArray(), column => (long)column), device: tensor.device)));

    public override Value At(int position) => New(tensor.select(1, position));

    public override Value Unsqueeze(int dimension) => New(tensor.unsqueeze(dimension));

    public override Value Squeeze(int dimension) => New(tensor.squeeze(dimension));

    public override Value Transposed() => New(tensor.transpose(-1, -2));

    public override Value TimesEach(Value matrices) => New(tensor.unsqueeze(1).bmm(Of(matrices)).squeeze(1)); // (B, 1, I) x (B, I, J) -> (B, J)

    public override Value TimesEachDense(Value keys, int length, torch.Tensor weights) =>
        New((tensor.unsqueeze(1) * Of(keys)).matmul(weights)); // (B, 1, D) * (B, L, D) -> (B, L, D) -> (B, L, H)

    public override Value Constant(torch.Tensor tensor) => New(tensor);

    protected override Value Number(double number) => New(torch.tensor((float)number, device: tensor.device));

    protected override Value Unary(Operation operation) => New(operation switch
    {
        Operation.Relu => tensor.relu(),
        Operation.Sigmoid => tensor.sigmoid(),
        Operation.Tanh => tensor.tanh(),
        Operation.Log => tensor.log(),
        Operation.Sqrt => tensor.sqrt(),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, null),
    });

    protected override Value Binary(Operation operation, Value right) => New(operation switch
    {
        Operation.Add => tensor + Of(right),
        Operation.Sub => tensor - Of(right),
        Operation.Mul => tensor * Of(right),
        Operation.Div => tensor / Of(right),
        Operation.MatMul => tensor.matmul(Of(right)),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, null),
    });

    private TorchValue New(torch.Tensor result) => new(result, training);
}
