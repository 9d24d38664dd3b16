using SparrowRecSys.Offline.Onnx;
using TorchSharp;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>A named value of an ONNX graph. Every operator adds its nodes.</summary>
/// <param name="graph">The graph.</param>
/// <param name="name">The value's name there.</param>
internal sealed class OnnxValue(OnnxGraph graph, string name) : Value
{
    private const double Epsilon = 1e-5;
    private const long Int32 = 6; // numbers of element types in the format
    private const long Int64 = 7;
    private const long Float = 1;

    public string Name => name;

    public static string NameOf(Value value) => ((OnnxValue)value).Name;

    public override Value IsPositive() => New(graph.Node("Cast", [graph.Node("Greater", name, graph.Number(0))], "to", Float));

    public override Value IsPresent() => New(graph.Node("Add", graph.Node("Cast", [graph.Node("Clip", name, Integer(-1), Integer(0))], "to", Float), graph.Number(1)));

    public override Value RowsOf(torch.Tensor table) => New(graph.Node("Gather", Weights(table), graph.Node("Clip", name, Integer(0))));

    public override Value HashWith(Value other, int count)
    {
        string left = graph.Node("Mul", Long(name), graph.Integers(HashFactor)); // of int64
        string bucket = graph.Node("Mod", graph.Node("Add", left, Long(NameOf(other))), graph.Integers(count));
        return New(graph.Node("Cast", [bucket], "to", Int32));

        string Long(string ids) => graph.Node("Add", graph.Node("Cast", [ids], "to", Int64), graph.Integers(1));
    }

    public override Value Dropout(double share) => this;

    public override Value Clamp(double low, double high) => New(graph.Node("Clip", name, graph.Number(low), graph.Number(high)));

    public override Value PRelu(torch.Tensor slopes) => New(graph.Node("PRelu", name, Weights(slopes)));

    public override Value BatchNorm(TorchSharp.Modules.BatchNorm1d statistics)
    {
        (torch.Tensor? mean, torch.Tensor? variance) = (statistics.running_mean, statistics.running_var);
        return mean is null || variance is null
            ? throw new ArgumentException("Expected running statistics.", nameof(statistics))
            : (this - mean) * (variance + statistics.eps).rsqrt();
    }

    public override Value LayerNorm(int length)
    {
        string ones = graph.Floats(Enumerable.Repeat(1f, length).ToArray(), length);
        return New(graph.Node("LayerNormalization", [name, ones], "epsilon", (float)Epsilon));
    }

    public override Value Softmax() => New(graph.Node("Softmax", [name], "axis", -1));

    public override Value Sum(int dimension, bool keep) => New(graph.Node("ReduceSum", [name, graph.Integers(dimension)], "keepdims", keep ? 1 : 0));

    public override Value Join(int dimension, ReadOnlySpan<Value> others)
    {
        var all = new List<string> { name };
        foreach (Value other in others)
        {
            all.Add(NameOf(other));
        }

        return New(graph.Node("Concat", all.ToArray(), "axis", dimension));
    }

    public override Value Slice(int dimension, int start, int length) =>
        New(graph.Node("Slice", name, graph.Integers(start), graph.Integers(start + length), graph.Integers(dimension)));

    public override Value Columns(ReadOnlySpan<int> columns) =>
        New(graph.Node("Gather", [name, graph.Integers(Array.ConvertAll(columns.ToArray(), column => (long)column))], "axis", 1));

    public override Value At(int position) => Slice(1, position, 1).Squeeze(1);

    public override Value Unsqueeze(int dimension) => New(graph.Node("Unsqueeze", name, graph.Integers(dimension)));

    public override Value Squeeze(int dimension) => New(graph.Node("Squeeze", name, graph.Integers(dimension)));

    public override Value Transposed() => New(graph.Node("Transpose", [name], "perm", [0L, 2, 1]));

    public override Value TimesEach(Value matrices) => New(graph.Node("MatMul", name, NameOf(matrices.Squeeze(0)))); // (N, I) x (I, J) -> (N, J)

    public override Value TimesEachDense(Value keys, int length, torch.Tensor weights)
    {
        Value spread = keys.Squeeze(0).Unsqueeze(2) * weights.unsqueeze(0); // (L, D, 1) * (1, D, H) -> (L, D, H)
        string turned = graph.Node("Transpose", [NameOf(spread)], "perm", [1L, 0, 2]); // (D, L, H)
        string matrix = graph.Node("Reshape", turned, graph.Integers(weights.shape[0], length * weights.shape[1])); // (D, L H)
        return New(graph.Node("Reshape", graph.Node("MatMul", name, matrix), graph.Integers(-1, length, weights.shape[1]))); // (N, L H) -> (N, L, H)
    }

    public override Value Constant(torch.Tensor tensor) => New(Weights(tensor));

    protected override Value Number(double number) => New(graph.Number(number));

    protected override Value Unary(Operation operation) => New(graph.Node(operation.ToString(), name));

    protected override Value Binary(Operation operation, Value right) => New(graph.Node(operation.ToString(), name, NameOf(right)));

    private string Weights(torch.Tensor tensor) => graph.Weights(tensor);

    private string Integer(int value) => graph.Integer(value);

    private OnnxValue New(string output) => new(graph, output);
}
