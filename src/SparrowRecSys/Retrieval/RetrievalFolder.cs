using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace SparrowRecSys.Retrieval;

/// <summary>
/// A version of a retrieval model as it lies in <c>RETRIEVAL/name/version/</c>: <c>retrieval.json</c> and the files it names. A version is
/// written whole under a temporary name and then moved, so that what belongs together appears together. Immutable.
/// </summary>
/// <param name="Path">Full path of the version's folder.</param>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Manifest">What it says of itself.</param>
/// <param name="Learned">What was learned.</param>
public sealed record RetrievalFolder(string Path, int Version, RetrievalManifest Manifest, LearnedModel Learned)
{
    public const string ManifestFile = "retrieval.json";
    public const string VectorsFile = "vectors.bin";
    public const string WeightsFile = "weights.bin";

    /// <summary>HNSW index over the vectors that are compared with a user's.</summary>
    public const string IndexFile = "index.hnsw";

    /// <summary>HNSW index over the vectors that say how alike movies are.</summary>
    public const string NeighborsFile = "neighbors.hnsw";

    /// <summary>Names of the models of a directory, in ordinal order; none when it does not exist.</summary>
    public static IReadOnlyList<string> Names(string directory) => Directory.Exists(directory)
        ? [.. Directory.EnumerateDirectories(directory).Where(folder => Versions(folder).Count > 0).Select(folder => System.IO.Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The newest version of a model that passes all checks, and the newer ones that did not, newest first.</summary>
    public static RetrievalSearch FindNewest(string directory, string name)
    {
        var refused = new List<(string Path, string Reason)>();
        foreach (int version in Versions(System.IO.Path.Combine(directory, name)))
        {
            string path = FolderOf(directory, name, version);
            try
            {
                return new RetrievalSearch(Load(path), refused);
            }
            catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                refused.Add((path, error.Message));
            }
        }

        return new RetrievalSearch(null, refused);
    }

    /// <summary>Reads and checks one version.</summary>
    /// <exception cref="InvalidDataException">A file is missing or damaged; the message says folder, found and expected.</exception>
    public static RetrievalFolder Load(string path)
    {
        string folder = System.IO.Path.GetFullPath(path);
        RetrievalManifest manifest = ReadManifest(System.IO.Path.Combine(folder, ManifestFile));
        foreach ((string file, string hash) in manifest.Files)
        {
            CheckFile(System.IO.Path.Combine(folder, file), hash);
        }

        try
        {
            LearnedModel learned = LearnedModelFiles.Read(folder, manifest);
            return new RetrievalFolder(folder, VersionOf(folder), manifest, learned);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"{folder}: {error.Message}", error);
        }
    }

    /// <summary>Writes the next version of a model and returns its folder. Nothing is left when something fails.</summary>
    /// <param name="directory">Directory of all retrieval models; made if it is not there.</param>
    /// <param name="learned">What was learned.</param>
    /// <param name="manifest">All but what follows from <paramref name="learned"/>, which is filled in.</param>
    /// <param name="indexes">Those of the model; what HNSW built is saved beside the vectors. <see langword="null"/>: none.</param>
    /// <param name="cancellation">Asked once more before the version appears.</param>
    public static string Save(
        string directory, LearnedModel learned, RetrievalManifest manifest, ModelIndexes? indexes = null, CancellationToken cancellation = default)
    {
        int version = Versions(System.IO.Path.Combine(directory, manifest.Name)) is [int newest, ..] ? newest + 1 : 1;
        string target = FolderOf(directory, manifest.Name, version);
        string temporary = System.IO.Path.Combine(System.IO.Path.GetFullPath(directory), $".{manifest.Name}.{Environment.ProcessId}.tmp");
        try
        {
            Directory.CreateDirectory(temporary);
            RetrievalManifest complete = LearnedModelFiles.Write(temporary, learned, manifest);
            complete = complete with { Index = indexes?.Write(temporary) };
            complete = complete with { Files = Directory.EnumerateFiles(temporary).Order(StringComparer.Ordinal).ToDictionary(file => System.IO.Path.GetFileName(file), HashOf) };
            File.WriteAllText(System.IO.Path.Combine(temporary, ManifestFile), JsonSerializer.Serialize(complete, RetrievalJson.Default.RetrievalManifest) + "\n");
            Load(temporary);
            cancellation.ThrowIfCancellationRequested();
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target) ?? directory);
            Directory.Move(temporary, target);
            return target;
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    private static RetrievalManifest ReadManifest(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{path}: there is no such file, expected a folder with {ManifestFile} and the files that it names.");
        }

        try
        {
            RetrievalManifest manifest = JsonSerializer.Deserialize(File.ReadAllBytes(path), RetrievalJson.Default.RetrievalManifest)
                ?? throw new InvalidDataException($"{path}: found null, expected an object.");
            return manifest.Format == RetrievalManifest.CurrentFormat
                ? manifest
                : throw new InvalidDataException($"{path}: found format {manifest.Format}, expected {RetrievalManifest.CurrentFormat}.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }

    private static void CheckFile(string path, string hash)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{path}: there is no such file, but {ManifestFile} names it.");
        }

        if (HashOf(path) is var found && found != hash)
        {
            throw new InvalidDataException($"{path}: found SHA-256 {found}, expected {hash}: the file is damaged or of another version.");
        }
    }

    private static string HashOf(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string FolderOf(string directory, string name, int version) =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(directory, name, version.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Versions in a model's folder, newest first.</summary>
    private static IReadOnlyList<int> Versions(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).Select(VersionOf).Where(version => version > 0).OrderDescending()]
        : [];

    private static int VersionOf(string folder) =>
        int.TryParse(System.IO.Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : 0;
}

/// <summary>What a search for the newest version found.</summary>
/// <param name="Folder">The newest valid version; <see langword="null"/> when there is none.</param>
/// <param name="Refused">Newer versions that were refused, newest first, with the reason.</param>
public sealed record RetrievalSearch(RetrievalFolder? Folder, IReadOnlyList<(string Path, string Reason)> Refused);
