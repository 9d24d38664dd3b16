using System.Globalization;
using System.Runtime.InteropServices;
using Google.Protobuf;
using SparrowRecSys.Offline.Onnx.Format;
using TorchSharp;
using TorchSharp.Modules;

namespace SparrowRecSys.Offline.Onnx;

/// <summary>
/// Builds an ONNX graph node by node: every method adds something and returns the name of its output, which the graph chooses. Not thread-safe.
/// </summary>
/// <remarks>Operators are those of the default domain, operator set 17 (https://onnx.ai/onnx/operators/).</remarks>
internal sealed class OnnxGraph(string name)
{
    private const int OperatorSet = 17;
    private const int IrVersion = 8; // the oldest that knows operator set 17

    private readonly GraphProto _graph = new() { Name = name };
    private readonly Dictionary<IntPtr, string> _parameters = []; // those that are written already, by handle
    private int _count; // of names given

    /// <summary>Declares an input of two dimensions.</summary>
    /// <param name="input">Name.</param>
    /// <param name="isInteger">32-bit integers, else 32-bit floats.</param>
    /// <param name="rows">Fixed number of rows, or <see langword="null"/> for any.</param>
    /// <param name="columns">Columns.</param>
    public string Input(string input, bool isInteger, int? rows, int columns)
    {
        _graph.Input.Add(Describe(input, isInteger ? TensorProto.Types.DataType.Int32 : TensorProto.Types.DataType.Float, [rows, columns]));
        return input;
    }

    /// <summary>Makes a value of floats (N, 1) the output (N), under a name.</summary>
    public void Output(string output, string value)
    {
        AddNode("Reshape", output, [value, Integers(-1)]);
        _graph.Output.Add(Describe(output, TensorProto.Types.DataType.Float, [null]));
    }

    /// <summary>Makes a value of floats (N, columns) an output, under a name.</summary>
    public void Output(string output, string value, int columns)
    {
        AddNode("Identity", output, [value]);
        _graph.Output.Add(Describe(output, TensorProto.Types.DataType.Float, [null, columns]));
    }

    /// <summary>A node.</summary>
    /// <param name="operation">Name of the operator.</param>
    /// <param name="inputs">Names of its inputs, in order.</param>
    public string Node(string operation, params ReadOnlySpan<string> inputs)
    {
        string output = NextName(operation);
        AddNode(operation, output, inputs);
        return output;
    }

    /// <summary>A node with an attribute.</summary>
    public string Node(string operation, ReadOnlySpan<string> inputs, string attribute, long value) =>
        Node(operation, inputs, new AttributeProto { Name = attribute, I = value, Type = AttributeProto.Types.AttributeType.Int });

    /// <summary>A node with an attribute.</summary>
    public string Node(string operation, ReadOnlySpan<string> inputs, string attribute, float value) =>
        Node(operation, inputs, new AttributeProto { Name = attribute, F = value, Type = AttributeProto.Types.AttributeType.Float });

    /// <summary>A node with an attribute of several integers.</summary>
    public string Node(string operation, ReadOnlySpan<string> inputs, string attribute, ReadOnlySpan<long> values)
    {
        var proto = new AttributeProto { Name = attribute, Type = AttributeProto.Types.AttributeType.Ints };
        foreach (long value in values)
        {
            proto.Ints.Add(value);
        }

        return Node(operation, inputs, proto);
    }

    /// <summary>A constant of 32-bit floats, row-major.</summary>
    public string Floats(ReadOnlySpan<float> values, params ReadOnlySpan<int> shape) =>
        AddConstant("weights", TensorProto.Types.DataType.Float, MemoryMarshal.AsBytes(values), shape);

    /// <summary>One 32-bit float, of no dimension.</summary>
    public string Number(double value) => Floats([(float)value], []);

    /// <summary>64-bit integers, of one dimension.</summary>
    public string Integers(params ReadOnlySpan<long> values) =>
        AddConstant("integers", TensorProto.Types.DataType.Int64, MemoryMarshal.AsBytes(values), [values.Length]);

    /// <summary>One 32-bit integer, of no dimension.</summary>
    public string Integer(int value) => AddConstant("integer", TensorProto.Types.DataType.Int32, MemoryMarshal.AsBytes([value]), []);

    /// <summary>A tensor of floats as a constant; a parameter of a network is written once, however often it is used.</summary>
    public string Weights(torch.Tensor tensor)
    {
        if (tensor is Parameter && _parameters.TryGetValue(tensor.Handle, out string? known))
        {
            return known;
        }

        using torch.Tensor values = tensor.detach().cpu().contiguous();
        string constant = Floats(values.data<float>().ToArray(), [.. values.shape.Select(length => (int)length)]);
        if (tensor is Parameter)
        {
            _parameters[tensor.Handle] = constant;
        }

        return constant;
    }

    /// <summary>The bytes of <c>model.onnx</c>.</summary>
    public byte[] ToBytes()
    {
        var model = new ModelProto { IrVersion = IrVersion, ProducerName = "SparrowRecSys", Graph = _graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = OperatorSet });
        return model.ToByteArray();
    }

    private string Node(string operation, ReadOnlySpan<string> inputs, AttributeProto attribute)
    {
        string output = NextName(operation);
        AddNode(operation, output, inputs).Attribute.Add(attribute);
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

    private string AddConstant(string kind, TensorProto.Types.DataType type, ReadOnlySpan<byte> bytes, ReadOnlySpan<int> shape)
    {
        // raw_data is little-endian, as is every processor that ONNX Runtime and .NET run on.
        var tensor = new TensorProto { Name = NextName(kind), DataType = (int)type, RawData = ByteString.CopyFrom(bytes) };
        foreach (int length in shape)
        {
            tensor.Dims.Add(length);
        }

        _graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    private string NextName(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind.ToLowerInvariant()}_{++_count}");

    private static ValueInfoProto Describe(string name, TensorProto.Types.DataType type, ReadOnlySpan<int?> lengths)
    {
        var shape = new TensorShapeProto();
        foreach (int? length in lengths)
        {
            shape.Dim.Add(length is { } fixedLength
                ? new TensorShapeProto.Types.Dimension { DimValue = fixedLength }
                : new TensorShapeProto.Types.Dimension { DimParam = "N" });
        }

        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape } } };
    }
}
