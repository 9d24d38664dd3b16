using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SparrowRecSys.Ranking;

/// <summary>Reads and writes <see cref="ModelSchema"/> without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ModelSchema))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class ModelJson : JsonSerializerContext;

/// <summary>Writes an array of numbers on one line in an otherwise indented file: vocabularies have thousands of ids.</summary>
public sealed class OneLineArrayConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : unmanaged, ISpanParsable<T>, IFormattable
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"Expected an array of numbers, found {reader.TokenType}.");
        }

        var values = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(ReadNumber(ref reader));
        }

        return values.ToArray();
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) =>
        writer.WriteRawValue($"[{string.Join(',', value.Select(number => number.ToString(null, CultureInfo.InvariantCulture)))}]");

    private static T ReadNumber(ref Utf8JsonReader reader)
    {
        Span<char> text = stackalloc char[32];
        int length = reader.TokenType == JsonTokenType.Number && reader.ValueSpan.Length <= text.Length
            ? System.Text.Encoding.ASCII.GetChars(reader.ValueSpan, text)
            : 0;
        return T.TryParse(text[..length], CultureInfo.InvariantCulture, out T number)
            ? number
            : throw new JsonException($"Expected a number of type {typeof(T).Name}, found {reader.TokenType} '{System.Text.Encoding.UTF8.GetString(reader.ValueSpan)}'.");
    }
}
