using System.Text;
using System.Text.Json;

namespace SparrowRecSys.Offline.Tuning;

/// <summary>What makes a search the same search.</summary>
internal sealed record TuningIdentity(string Model, string DataHash, string Protocol, string Metric, int Seed, byte MinHalfStars, string Fixed);

/// <summary>
/// The trials of a search in a file, a line of JSON each behind a line that says which search it is, so that a search that was stopped goes on
/// where it was. Not thread-safe.
/// </summary>
internal sealed class TuningState
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly string _path;
    private readonly List<TuningTrial> _trials = [];

    private TuningState(string path) => _path = path;

    /// <summary>The trials so far, in order.</summary>
    public IReadOnlyList<TuningTrial> Trials => _trials;

    /// <summary>The best trial so far, the earliest of equal ones; <see langword="null"/> when none succeeded.</summary>
    public TuningTrial? Best => _trials.Where(trial => trial.Value is not null).OrderByDescending(trial => trial.Value).ThenBy(trial => trial.Trial).FirstOrDefault();

    /// <summary>Goes on with the search in a file, or begins one. A last line that was cut off while it was written is dropped.</summary>
    /// <exception cref="InvalidDataException">The file is that of another search, or is damaged.</exception>
    public static TuningState Open(string path, TuningIdentity identity)
    {
        var state = new TuningState(Path.GetFullPath(path));
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(state._path) ?? ".");
            state.Append(identity);
            return state;
        }

        string text = File.ReadAllText(path);
        string whole = text[..(text.LastIndexOf('\n') + 1)];
        string[] lines = whole.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || Read<TuningIdentity>(path, 1, lines[0]) is var found && found != identity)
        {
            throw new InvalidDataException(
                $"{path}: found {(lines.Length == 0 ? "no search" : $"the search {lines[0]}")}, expected {JsonSerializer.Serialize(identity, Json)}. Name another --state, or remove the file.");
        }

        for (int line = 1; line < lines.Length; line++)
        {
            state._trials.Add(Read<TuningTrial>(path, line + 1, lines[line]));
        }

        if (whole.Length < text.Length)
        {
            AtomicFile.WriteText(path, whole);
        }

        return state;
    }

    /// <summary>Adds a finished trial, here and in the file.</summary>
    public void Add(TuningTrial trial)
    {
        _trials.Add(trial);
        Append(trial);
    }

    private void Append<T>(T value)
    {
        using var stream = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read);
        stream.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Json) + "\n"));
    }

    private static T Read<T>(string path, int line, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Json) ?? throw new InvalidDataException($"{path}({line}): found null, expected an object.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}({line}): {error.Message}", error);
        }
    }
}
