using Microsoft.ML.OnnxRuntime;

namespace SparrowRecSys.Ranking;

/// <summary>Pinned inputs and outputs of one run, bound to the session once per padded batch size. Not thread-safe.</summary>
internal sealed class ScoringBuffer(InferenceSession session, string userInput, string movieInput, string scoreOutput) : IDisposable
{
    /// <summary>Movies in one run at most.</summary>
    public const int Capacity = 2048;

    /// <summary>Batches are padded to a multiple of this: few bindings to keep, and at most 31 rows computed in vain.</summary>
    private const int Granularity = 32;

    private readonly int[] _userRow = GC.AllocateArray<int>(1, pinned: true);
    private readonly int[] _movieRows = GC.AllocateArray<int>(Capacity, pinned: true);
    private readonly float[] _scores = GC.AllocateArray<float>(Capacity, pinned: true);
    private readonly Binding?[] _bindings = new Binding?[Capacity / Granularity]; // by padded size / granularity - 1

    public Span<int> MovieRows => _movieRows;

    public ReadOnlySpan<float> Scores => _scores;

    /// <summary>Sets the user, pads the movie rows that the caller has written, and returns the binding to run.</summary>
    /// <param name="userRow">Row of the user embedding.</param>
    /// <param name="count">Movie rows written, 1 to <see cref="Capacity"/>.</param>
    public OrtIoBinding Prepare(int userRow, int count)
    {
        int steps = (count + Granularity - 1) / Granularity;
        _userRow[0] = userRow;
        _movieRows.AsSpan(count..(steps * Granularity)).Fill(_movieRows[0]);
        Binding binding = _bindings[steps - 1] ??= Bind(steps * Granularity);
        return binding.Io;
    }

    public void Dispose()
    {
        foreach (Binding? binding in _bindings)
        {
            binding?.Dispose();
        }
    }

    private Binding Bind(int size)
    {
        OrtIoBinding io = session.CreateIoBinding();
        var user = OrtValue.CreateTensorValueFromMemory(_userRow, [1]);
        var movies = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, _movieRows.AsMemory(0, size), [size]);
        var scores = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, _scores.AsMemory(0, size), [size]);
        io.BindInput(userInput, user);
        io.BindInput(movieInput, movies);
        io.BindOutput(scoreOutput, scores);
        return new Binding(io, [user, movies, scores]);
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
