using Microsoft.ML.OnnxRuntime;

namespace SparrowRecSys.Ranking;

/// <summary>
/// One ONNX session over a network with the inputs user (1) and movie (N), both int32 rows, and the output score (N). Thread-safe.
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

    /// <summary>Writes the score of the user with <c>movieRows[i]</c> to <c>scores[i]</c>; rows are rows of the embeddings.</summary>
    /// <remarks>One run for up to <see cref="ScoringBuffer.Capacity"/> movies, else one for each so many.</remarks>
    public void Score(int userRow, ReadOnlySpan<int> movieRows, Span<float> scores)
    {
        ScoringBuffer buffer = Rent();
        try
        {
            for (int start = 0; start < movieRows.Length; start += ScoringBuffer.Capacity)
            {
                int count = Math.Min(ScoringBuffer.Capacity, movieRows.Length - start);
                movieRows.Slice(start, count).CopyTo(buffer.MovieRows);
                Run(buffer, userRow, count, scores.Slice(start, count));
            }
        }
        finally
        {
            Return(buffer);
        }
    }

    /// <summary>The same with embedding rows looked up: <c>embeddingRows[movieRows[i]]</c> is scored to <c>scores[i]</c>.</summary>
    internal void Score(int userRow, ReadOnlySpan<int> movieRows, ReadOnlySpan<int> embeddingRows, Span<float> scores)
    {
        ScoringBuffer buffer = Rent();
        try
        {
            for (int start = 0; start < movieRows.Length; start += ScoringBuffer.Capacity)
            {
                ReadOnlySpan<int> chunk = movieRows[start..Math.Min(start + ScoringBuffer.Capacity, movieRows.Length)];
                Span<int> rows = buffer.MovieRows;
                for (int i = 0; i < chunk.Length; i++)
                {
                    rows[i] = embeddingRows[chunk[i]];
                }

                Run(buffer, userRow, chunk.Length, scores.Slice(start, chunk.Length));
            }
        }
        finally
        {
            Return(buffer);
        }
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

    private void Run(ScoringBuffer buffer, int userRow, int count, Span<float> scores)
    {
        _session.RunWithBinding(_runOptions, buffer.Prepare(userRow, count));
        buffer.Scores[..count].CopyTo(scores);
    }

    private ScoringBuffer Rent()
    {
        foreach (ref ScoringBuffer? slot in _idle.AsSpan())
        {
            if (slot is not null && Interlocked.Exchange(ref slot, null) is { } buffer)
            {
                return buffer;
            }
        }

        return new ScoringBuffer(_session, Inputs[0].Name, Inputs[1].Name, Outputs[0].Name);
    }

    private void Return(ScoringBuffer buffer)
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

    private static ModelTensor Describe(string name, NodeMetadata metadata)
    {
        string type = metadata.IsTensor ? metadata.ElementDataType.ToString().ToLowerInvariant() : metadata.OnnxValueType.ToString();
        return new ModelTensor(name, type == "float" ? "float32" : type, metadata.Dimensions);
    }
}
