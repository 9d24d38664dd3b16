using Microsoft.ML.OnnxRuntime;

namespace SparrowRecSys.Ranking;

/// <summary>
/// One ONNX session over a network that takes feature blocks (<see cref="Features.FeatureBlock"/>), one row of the user and N of candidates,
/// and gives N scores. Thread-safe.
/// </summary>
/// <remarks>
/// A run goes through pooled, pinned buffers that stay bound to the session, so a request allocates next to nothing. Batches are padded
/// to a multiple of 32, for which the binding is made once and kept. One thread per run: requests already use all cores, and two
/// threads per run made the 99th percentile ten times worse.
/// </remarks>
public sealed class OnnxScorer : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = new();
    private readonly ScoringBuffer?[] _idle = new ScoringBuffer?[Environment.ProcessorCount * 2];

    /// <exception cref="OnnxRuntimeException">The bytes are no model that ONNX Runtime can run.</exception>
    public OnnxScorer(byte[] model)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        _session = new InferenceSession(model, options);
        Inputs = [.. _session.InputMetadata.Select(input => Describe(input.Key, input.Value))];
        Outputs = [.. _session.OutputMetadata.Select(output => Describe(output.Key, output.Value))];
    }

    /// <summary>Inputs as the graph states them, in its order.</summary>
    public IReadOnlyList<ModelTensor> Inputs { get; }

    /// <summary>Outputs as the graph states them, in its order.</summary>
    public IReadOnlyList<ModelTensor> Outputs { get; }

    /// <summary>Whether the graph can say which films of the history matter.</summary>
    public bool HasAttention => Outputs.Any(output => output.Name == ModelSchema.AttentionName);

    /// <summary>A buffer to write features into; to be given back by <see cref="Return"/>, also after an exception.</summary>
    public ScoringBuffer Rent()
    {
        foreach (ref ScoringBuffer? slot in _idle.AsSpan())
        {
            if (slot is not null && Interlocked.Exchange(ref slot, null) is { } buffer)
            {
                return buffer;
            }
        }

        return new ScoringBuffer(_session, Inputs, Outputs[0].Name);
    }

    /// <summary>Scores the candidates whose features stand in the first rows of a rented buffer.</summary>
    /// <param name="buffer">Of this scorer.</param>
    /// <param name="count">Candidates, 1 to <see cref="ScoringBuffer.Capacity"/>.</param>
    /// <param name="scores">Receives their scores.</param>
    public void Run(ScoringBuffer buffer, int count, Span<float> scores)
    {
        _session.RunWithBinding(_runOptions, buffer.Bind(count));
        buffer.Scores[..count].CopyTo(scores);
    }

    /// <summary>
    /// How much each film of the history matters for each candidate whose features stand in the first rows of a rented buffer: (count, L), row-major. A run of
    /// its own that allocates, for explanations.
    /// </summary>
    /// <param name="buffer">Of this scorer, which <see cref="HasAttention"/>.</param>
    /// <param name="count">Candidates, 1 to <see cref="ScoringBuffer.Capacity"/>.</param>
    public float[] Attend(ScoringBuffer buffer, int count)
    {
        IReadOnlyList<(string Name, OrtValue Value)> inputs = buffer.InputsOf(count);
        try
        {
            using IDisposableReadOnlyCollection<OrtValue> outputs = _session.Run(
                _runOptions, [.. inputs.Select(input => input.Name)], [.. inputs.Select(input => input.Value)], [ModelSchema.AttentionName]);
            return outputs[0].GetTensorDataAsSpan<float>().ToArray();
        }
        finally
        {
            foreach ((_, OrtValue value) in inputs)
            {
                value.Dispose();
            }
        }
    }

    /// <summary>Gives a buffer back.</summary>
    public void Return(ScoringBuffer buffer)
    {
        foreach (ref ScoringBuffer? slot in _idle.AsSpan())
        {
            if (slot is null && Interlocked.CompareExchange(ref slot, buffer, null) is null)
            {
                return;
            }
        }

        buffer.Dispose(); // more requests at once than buffers are kept for
    }

    public void Dispose()
    {
        for (int i = 0; i < _idle.Length; i++)
        {
            Interlocked.Exchange(ref _idle[i], null)?.Dispose();
        }

        _runOptions.Dispose();
        _session.Dispose();
    }

    private static ModelTensor Describe(string name, NodeMetadata metadata)
    {
        string type = metadata.IsTensor ? metadata.ElementDataType.ToString().ToLowerInvariant() : metadata.OnnxValueType.ToString();
        return new ModelTensor(name, type == "float" ? "float32" : type, metadata.Dimensions);
    }
}
