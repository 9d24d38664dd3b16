using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Offline.Models;

/// <summary>The models folder as a person sees it: what is there, what serves, and how to change that. Every change is whole or not at all.</summary>
internal sealed class ModelShelf(string modelsDirectory)
{
    /// <summary>Names of the models, in order.</summary>
    public IReadOnlyList<string> Names => ModelVersions.Names(modelsDirectory);

    /// <summary>Checks every version of a model, newest first.</summary>
    public IReadOnlyList<ShelvedModel> Look(string name)
    {
        IReadOnlyList<int> versions = ModelFolder.Versions(modelsDirectory, name);
        (int? pinned, string? pinProblem) = FindPinned(name);
        var found = versions.ToDictionary(version => version, version => Check(name, version));
        int active = ModelVersions.InOrder(versions, pinProblem is null ? pinned : 0, loaded: null).FirstOrDefault(version => found[version].Reason is null);
        return [.. versions.Select(version => found[version] with
        {
            IsPinned = version == pinned,
            State = found[version].Reason is not null ? ModelState.Refused
                : version == active ? ModelState.Active
                : version > active ? ModelState.Newer
                : ModelState.Older,
        })];
    }

    /// <summary>Lets a version serve, whatever newer ones there are. Returns it.</summary>
    /// <exception cref="InvalidDataException">It is not there, or must not serve.</exception>
    public ShelvedModel Pin(string name, int version)
    {
        if (Check(Existing(name, version)) is { Reason: { } reason })
        {
            throw new InvalidDataException($"{reason} It is not activated.");
        }

        AtomicFile.WriteText(ModelVersions.PinPath(modelsDirectory, name), string.Create(CultureInfo.InvariantCulture, $"{{\"version\":{version}}}\n"));
        return Look(name).First(model => model.Version == version);
    }

    /// <summary>Lets the newest valid version serve, now and later. Returns it.</summary>
    /// <exception cref="InvalidDataException">There is no such model, or no version of it may serve.</exception>
    public ShelvedModel Unpin(string name)
    {
        IReadOnlyList<int> versions = ExistingVersions(name);
        int newest = versions.FirstOrDefault(version => Check(name, version).Reason is null);
        if (newest == 0)
        {
            throw new InvalidDataException($"No version of {name} may serve; see 'sparrow models list'. Nothing is changed.");
        }

        File.Delete(ModelVersions.PinPath(modelsDirectory, name));
        return Look(name).First(model => model.Version == newest);
    }

    /// <summary>Removes a version from the disk. Returns the one that serves then; <see langword="null"/> when none does, as before.</summary>
    /// <exception cref="InvalidDataException">It is not there, or serves and no other can take over.</exception>
    public ShelvedModel? Remove(string name, int version)
    {
        string folder = Existing(name, version);
        IReadOnlyList<ShelvedModel> models = Look(name);
        ShelvedModel removed = models.First(model => model.Version == version);
        if (removed.IsPinned)
        {
            throw new InvalidDataException(
                $"Version {version} of {name} is pinned. First let another one serve: sparrow models activate {name} latest, or another number.");
        }

        ShelvedModel? next = models.FirstOrDefault(model => model.Version != version && model.State != ModelState.Refused);
        if (removed.State == ModelState.Active && next is null)
        {
            throw new InvalidDataException($"Version {version} of {name} serves, and no other version of it may. It is not removed.");
        }

        // Out of sight by one move, so that no server meets half of it.
        string hidden = Path.GetFullPath(Path.Combine(modelsDirectory, $".{name}.{version}.{Environment.ProcessId}.removed"));
        Directory.Move(folder, hidden);
        Directory.Delete(hidden, recursive: true);
        return removed.State == ModelState.Active ? next : models.FirstOrDefault(model => model.State == ModelState.Active);
    }

    private (int? Pinned, string? Problem) FindPinned(string name)
    {
        try
        {
            return (ModelVersions.Pinned(modelsDirectory, name), null);
        }
        catch (InvalidDataException error)
        {
            return (null, error.Message);
        }
    }

    private IReadOnlyList<int> ExistingVersions(string name)
    {
        IReadOnlyList<int> versions = ModelFolder.Versions(modelsDirectory, name);
        return versions.Count > 0
            ? versions
            : throw new InvalidDataException($"There is no model '{name}' in {Path.GetFullPath(modelsDirectory)}; there are {(Names.Count == 0 ? "none" : string.Join(", ", Names))}.");
    }

    private string Existing(string name, int version)
    {
        IReadOnlyList<int> versions = ExistingVersions(name);
        return versions.Contains(version)
            ? ModelFolder.FolderOf(modelsDirectory, name, version)
            : throw new InvalidDataException($"There is no version {version} of {name}; there are {string.Join(", ", versions.Order())}.");
    }

    private ShelvedModel Check(string name, int version) => Check(ModelFolder.FolderOf(modelsDirectory, name, version));

    private static ShelvedModel Check(string folder)
    {
        string name = Path.GetFileName(Path.GetDirectoryName(folder)) ?? "";
        int version = int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);
        try
        {
            ModelFolder model = ModelFolder.Load(folder);
            model.Scorer.Dispose();
            return new ShelvedModel(
                name, version, model.Schema.Created, Find(model.Metrics, "test", "auc"), Find(model.Metrics, "parity"), ModelState.Older, false, null);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new ShelvedModel(name, version, null, null, null, ModelState.Refused, false, error.Message);
        }
    }

    private static double? Find(JsonElement metrics, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            if (metrics.ValueKind != JsonValueKind.Object || !metrics.TryGetProperty(name, out metrics))
            {
                return null;
            }
        }

        return metrics.ValueKind == JsonValueKind.Number ? metrics.GetDouble() : null;
    }
}

/// <summary>What the server makes of a version.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter))]
internal enum ModelState
{
    /// <summary>It serves.</summary>
    Active,

    /// <summary>Valid, and newer than the active one.</summary>
    Newer,

    /// <summary>Valid, and older than the active one.</summary>
    Older,

    /// <summary>It must not serve.</summary>
    Refused,
}

/// <summary>A version of a model on the disk.</summary>
/// <param name="Name">Of the model.</param>
/// <param name="Version">Its number.</param>
/// <param name="Created">When it was trained; <see langword="null"/> when refused.</param>
/// <param name="TestAuc">AUC on the test part; <see langword="null"/> where metrics.json has none.</param>
/// <param name="Parity">Greatest difference to the trainer's scores at export; <see langword="null"/> when refused.</param>
/// <param name="State">What the server makes of it.</param>
/// <param name="IsPinned">Whether active.json names it.</param>
/// <param name="Reason">Why it is refused.</param>
internal sealed record ShelvedModel(
    string Name, int Version, DateTimeOffset? Created, double? TestAuc, double? Parity, ModelState State, bool IsPinned, string? Reason);

internal sealed class CamelCaseEnumConverter() : JsonStringEnumConverter<ModelState>(JsonNamingPolicy.CamelCase);
