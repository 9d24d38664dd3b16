using System.Text.Json;

namespace SparrowRecSys.Embeddings;

/// <summary>Reads an embedding file of either format: binary when it begins with the binary format's magic bytes, text otherwise.</summary>
public static class EmbeddingFile
{
    /// <exception cref="InvalidDataException">The file is damaged; the message names it, the place, what was found and what was expected.</exception>
    public static EmbeddingRows Load(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        return EmbeddingBinaryFormat.Recognizes(bytes)
            ? EmbeddingBinaryFormat.Read(bytes, path)
            : EmbeddingTextFormat.Read(bytes, path);
    }

    /// <summary>
    /// Hash of the data that vectors were learned from, as the JSON file of the same name beside them says, or the manifest of a retrieval model in
    /// whose folder they lie; <see langword="null"/> when none says so.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is not JSON.</exception>
    public static string? FindDataHash(string path)
    {
        string[] places = [Path.ChangeExtension(path, ".json"), Path.Combine(Path.GetDirectoryName(path) ?? "", "retrieval.json")];
        string? summary = Array.Find(places, File.Exists);
        if (summary is null)
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(summary));
            return document.RootElement.TryGetProperty("dataHash", out JsonElement hash) ? hash.GetString() : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{summary}: found {error.Message}, expected an object with dataHash.", error);
        }
    }
}
