using System.Runtime.InteropServices;
using Google.Protobuf;
using SparrowRecSys.Offline.Onnx.Format;

namespace SparrowRecSys.Offline.Onnx;

/// <summary>
/// Builds an ONNX graph node by node: every method adds one operator and returns the name of its output. Not thread-safe.
/// </summary>
/// <remarks>Operators are those of the default domain, operator set 17 (https://onnx.ai/onnx/operators/).</remarks>
internal sealed class OnnxGraph(string name)
{
    private const int OperatorSet = 17;
    private const int IrVersion = 8; // the oldest that knows operator set 17

    private readonly GraphProto _graph = new() { Name = name };

    /// <summary>Declares a block of 32-bit integers.</summary>
    /// <param name="input">Name.</param>
    /// <param name="rows">Fixed number of rows, or <see langword="null"/> for any.</param>
    /// <param name="columns">Columns.</param>
    public string Int32Input(string input, int? rows, int columns)
    {
        ValueInfoProto block = Vector(input, TensorProto.Types.DataType.Int32, rows);
        block.Type.TensorType.Shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = columns });
        _graph.Input.Add(block);
        return input;
    }

    /// <summary>Declares a value as an output of 32-bit floats, of one dimension of any length.</summary>
    public void FloatOutput(string output) => _graph.Output.Add(Vector(output, TensorProto.Types.DataType.Float, null));

    /// <summary>A constant of 32-bit floats, row-major.</summary>
    public string Constant(string constant, ReadOnlySpan<float> values, params ReadOnlySpan<int> shape) =>
        AddConstant(constant, TensorProto.Types.DataType.Float, MemoryMarshal.AsBytes(values), shape);

    /// <summary>A constant of 64-bit integers of one dimension.</summary>
    public string Constant(string constant, params ReadOnlySpan<long> values) =>
        AddConstant(constant, TensorProto.Types.DataType.Int64, MemoryMarshal.AsBytes(values), [values.Length]);

    /// <summary>Rows of a table: (R, D)[(N)] -> (N, D).</summary>
    public string Gather(string output, string table, string rows) => Append("Gather", output, table, rows);

    /// <summary>(N, D) x (D, H) -> (N, H).</summary>
    public string MatMul(string output, string left, string right) => Append("MatMul", output, left, right);

    /// <summary>(N, D) x (D, H) + (H) -> (N, H).</summary>
    public string Gemm(string output, string left, string right, string bias) => Append("Gemm", output, left, right, bias);

    /// <summary>Sum; dimensions of length 1 are stretched to the other's.</summary>
    public string Add(string output, string left, string right) => Append("Add", output, left, right);

    public string Relu(string output, string input) => Append("Relu", output, input);

    public string Sigmoid(string output, string input) => Append("Sigmoid", output, input);

    /// <summary>Values side by side along the last dimension.</summary>
    public string Concat(string output, params ReadOnlySpan<string> inputs)
    {
        NodeProto node = AddNode("Concat", output, inputs);
        node.Attribute.Add(new AttributeProto { Name = "axis", I = -1, Type = AttributeProto.Types.AttributeType.Int });
        return output;
    }

    /// <summary>The same values in another shape; -1 stands for what is left.</summary>
    public string Reshape(string output, string input, params ReadOnlySpan<long> shape) =>
        Append("Reshape", output, input, Constant($"{output}_shape", shape));

    /// <summary>The bytes of <c>model.onnx</c>.</summary>
    public byte[] ToBytes()
    {
        var model = new ModelProto { IrVersion = IrVersion, ProducerName = "SparrowRecSys", Graph = _graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = OperatorSet });
        return model.ToByteArray();
    }

    private string Append(string operation, string output, params ReadOnlySpan<string> inputs)
    {
        AddNode(operation, output, inputs);
        return output;
    }

    private NodeProto AddNode(string operation, string output, ReadOnlySpan<string> inputs)
    {
        var node = new NodeProto { OpType = operation, Name = output };
        foreach (string input in inputs)
        {
            node.Input.Add(input);
        }

        node.Output.Add(output);
        _graph.Node.Add(node);
        return node;
    }

    private string AddConstant(string constant, TensorProto.Types.DataType type, ReadOnlySpan<byte> bytes, ReadOnlySpan<int> shape)
    {
        // raw_data is little-endian, as is every processor that ONNX Runtime and .NET run on.
        var tensor = new TensorProto { Name = constant, DataType = (int)type, RawData = ByteString.CopyFrom(bytes) };
        foreach (int length in shape)
        {
            tensor.Dims.Add(length);
        }

        _graph.Initializer.Add(tensor);
        return constant;
    }

    private static ValueInfoProto Vector(string name, TensorProto.Types.DataType type, int? length)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(length is { } fixedLength
            ? new TensorShapeProto.Types.Dimension { DimValue = fixedLength }
            : new TensorShapeProto.Types.Dimension { DimParam = "N" });
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape } } };
    }
}
