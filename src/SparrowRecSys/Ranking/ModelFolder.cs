using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime;

namespace SparrowRecSys.Ranking;

/// <summary>
/// A checked model from <c>MODELS/name/version/</c>: <c>model.onnx</c>, <c>schema.json</c>, <c>metrics.json</c>. Immutable, thread-safe.
/// </summary>
public sealed class ModelFolder
{
    public const string ModelFile = "model.onnx";
    public const string SchemaFile = "schema.json";
    public const string MetricsFile = "metrics.json";

    /// <summary>Largest difference allowed between the trainer's score and ONNX Runtime's, on the same batch.</summary>
    public const double MaximumParity = 1e-5;

    private ModelFolder(string path, ModelSchema schema, JsonElement metrics, OnnxScorer scorer) =>
        (Path, Schema, Metrics, Scorer) = (path, schema, metrics, scorer);

    /// <summary>Full path of the version's folder.</summary>
    public string Path { get; }

    public ModelSchema Schema { get; }

    /// <summary>The whole of <c>metrics.json</c>.</summary>
    public JsonElement Metrics { get; }

    /// <summary>The session; whoever takes the model into use disposes it.</summary>
    public OnnxScorer Scorer { get; }

    /// <summary>The newest version of a model that passes all checks, and the newer ones that did not, newest first.</summary>
    /// <param name="modelsDirectory">Folder of all models; it need not exist.</param>
    /// <param name="name">The model's name.</param>
    public static ModelSearch FindNewest(string modelsDirectory, string name)
    {
        var refused = new List<RefusedModel>();
        foreach (int version in Versions(modelsDirectory, name))
        {
            string path = FolderOf(modelsDirectory, name, version);
            try
            {
                return new ModelSearch(Load(path), refused);
            }
            catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                refused.Add(new RefusedModel(path, error.Message));
            }
        }

        return new ModelSearch(null, refused);
    }

    /// <summary>Versions that are there, newest first: the folders whose name is a positive integer. None when there is no such model.</summary>
    public static IReadOnlyList<int> Versions(string modelsDirectory, string name)
    {
        string folder = System.IO.Path.Combine(modelsDirectory, name);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder).Select(VersionOf).Where(version => version > 0).OrderDescending()]
            : [];
    }

    /// <summary>Path of a version, whether or not it is there.</summary>
    public static string FolderOf(string modelsDirectory, string name, int version) =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(modelsDirectory, name, version.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads and checks one version.</summary>
    /// <exception cref="InvalidDataException">A file is missing or wrong; the message says folder, found and expected.</exception>
    public static ModelFolder Load(string path)
    {
        string folder = System.IO.Path.GetFullPath(path);
        var check = new ModelCheck(folder);
        ModelSchema schema = check.Schema(ReadFile(folder, SchemaFile));
        JsonElement metrics = check.Metrics(ReadFile(folder, MetricsFile));
        byte[] model = ReadFile(folder, ModelFile);
        check.Hash(schema, Convert.ToHexStringLower(SHA256.HashData(model)));
        OnnxScorer scorer = Open(folder, model);
        try
        {
            check.Tensors(schema, scorer);
            check.Probe(schema, scorer);
            return new ModelFolder(folder, schema, metrics, scorer);
        }
        catch
        {
            scorer.Dispose();
            throw;
        }
    }

    private static byte[] ReadFile(string folder, string name)
    {
        string path = System.IO.Path.Combine(folder, name);
        return File.Exists(path)
            ? File.ReadAllBytes(path)
            : throw new InvalidDataException($"Model folder {folder}: found no {name}, expected {ModelFile}, {SchemaFile} and {MetricsFile}.");
    }

    private static OnnxScorer Open(string folder, byte[] model)
    {
        try
        {
            return new OnnxScorer(model);
        }
        catch (OnnxRuntimeException error)
        {
            throw new InvalidDataException($"Model folder {folder}: expected {ModelFile} to run in ONNX Runtime, found: {error.Message}", error);
        }
    }

    private static int VersionOf(string folder) =>
        int.TryParse(System.IO.Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : 0;
}

/// <summary>What a search for the newest version found.</summary>
/// <param name="Model">The newest valid version, or <see langword="null"/> when there is none.</param>
/// <param name="Refused">Newer versions that were refused, newest first.</param>
public sealed record ModelSearch(ModelFolder? Model, IReadOnlyList<RefusedModel> Refused);

/// <summary>A version that is there but must not be served.</summary>
/// <param name="Path">Its folder.</param>
/// <param name="Reason">What was found and what was expected.</param>
public sealed record RefusedModel(string Path, string Reason);
