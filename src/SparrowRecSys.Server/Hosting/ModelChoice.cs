using System.Globalization;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Server.Hosting;

/// <summary>
/// One look at the models folder: which version of each model is to serve. What serves already and has not changed is kept as it is; what was refused and
/// has not changed is not tried again. Not thread-safe.
/// </summary>
/// <param name="folder">Folder of all models.</param>
/// <param name="before">What serves now, and what was refused.</param>
/// <param name="load">Makes a ranker of a version's folder, or throws saying why not.</param>
/// <param name="now">The time.</param>
internal sealed class ModelChoice(string folder, LoadedRankers before, Func<string, OnnxRanker> load, DateTimeOffset now)
{
    private static readonly string[] Files = [ModelFolder.SchemaFile, ModelFolder.ModelFile, ModelFolder.MetricsFile];

    private readonly List<LoadedModel> _models = [];
    private readonly List<RefusedVersion> _refused = [];

    /// <summary>What is to serve from now on.</summary>
    /// <exception cref="IOException">The folder cannot be read: nothing is to change.</exception>
    public LoadedRankers Make()
    {
        foreach (string name in ModelVersions.Names(folder))
        {
            Choose(name);
        }

        return new LoadedRankers(_models, before.Code, _refused);
    }

    private void Choose(string name)
    {
        LoadedModel? serving = before.Models.FirstOrDefault(model => model.Name == name);
        try
        {
            IReadOnlyList<int> versions = ModelFolder.Versions(folder, name);
            int? pinned = FindPinned(name, versions);
            foreach (int version in ModelVersions.InOrder(versions, pinned, serving?.Version))
            {
                if (Find(name, version, version == pinned, serving) is { } model)
                {
                    _models.Add(model);
                    return;
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Not to be read just now, which is no reason to stop serving it.
            Refuse(name, null, "", Path.Combine(folder, name), error.Message);
            if (serving is not null)
            {
                _models.Add(serving);
            }
        }
    }

    /// <summary>The pinned version; 0, which no version is, for a pin that cannot be followed.</summary>
    private int? FindPinned(string name, IReadOnlyList<int> versions)
    {
        string path = ModelVersions.PinPath(folder, name);
        try
        {
            int? pinned = ModelVersions.Pinned(folder, name);
            if (pinned is null || versions.Contains(pinned.Value))
            {
                return pinned;
            }

            string found = versions.Count == 0 ? "none" : string.Join(", ", versions.Order());
            Refuse(name, null, $"{pinned} of {found}", path, $"found version {pinned}, expected one of those that are there: {found}");
        }
        catch (InvalidDataException error)
        {
            Refuse(name, null, error.Message, path, error.Message);
        }

        return 0;
    }

    private LoadedModel? Find(string name, int version, bool isPinned, LoadedModel? serving)
    {
        string path = ModelFolder.FolderOf(folder, name, version);
        string stamp = StampOf(path);
        if (serving?.Version == version && serving.Stamp == stamp)
        {
            return serving.IsPinned == isPinned ? serving : serving with { IsPinned = isPinned };
        }

        if (before.Refused.FirstOrDefault(refused => refused.Path == path && refused.Stamp == stamp) is { } known)
        {
            _refused.Add(known);
            return null;
        }

        try
        {
            return new LoadedModel(name, version, stamp, isPinned, now, load(path));
        }
        catch (Exception error)
        {
            // Whatever a broken model throws, the others serve.
            Refuse(name, version, stamp, path, error.Message);
            return null;
        }
    }

    private void Refuse(string name, int? version, string stamp, string path, string reason) =>
        _refused.Add(before.Refused.FirstOrDefault(known => known.Path == path && known.Stamp == stamp) ?? new RefusedVersion(name, version, stamp, path, reason));

    /// <summary>Tells one state of a folder from another without reading its files.</summary>
    private static string StampOf(string path) => string.Join(' ', Files.Select(name =>
    {
        var file = new FileInfo(Path.Combine(path, name));
        return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length}/{file.LastWriteTimeUtc.Ticks}") : "-";
    }));
}
