using Microsoft.ML.OnnxRuntime;
using SparrowRecSys.Features;

namespace SparrowRecSys.Ranking;

/// <summary>Pinned feature blocks and scores of one run, bound to the session once per padded batch size. Not thread-safe.</summary>
public sealed class ScoringBuffer : IDisposable
{
    /// <summary>Candidates in one run at most.</summary>
    public const int Capacity = 2048;

    /// <summary>Batches are padded to a multiple of this: few bindings to keep, and at most 31 rows computed in vain.</summary>
    private const int Granularity = 32;

    private readonly InferenceSession _session;
    private readonly string _scoreOutput;
    private readonly int[] _userIds;
    private readonly float[] _userNumbers;
    private readonly int[] _movieIds;
    private readonly float[] _movieNumbers;
    private readonly float[] _scores = GC.AllocateArray<float>(Capacity, pinned: true);
    private readonly Binding?[] _bindings = new Binding?[Capacity / Granularity]; // by padded size / granularity - 1

    /// <param name="session">The session to bind to.</param>
    /// <param name="inputs">Blocks that the graph takes, each (rows, width).</param>
    /// <param name="scoreOutput">Name of the output.</param>
    internal ScoringBuffer(InferenceSession session, IReadOnlyList<ModelTensor> inputs, string scoreOutput)
    {
        (_session, _scoreOutput) = (session, scoreOutput);
        int Width(FeatureBlock block) => inputs.FirstOrDefault(input => input.Name == FeatureSchema.NameOf(block))?.Shape[1] ?? 0;
        _userIds = GC.AllocateArray<int>(Width(FeatureBlock.UserIds), pinned: true);
        _userNumbers = GC.AllocateArray<float>(Width(FeatureBlock.UserNumbers), pinned: true);
        _movieIds = GC.AllocateArray<int>(Width(FeatureBlock.MovieIds) * Capacity, pinned: true);
        _movieNumbers = GC.AllocateArray<float>(Width(FeatureBlock.MovieNumbers) * Capacity, pinned: true);
    }

    /// <summary>The user's row of ids.</summary>
    public Span<int> UserIds => _userIds;

    /// <summary>The user's row of numbers.</summary>
    public Span<float> UserNumbers => _userNumbers;

    /// <summary>(<see cref="Capacity"/>, width): the candidates' ids.</summary>
    public Span<int> MovieIds => _movieIds;

    /// <summary>(<see cref="Capacity"/>, width): the candidates' numbers.</summary>
    public Span<float> MovieNumbers => _movieNumbers;

    /// <summary>Counts of candidates while their features are written (<see cref="Capacity"/>).</summary>
    internal MovieCounts[] Counts { get; } = new MovieCounts[Capacity];

    internal ReadOnlySpan<float> Scores => _scores;

    public void Dispose()
    {
        foreach (Binding? binding in _bindings)
        {
            binding?.Dispose();
        }
    }

    /// <summary>Fills the padding and returns the binding to run.</summary>
    /// <param name="count">Candidates written, 1 to <see cref="Capacity"/>.</param>
    internal OrtIoBinding Bind(int count)
    {
        int steps = (count + Granularity - 1) / Granularity;
        int size = steps * Granularity;
        // What a longer request left behind are features too, so the padding needs no care but at first, when it is all zeros.
        Binding binding = _bindings[steps - 1] ??= Create(size);
        return binding.Io;
    }

    /// <summary>The blocks that the graph takes, over this buffer's memory; whoever asks disposes of them.</summary>
    /// <param name="rows">Candidates.</param>
    internal IReadOnlyList<(string Name, OrtValue Value)> InputsOf(int rows)
    {
        var inputs = new List<(string Name, OrtValue Value)>();
        Add(_userIds, 1, FeatureBlock.UserIds);
        Add(_userNumbers, 1, FeatureBlock.UserNumbers);
        Add(_movieIds, rows, FeatureBlock.MovieIds);
        Add(_movieNumbers, rows, FeatureBlock.MovieNumbers);
        return inputs;

        void Add<T>(T[] block, int blockRows, FeatureBlock name)
            where T : unmanaged
        {
            if (block.Length > 0)
            {
                int width = name is FeatureBlock.UserIds or FeatureBlock.UserNumbers ? block.Length : block.Length / Capacity;
                var value = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, block.AsMemory(0, blockRows * width), [blockRows, width]);
                inputs.Add((FeatureSchema.NameOf(name), value));
            }
        }
    }

    private Binding Create(int size)
    {
        OrtIoBinding io = _session.CreateIoBinding();
        IReadOnlyList<(string Name, OrtValue Value)> inputs = InputsOf(size);
        foreach ((string name, OrtValue value) in inputs)
        {
            io.BindInput(name, value);
        }

        var scores = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, _scores.AsMemory(0, size), [size]);
        io.BindOutput(_scoreOutput, scores);
        return new Binding(io, [.. inputs.Select(input => input.Value), scores]);
    }

    private sealed record Binding(OrtIoBinding Io, OrtValue[] Values) : IDisposable
    {
        public void Dispose()
        {
            Io.Dispose();
            foreach (OrtValue value in Values)
            {
                value.Dispose();
            }
        }
    }
}
