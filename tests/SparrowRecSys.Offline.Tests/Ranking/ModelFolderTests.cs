using System.Text.Json.Nodes;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.Tests.Models;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Offline.Tests.Ranking;

public sealed class ModelFolderTests : IDisposable
{
    private readonly TemporaryFolder _models = new();

    public void Dispose() => _models.Dispose();

    [Fact]
    public void What_was_published_is_what_is_loaded()
    {
        string path = RandomModel.Publish(_models.Path, version: 3);

        ModelFolder model = ModelFolder.Load(path);

        Assert.Equal(Path.Combine(_models.Path, "neuralcf", "3"), model.Path);
        Assert.Equal([10, 20, 30, 40, 50, 60], model.Schema.UserIds);
        Assert.Equal(40, model.Schema.MovieIds.Count);
        Assert.Equal("0123456789abcdef", model.Schema.DataHash);
        Assert.Equal(1e-7, model.Metrics.GetProperty("parity").GetDouble());
        model.Scorer.Dispose();
    }

    [Fact]
    public void The_newest_version_is_the_largest_number_not_the_last_name()
    {
        RandomModel.Publish(_models.Path, version: 9);
        RandomModel.Publish(_models.Path, version: 10);
        Directory.CreateDirectory(Path.Combine(_models.Path, "neuralcf", "latest"));

        ModelSearch search = ModelFolder.FindNewest(_models.Path, "neuralcf");

        Assert.Equal(10, search.Model?.Schema.Version);
        Assert.Empty(search.Refused);
        Assert.Equal(11, ModelPublisher.NextVersion(_models.Path, "neuralcf"));
        search.Model?.Scorer.Dispose();
    }

    [Fact]
    public void A_broken_newest_version_is_refused_and_the_one_before_it_taken()
    {
        RandomModel.Publish(_models.Path, version: 1);
        string broken = RandomModel.Publish(_models.Path, version: 2);
        File.Delete(Path.Combine(broken, ModelFolder.ModelFile));

        ModelSearch search = ModelFolder.FindNewest(_models.Path, "neuralcf");

        Assert.Equal(1, search.Model?.Schema.Version);
        RefusedModel refused = Assert.Single(search.Refused);
        Assert.Equal(broken, refused.Path);
        Assert.Contains("found no model.onnx, expected model.onnx, schema.json and metrics.json", refused.Reason, StringComparison.Ordinal);
        search.Model?.Scorer.Dispose();
    }

    [Fact]
    public void No_folder_is_no_model_and_no_error()
    {
        ModelSearch search = ModelFolder.FindNewest(Path.Combine(_models.Path, "nowhere"), "neuralcf");

        Assert.Null(search.Model);
        Assert.Empty(search.Refused);
    }

    [Fact]
    public void A_changed_model_file_is_refused_by_its_hash()
    {
        string path = RandomModel.Publish(_models.Path);
        string file = Path.Combine(path, ModelFolder.ModelFile);
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^100] ^= 1;
        File.WriteAllBytes(file, bytes);

        AssertRefused(path, "found SHA-256 of model.onnx", "expected");
    }

    [Theory]
    [InlineData("format", 1, "found format of schema.json 1, expected 2")]
    [InlineData("version", 7, "found version in schema.json 7, expected 1")]
    [InlineData("name", "other", "found name in schema.json other, expected neuralcf")]
    [InlineData("surprise", 1, "surprise")]
    [InlineData("seed", "one", "seed")]
    public void A_schema_that_does_not_fit_is_refused(string property, object value, string expected)
    {
        string path = RandomModel.Publish(_models.Path);

        Edit(path, ModelFolder.SchemaFile, schema => schema[property] = JsonValue.Create(value));

        AssertRefused(path, expected);
    }

    [Fact]
    public void A_schema_without_a_field_is_refused()
    {
        string path = RandomModel.Publish(_models.Path);

        Edit(path, ModelFolder.SchemaFile, schema => schema.Remove("dataHash"));

        AssertRefused(path, "expected schema.json in format 2, found", "dataHash");
    }

    [Fact]
    public void Inputs_other_than_the_graphs_are_refused()
    {
        string path = RandomModel.Publish(_models.Path);

        Edit(path, ModelFolder.SchemaFile, schema => ((JsonObject)((JsonArray)schema["features"]!)[0]!)["side"] = "Movie");

        AssertRefused(path, "found inputs of model.onnx user_ids int32[1,1], movie_ids int32[-1,1], expected movie_ids int32[-1,2]");
    }

    [Theory]
    [InlineData("\"parity\": 0.1", "found parity 0.1 in metrics.json, expected 0 to 1E-05")]
    [InlineData("\"parity\": -1", "found parity -1 in metrics.json")]
    [InlineData("\"seed\": 1", "found parity NaN in metrics.json")]
    public void Metrics_without_a_good_parity_are_refused(string json, string expected)
    {
        string path = RandomModel.Publish(_models.Path);

        File.WriteAllText(Path.Combine(path, ModelFolder.MetricsFile), $"{{{json}}}");

        AssertRefused(path, expected);
    }

    [Fact]
    public void A_model_that_no_longer_gives_the_trainers_scores_is_refused()
    {
        string path = RandomModel.Publish(_models.Path);

        Edit(path, ModelFolder.SchemaFile, schema => ((JsonArray)((JsonObject)schema["probe"]!)["scores"]!)[3] = 0.123f);

        AssertRefused(path, "found scores that differ from the trainer's by up to", "expected at most 1E-05");
    }

    [Fact]
    public void Publishing_a_model_that_would_be_refused_leaves_nothing_behind()
    {
        SmallNetwork weights = RandomModel.Weights(6, 40, 4, [8, 4], seed: 1);

        Assert.Throws<InvalidDataException>(() => ModelPublisher.Publish(
            _models.Path, RandomModel.Schema(weights), RandomModel.Build(weights), new JsonObject { ["parity"] = 1 },
            TestContext.Current.CancellationToken));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_models.Path));
    }

    [Fact]
    public void A_cancelled_publication_leaves_nothing_behind()
    {
        SmallNetwork weights = RandomModel.Weights(6, 40, 4, [8, 4], seed: 1);

        Assert.Throws<OperationCanceledException>(() => ModelPublisher.Publish(
            _models.Path, RandomModel.Schema(weights), RandomModel.Build(weights), new JsonObject { ["parity"] = 0 },
            new CancellationToken(canceled: true)));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_models.Path));
    }

    private static void Edit(string path, string file, Action<JsonObject> edit)
    {
        string full = Path.Combine(path, file);
        var json = (JsonObject)JsonNode.Parse(File.ReadAllText(full))!;
        edit(json);
        File.WriteAllText(full, json.ToJsonString());
    }

    private static void AssertRefused(string path, params string[] expected)
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => ModelFolder.Load(path));
        Assert.StartsWith($"Model folder {path}: ", error.Message, StringComparison.Ordinal);
        Assert.All(expected, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }
}
