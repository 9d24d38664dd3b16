using System.CommandLine;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SparrowRecSys.Offline.Commands;

/// <summary>
/// The properties of an options record as command-line options and as JSON: <c>BatchSize</c> is <c>--batch-size</c> and <c>batchSize</c>. Texts come
/// from <see cref="DescriptionAttribute"/>, defaults from the record, ranges from its attributes.
/// </summary>
internal sealed class OptionSet
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, // so that NaN is refused as out of range
    };

    private readonly Type _type;
    private readonly Dictionary<string, Entry> _options = []; // by JSON name

    private OptionSet(Type type)
    {
        _type = type;
        Defaults = Activator.CreateInstance(type) ?? throw new ArgumentException($"{type} has no values.", nameof(type));
        foreach (PropertyInfo property in type.GetProperties())
        {
            _options.Add(JsonNamingPolicy.CamelCase.ConvertName(property.Name), CreateOption(property));
        }
    }

    /// <summary>Properties by their names in JSON.</summary>
    public IEnumerable<KeyValuePair<string, PropertyInfo>> Properties =>
        _type.GetProperties().Select(property => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(property.Name), property));

    /// <summary>A record with the default of every option.</summary>
    public object Defaults { get; }

    /// <summary>For a command.</summary>
    public IEnumerable<Option> CommandLineOptions => _options.Values.Select(entry => entry.Option);

    /// <summary>Names in JSON, as in <c>--set als.batchSize=64</c>.</summary>
    public IEnumerable<string> Names => _options.Keys;

    public static OptionSet Of<T>()
        where T : class, new() => new(typeof(T));

    /// <summary>What the command line says, else what <paramref name="config"/> says, else the default.</summary>
    /// <exception cref="UsageException">A key is unknown, or a value is out of range.</exception>
    public object Read(ParseResult parsed, JsonObject? config = null)
    {
        JsonObject values = config?.DeepClone().AsObject() ?? [];
        foreach ((string name, Entry entry) in _options)
        {
            if (parsed.GetResult(entry.Option) is { Implicit: false })
            {
                values[name] = entry.Read(parsed);
            }
        }

        return FromJson(values);
    }

    /// <summary>A record with these values and the defaults of all others.</summary>
    /// <exception cref="UsageException">A key is unknown, a value is of another type or out of range.</exception>
    public object FromJson(JsonObject values)
    {
        foreach ((string name, _) in values)
        {
            if (!_options.ContainsKey(name))
            {
                throw new UsageException($"Found the option '{name}', allowed are {string.Join(", ", Names)}.");
            }
        }

        JsonObject all = ToJson(Defaults);
        foreach ((string name, JsonNode? value) in values)
        {
            all[name] = value?.DeepClone();
        }

        try
        {
            return OptionCheck.Checked(all.Deserialize(_type, Json) ?? Defaults);
        }
        catch (JsonException error)
        {
            throw new UsageException($"{error.Path?.TrimStart('$', '.')}: {error.Message}");
        }
    }

    /// <summary>All values of a record.</summary>
    public JsonObject ToJson(object options) => JsonSerializer.SerializeToNode(options, _type, Json)?.AsObject() ?? [];

    private Entry CreateOption(PropertyInfo property)
    {
        string name = "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name);
        string description = property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
        MethodInfo create = new Func<string, string, object?, Entry>(CreateOption<object>).Method.GetGenericMethodDefinition();
        return create.MakeGenericMethod(property.PropertyType).Invoke(null, [name, description, property.GetValue(Defaults)]) as Entry
            ?? throw new InvalidOperationException($"{property.Name} cannot be an option.");
    }

    private static Entry CreateOption<T>(string name, string description, object? value)
    {
        var option = new Option<T?>(name) { Description = description, DefaultValueFactory = _ => (T?)value };
        return new Entry(option, parsed => JsonSerializer.SerializeToNode(parsed.GetValue(option), Json));
    }

    private sealed record Entry(Option Option, Func<ParseResult, JsonNode?> Read);
}
