using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SparrowRecSys.Embeddings;

/// <summary>
/// Reads an embedding file of any format: binary when it begins with the binary format's magic bytes, the text format of word2vec when its first line
/// is two whole numbers, else our text format.
/// </summary>
public static class EmbeddingFile
{
    /// <exception cref="InvalidDataException">The file is damaged; the message names it, the place, what was found and what was expected.</exception>
    public static EmbeddingRows Load(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        return EmbeddingBinaryFormat.Recognizes(bytes) ? EmbeddingBinaryFormat.Read(bytes, path)
            : HasWordVectors(bytes) ? OfWords(WordVectorFormat.Read(path), path)
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

    /// <summary>Whether the first line is that of word2vec: <c>N D</c>.</summary>
    private static bool HasWordVectors(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)'\n');
        string[] fields = Encoding.UTF8.GetString(end < 0 ? [] : bytes[..end]).Trim('\uFEFF').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 2 && Array.TrueForAll(fields, field => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out _));
    }

    private static EmbeddingRows OfWords(WordVectors vectors, string path)
    {
        int[] ids = new int[vectors.Count];
        for (int row = 0; row < ids.Length; row++)
        {
            if (!int.TryParse(vectors.Words[row], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out ids[row]))
            {
                throw new InvalidDataException($"{path}: found the vector of '{vectors.Words[row]}', expected ids as words: whole numbers.");
            }
        }

        try
        {
            return new EmbeddingRows(ids, vectors.Values, vectors.Dimension);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }
}
