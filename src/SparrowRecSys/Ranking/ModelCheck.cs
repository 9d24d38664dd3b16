using System.Globalization;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using SparrowRecSys.Features;

namespace SparrowRecSys.Ranking;

/// <summary>The checks that a model folder must pass; each throws <see cref="InvalidDataException"/> naming folder, found and expected.</summary>
internal sealed class ModelCheck(string folder)
{
    public ModelSchema Schema(byte[] json)
    {
        ModelSchema schema = Parse(ModelFolder.SchemaFile, json, ModelJson.Default.ModelSchema);
        Expect("format of schema.json", schema.Format, ModelSchema.CurrentFormat);
        Expect("version in schema.json", schema.Version.ToString(CultureInfo.InvariantCulture), Path.GetFileName(folder));
        Expect("name in schema.json", schema.Name, Path.GetFileName(Path.GetDirectoryName(folder)));
        ExpectAscending("userIds", schema.UserIds);
        ExpectAscending("movieIds", schema.MovieIds);
        return schema;
    }

    public JsonElement Metrics(byte[] json)
    {
        JsonElement metrics = Parse(ModelFolder.MetricsFile, json, ModelJson.Default.JsonElement);
        bool isNumber = metrics.ValueKind == JsonValueKind.Object
            && metrics.TryGetProperty("parity", out JsonElement parity) && parity.ValueKind == JsonValueKind.Number;
        double found = isNumber ? metrics.GetProperty("parity").GetDouble() : double.NaN;
        return found is >= 0 and <= ModelFolder.MaximumParity
            ? metrics
            : throw Refused($"found parity {found} in {ModelFolder.MetricsFile}, expected 0 to {ModelFolder.MaximumParity}");
    }

    public void Hash(ModelSchema schema, string sha256) => Expect("SHA-256 of model.onnx", sha256, schema.ModelSha256);

    public void Tensors(ModelSchema schema, OnnxScorer scorer)
    {
        Expect("inputs of model.onnx", Describe(scorer.Inputs), Describe(schema.Inputs));
        Expect(
            "outputs of model.onnx", Describe(scorer.Outputs),
            Describe(scorer.HasAttention && schema.Attention is { } attention ? [ModelSchema.Output, attention] : [ModelSchema.Output]));
    }

    public void Probe(ModelSchema schema, OnnxScorer scorer)
    {
        ModelProbe probe = schema.Probe;
        var features = new FeatureSchema(schema.Features);
        Expect("number of probe scores", probe.Scores.Count, probe.Users * probe.Movies);
        Expect("user ids of the probe", probe.UserIds.Count, probe.Users * features.Width(FeatureBlock.UserIds));
        Expect("user numbers of the probe", probe.UserNumbers.Count, probe.Users * features.Width(FeatureBlock.UserNumbers));
        Expect("movie ids of the probe", probe.MovieIds.Count, probe.Scores.Count * features.Width(FeatureBlock.MovieIds));
        Expect("movie numbers of the probe", probe.MovieNumbers.Count, probe.Scores.Count * features.Width(FeatureBlock.MovieNumbers));
        if (probe.Scores.Count == 0 || probe.Movies > ScoringBuffer.Capacity)
        {
            throw Refused($"found a probe of {probe.Users} users and {probe.Movies} movies, expected at least one and at most {ScoringBuffer.Capacity} movies");
        }

        double difference = LargestDifference(probe, scorer);
        if (!(difference <= ModelFolder.MaximumParity)) // NaN is refused too
        {
            throw Refused($"found scores that differ from the trainer's by up to {difference:g3}, expected at most {ModelFolder.MaximumParity}");
        }
    }

    private double LargestDifference(ModelProbe probe, OnnxScorer scorer)
    {
        try
        {
            return ProbeRun.LargestDifference(probe, scorer);
        }
        catch (OnnxRuntimeException error)
        {
            throw Refused($"found that the probe cannot be scored ({error.Message}), expected scores");
        }
    }

    private void ExpectAscending(string what, IReadOnlyList<int> ids)
    {
        for (int i = 1; i < ids.Count; i++)
        {
            if (ids[i] <= ids[i - 1])
            {
                throw Refused($"found {ids[i]} after {ids[i - 1]} in {what}, expected ascending ids");
            }
        }
    }

    private T Parse<T>(string file, byte[] json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw Refused($"found null in {file}, expected an object");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"Model folder {folder}: expected {file} in format {ModelSchema.CurrentFormat}, found: {error.Message}", error);
        }
    }

    private void Expect<T>(string what, T found, T expected)
    {
        if (!EqualityComparer<T>.Default.Equals(found, expected))
        {
            throw Refused($"found {what} {found}, expected {expected}");
        }
    }

    private InvalidDataException Refused(string reason) => new($"Model folder {folder}: {reason}.");

    private static string Describe(IEnumerable<ModelTensor> tensors) =>
        string.Join(", ", tensors.Select(tensor => $"{tensor.Name} {tensor.Type}[{string.Join(',', tensor.Shape)}]"));
}
