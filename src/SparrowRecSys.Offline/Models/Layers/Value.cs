using TorchSharp;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>
/// A tensor in the making. Layers and networks are written once, on these operators: over <see cref="TorchValue"/> they compute and are
/// trained, over <see cref="OnnxValue"/> they write the ONNX graph. What is served therefore cannot differ from what was trained.
/// </summary>
/// <remarks>
/// The first dimension is the samples. In training both the user's and the movie's values have B rows; when serving, the user's have 1 and the
/// movies' N, and the operators stretch the 1. So a layer must never join a user's value with a movie's by <see cref="Concat"/>, but
/// add, multiply, or <see cref="TimesEach"/>: the user's side is then computed once a request.
/// </remarks>
internal abstract class Value
{
    /// <summary>Of <see cref="HashWith"/>: a prime.</summary>
    protected const long HashFactor = 1_000_003;

    public static Value operator +(Value left, Value right) => left.Binary(Operation.Add, right);

    public static Value operator +(Value left, torch.Tensor right) => left + left.Constant(right);

    public static Value operator +(Value left, double right) => left + left.Number(right);

    public static Value operator -(Value left, Value right) => left.Binary(Operation.Sub, right);

    public static Value operator -(Value left, torch.Tensor right) => left - left.Constant(right);

    public static Value operator -(double left, Value right) => right.Number(left) - right;

    public static Value operator *(Value left, Value right) => left.Binary(Operation.Mul, right);

    public static Value operator *(Value left, torch.Tensor right) => left * left.Constant(right);

    public static Value operator *(Value left, double right) => left * left.Number(right);

    public static Value operator /(Value left, Value right) => left.Binary(Operation.Div, right);

    /// <summary>(..., D) x (D, H) -> (..., H).</summary>
    public Value MatMul(torch.Tensor weights) => Binary(Operation.MatMul, Constant(weights));

    /// <summary>Batched: (B, I, D) x (B, D, H) -> (B, I, H).</summary>
    public Value MatMul(Value right) => Binary(Operation.MatMul, right);

    public Value Relu() => Unary(Operation.Relu);

    public Value Sigmoid() => Unary(Operation.Sigmoid);

    public Value Tanh() => Unary(Operation.Tanh);

    public Value Log() => Unary(Operation.Log);

    public Value Sqrt() => Unary(Operation.Sqrt);

    /// <summary>1 where the number is over 0, else 0; for ids: 1 where there is one. As floats.</summary>
    public abstract Value IsPositive();

    /// <summary>For ids (B, W): 1 where there is one, 0 where it is -1. As floats.</summary>
    public abstract Value IsPresent();

    /// <summary>Rows of a table by ids, (R, D)[(B, ...)] -> (B, ..., D); nothing (-1) gives row 0, to be masked.</summary>
    public abstract Value RowsOf(torch.Tensor table);

    /// <summary>For ids, (B, 1) and (B, W): a bucket for each pair, 0 to count - 1. Nothing (-1) counts as an id of its own.</summary>
    public abstract Value HashWith(Value other, int count);

    /// <summary>In training only: sets a share of the numbers to 0 and the others higher.</summary>
    public abstract Value Dropout(double share);

    /// <summary>Numbers kept between two limits.</summary>
    public abstract Value Clamp(double low, double high);

    /// <summary>x where x is over 0, else slope · x; the slopes (H) are learnt.</summary>
    public abstract Value PRelu(torch.Tensor slopes);

    /// <summary>(x - mean) / deviation of each column: of the batch in training, which moves the running statistics, of these later. (..., H).</summary>
    public abstract Value BatchNorm(TorchSharp.Modules.BatchNorm1d statistics);

    /// <summary>Normalised over the last dimension, without weights.</summary>
    public abstract Value LayerNorm(int length);

    /// <summary>Softmax over the last dimension.</summary>
    public abstract Value Softmax();

    /// <summary>Sum over a dimension.</summary>
    /// <param name="dimension">From the end where it is negative.</param>
    /// <param name="keep">Whether the dimension stays, with length 1.</param>
    public abstract Value Sum(int dimension, bool keep = false);

    /// <summary>Side by side along the last dimension.</summary>
    public Value Concat(params ReadOnlySpan<Value> others) => Join(-1, others);

    /// <summary>One after the other along a dimension.</summary>
    public abstract Value Join(int dimension, ReadOnlySpan<Value> others);

    /// <summary>A part of a dimension.</summary>
    public abstract Value Slice(int dimension, int start, int length);

    /// <summary>Some columns in some order, (B, W) -> (B, columns).</summary>
    public abstract Value Columns(ReadOnlySpan<int> columns);

    /// <summary>One position of the second dimension: (B, L, D) -> (B, D).</summary>
    public abstract Value At(int position);

    /// <summary>A new dimension of length 1.</summary>
    public abstract Value Unsqueeze(int dimension);

    /// <summary>Removes a dimension of length 1.</summary>
    public abstract Value Squeeze(int dimension);

    /// <summary>(B, I, J) -> (B, J, I).</summary>
    public abstract Value Transposed();

    /// <summary>Each row times the matrix of its user: (N, I) x (U, I, J) -> (N, J), where U is N in training and 1 in serving.</summary>
    public abstract Value TimesEach(Value matrices);

    /// <summary>
    /// Elementwise products of each row with each row of its user's matrix, through a dense layer: (N, D), (U, L, D), (D, H) -> (N, L, H). When serving,
    /// keys x weights is one matrix (D, L H) for all movies.
    /// </summary>
    public abstract Value TimesEachDense(Value keys, int length, torch.Tensor weights);

    /// <summary>A weight, or another constant, of the network.</summary>
    public abstract Value Constant(torch.Tensor tensor);

    protected abstract Value Number(double number);

    protected abstract Value Unary(Operation operation);

    protected abstract Value Binary(Operation operation, Value right);

    /// <summary>Operators; the names are ONNX's.</summary>
    protected enum Operation
    {
        Add,
        Sub,
        Mul,
        Div,
        MatMul,
        Relu,
        Sigmoid,
        Tanh,
        Log,
        Sqrt,
    }
}
