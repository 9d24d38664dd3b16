using System.Text.Json;

namespace SparrowRecSys.Ranking;

/// <summary>
/// Which version of a model is to serve: the one that <c>NAME/active.json</c> pins, else the newest that is valid. The server and
/// <c>sparrow models</c> decide by the same order.
/// </summary>
public static class ModelVersions
{
    /// <summary>File beside the versions that pins one: <c>{"version":3}</c>. Without it the newest valid version serves.</summary>
    public const string PinFile = "active.json";

    /// <summary>Names of the models that are there, in order; folders whose name begins with a dot are being written or removed.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> Names(string modelsDirectory) =>
    [
        .. Directory.EnumerateDirectories(modelsDirectory).Select(folder => Path.GetFileName(folder))
            .Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal),
    ];

    public static string PinPath(string modelsDirectory, string name) => Path.GetFullPath(Path.Combine(modelsDirectory, name, PinFile));

    /// <summary>The version that is pinned; <see langword="null"/> when none is.</summary>
    /// <exception cref="InvalidDataException">The file is there and does not say which; the message says path, found and expected.</exception>
    public static int? Pinned(string modelsDirectory, string name)
    {
        string path = PinPath(modelsDirectory, name);
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("version", out JsonElement version)
                && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out int number) && number > 0)
            {
                return number;
            }
        }
        catch (JsonException)
        {
            // Said below, with what was found.
        }

        string found = text.Length > 80 ? text[..80] + "..." : text;
        throw new InvalidDataException($"{path}: found '{found.ReplaceLineEndings(" ").Trim()}', expected {{\"version\":N}} with the number of a version.");
    }

    /// <summary>The versions in the order in which they are tried; the first valid one serves.</summary>
    /// <param name="versions">Those that are there, newest first.</param>
    /// <param name="pinned">The pinned one, if any.</param>
    /// <param name="loaded">
    /// The one that serves already, if any: while a pinned one cannot be used it stays, rather than one that was rolled back from.
    /// </param>
    public static IReadOnlyList<int> InOrder(IReadOnlyList<int> versions, int? pinned, int? loaded) =>
        pinned is null ? versions : [.. versions.OrderByDescending(version => version == pinned ? 2 : version == loaded ? 1 : 0)]; // a stable sort
}
