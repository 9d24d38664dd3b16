using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Offline.Models;

/// <summary>Writes a model folder: whole under its version's number, or not at all.</summary>
internal static class ModelPublisher
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The next version of a model: one more than the highest that is there, 1 at first.</summary>
    public static int NextVersion(string modelsDirectory, string name) => ModelFolder.Versions(modelsDirectory, name) is [int newest, ..] ? newest + 1 : 1;

    /// <summary>
    /// Writes into a temporary folder, checks it by loading it as the server will, and moves it to <c>name/version/</c>. Returns its path.
    /// </summary>
    /// <param name="modelsDirectory">Folder of all models; made if it is not there.</param>
    /// <param name="schema">Schema of this version; the hash of the model is filled in.</param>
    /// <param name="model">The bytes of <c>model.onnx</c>.</param>
    /// <param name="metrics">The content of <c>metrics.json</c>; <c>parity</c> is among it.</param>
    /// <param name="cancellation">Asked once more before the folder appears.</param>
    /// <exception cref="InvalidDataException">The folder would be refused by the server.</exception>
    public static string Publish(string modelsDirectory, ModelSchema schema, byte[] model, JsonObject metrics, CancellationToken cancellation = default)
    {
        string target = ModelFolder.FolderOf(modelsDirectory, schema.Name, schema.Version);
        string temporary = Path.Combine(Path.GetFullPath(modelsDirectory), $".{schema.Name}.{Environment.ProcessId}.tmp");
        // The check wants name/version/, so the temporary folder has both below it.
        string folder = ModelFolder.FolderOf(temporary, schema.Name, schema.Version);
        try
        {
            Directory.CreateDirectory(folder);
            ModelSchema complete = schema with { ModelSha256 = Convert.ToHexStringLower(SHA256.HashData(model)) };
            File.WriteAllBytes(Path.Combine(folder, ModelFolder.ModelFile), model);
            File.WriteAllText(Path.Combine(folder, ModelFolder.SchemaFile), JsonSerializer.Serialize(complete, ModelJson.Default.ModelSchema) + "\n");
            File.WriteAllText(Path.Combine(folder, ModelFolder.MetricsFile), metrics.ToJsonString(Indented) + "\n");
            ModelFolder.Load(folder).Scorer.Dispose();
            cancellation.ThrowIfCancellationRequested();
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? modelsDirectory);
            Directory.Move(folder, target);
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
}
