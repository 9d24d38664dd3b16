using System.Text.Json;
using System.Text.Json.Nodes;
using SparrowRecSys.Offline.Models;

namespace SparrowRecSys.Offline.RetrievalMethods;

/// <summary>Options by method, from a file and from the command line: <c>{"als":{"dimension":64}}</c> and <c>als.dimension=64</c>. Immutable.</summary>
internal sealed class MethodSettings
{
    private readonly JsonObject _byMethod;

    private MethodSettings(JsonObject byMethod) => _byMethod = byMethod;

    /// <summary>Every option as its method has it.</summary>
    public static MethodSettings None { get; } = new([]);

    /// <param name="configPath">A file as <c>sparrow tune</c> writes it, or <see langword="null"/>.</param>
    /// <param name="assignments">Each <c>method.option=value</c>; they overrule the file.</param>
    /// <exception cref="UsageException">The file is none, or an assignment is not of that form.</exception>
    public static MethodSettings Read(string? configPath, IEnumerable<string> assignments)
    {
        JsonObject byMethod = configPath is null ? [] : ReadFile(configPath);
        foreach (string assignment in assignments)
        {
            Assign(byMethod, assignment);
        }

        foreach ((string name, _) in byMethod)
        {
            if (AllRankers.All.All(ranker => ranker.Name != name))
            {
                AllRetrievalMethods.Get(name);
            }
        }

        return new MethodSettings(byMethod);
    }

    /// <summary>What is set of one method; the options that are not in it keep their defaults.</summary>
    public JsonObject Of(RetrievalMethod method) => Of(method.Name);

    /// <inheritdoc cref="Of(RetrievalMethod)"/>
    public JsonObject Of(string name) => _byMethod[name]?.DeepClone().AsObject() ?? [];

    /// <summary>The options of one method, with a seed where it has one and none is set.</summary>
    /// <exception cref="UsageException">A key is unknown, or a value is out of range.</exception>
    public object OptionsOf(RetrievalMethod method, int seed)
    {
        JsonObject values = Of(method);
        if (method.Options.Names.Contains("seed") && !values.ContainsKey("seed"))
        {
            values["seed"] = seed;
        }

        return method.Options.FromJson(values);
    }

    private static JsonObject ReadFile(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) is JsonObject all && all.All(entry => entry.Value is JsonObject)
                ? all
                : throw new UsageException($"{path}: expected an object with the options of each method, such as {{\"als\":{{\"dimension\":64}}}}.");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {error.Message}");
        }
    }

    private static void Assign(JsonObject byMethod, string assignment)
    {
        int dot = assignment.IndexOf('.', StringComparison.Ordinal);
        int equals = assignment.IndexOf('=', StringComparison.Ordinal);
        if (dot < 1 || equals < dot + 2)
        {
            throw new UsageException($"--set: found '{assignment}', expected method.option=value such as als.dimension=64.");
        }

        (string method, string option, string value) = (assignment[..dot], assignment[(dot + 1)..equals], assignment[(equals + 1)..]);
        JsonObject options = byMethod[method]?.AsObject() ?? [];
        options[ToCamelCase(option)] = ParseValue(value);
        byMethod[method] = options.Parent is null ? options : options.DeepClone();
    }

    /// <summary>Options may be written as on the command line, <c>batch-size</c>, or as in a file, <c>batchSize</c>.</summary>
    private static string ToCamelCase(string option)
    {
        string[] words = option.Split('-', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
    }

    private static JsonNode? ParseValue(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return JsonValue.Create(value); // a word
        }
    }
}
