using System.Text.Json;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.Evaluation;
using Spectre.Console;

namespace SparrowRecSys.Offline.Tests.Commands;

public sealed class EvaluateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public EvaluateCommandTests() => RetrievalData.Write(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("temporal", 60)]
    [InlineData("leave-one-out", 60)]
    [InlineData("ratio", 60)]
    [InlineData("strong", 6)]
    public void Every_protocol_measures_every_model(string protocol, int users)
    {
        EvaluationOutcome outcome = Run("--protocol", protocol);

        Assert.All(outcome.First.Evaluations, evaluation => Assert.Null(evaluation.Problem));
        Assert.All(outcome.First.Evaluations, evaluation => Assert.InRange(evaluation.Results[0].Users, users / 2, users));
        Assert.All(outcome.First.Evaluations, evaluation => Assert.All(evaluation.Results[0].Estimates, estimate => Assert.InRange(estimate.Value, 0, 1)));
    }

    [Fact]
    public void A_model_that_learns_the_kinds_beats_popularity()
    {
        EvaluationOutcome outcome = Run("--protocol", "ratio", "--set", "item2vec.epochs=60");
        (EvaluationResult popularity, EvaluationResult item2vec) = (outcome.First.Evaluations[0].Results[0], outcome.First.Evaluations[1].Results[0]);

        Assert.True(item2vec.DifferenceTo(popularity, "NDCG@10").Lower > 0, $"{popularity["NDCG@10"]}, {item2vec["NDCG@10"]}");
    }

    [Fact]
    public void With_random_labels_no_model_beats_chance()
    {
        EvaluationOutcome outcome = Run("--protocol", "leave-one-out", "--control", "random-labels", "--set", "item2vec.epochs=60");
        const double Chance = 10.0 / (RetrievalData.Movies - 14);

        Assert.All(outcome.First.Evaluations, evaluation => Assert.True(evaluation.Results[0]["HitRate@10"].Lower < Chance));
    }

    [Fact]
    public void Several_seeds_give_a_mean_and_a_deviation()
    {
        EvaluationOutcome outcome = Run("--protocol", "ratio", "--seeds", "3", "--models", "popularity");
        string text = Write(outcome);

        Assert.Equal([1, 2, 3], outcome.Runs.Select(run => run.Seed));
        Assert.Contains("mean ± standard deviation over 3 seeds", text, StringComparison.Ordinal);
        Assert.NotEqual(outcome.Runs[0].Evaluations[0].Results[0].Estimates, outcome.Runs[1].Evaluations[0].Results[0].Estimates);
    }

    [Fact]
    public void A_model_that_fails_is_a_row_that_says_why_and_the_others_are_measured()
    {
        EvaluationOutcome outcome = Run("--set", "item2vec.minCount=1000000");
        string text = Write(outcome);

        Assert.Null(outcome.First.Evaluations[0].Problem);
        Assert.Contains("Found 0 movies with at least 1000000 interactions", outcome.First.Evaluations[1].Problem, StringComparison.Ordinal);
        Assert.Contains("Found 0 movies", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_a_plus_is_the_fusion_of_its_parts_and_each_is_trained_once()
    {
        EvaluationOutcome outcome = Run("--models", "popularity,item2vec,popularity+item2vec");

        Assert.Equal(["popularity", "item2vec", "popularity+item2vec"], outcome.First.Evaluations.Select(evaluation => evaluation.Name));
        Assert.Equal(["popularity", "item2vec"], outcome.First.Models.Keys);
        Assert.NotEqual(outcome.First.Evaluations[1].Results[0].Estimates, outcome.First.Evaluations[2].Results[0].Estimates);
    }

    [Fact]
    public void The_table_says_what_was_measured_and_marks_what_is_sampled()
    {
        string text = Write(Run("--protocol", "leave-one-out", "--sampled-negatives", "20", "--models", "popularity"));

        Assert.Contains("protocol leave-one-out", text, StringComparison.Ordinal);
        Assert.Contains("(20 sampled)", text, StringComparison.Ordinal);
        Assert.Contains("Ties are broken against the right movie.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("simulated", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Simulated_ratings_are_said_to_be_so()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "generated.json"), "{}");

        Assert.Contains("The ratings are simulated: these numbers say nothing about real people.", Write(Run("--models", "popularity")), StringComparison.Ordinal);
    }

    [Fact]
    public void Vectors_from_elsewhere_are_one_more_model()
    {
        string vectors = WriteVectors();

        EvaluationOutcome outcome = Run("--models", "mine", "--vectors", "mine=" + vectors);

        Assert.Equal("mine", outcome.First.Evaluations.Single().Name);
        Assert.True(outcome.First.Evaluations[0].Results[0]["HitRate@10"].Value > 0.5);
    }

    [Fact]
    public void Vectors_learned_from_the_test_are_refused()
    {
        string vectors = WriteVectors();
        string hash = Run("--models", "popularity").First.Split.Train.Hash;
        File.WriteAllText(Path.ChangeExtension(vectors, ".json"), $$"""{"dataHash":"{{hash}}"}""");

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Run("--models", "mine", "--vectors", "mine=" + vectors));

        Assert.Contains("'mine' was learned from the whole data set", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Vectors_learned_from_the_test_are_refused_as_a_field_of_content_too()
    {
        string vectors = WriteVectors();
        string hash = Run("--models", "popularity").First.Split.Train.Hash;
        File.WriteAllText(Path.ChangeExtension(vectors, ".json"), $$"""{"dataHash":"{{hash}}"}""");

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Run("--models", "content", "--set", "content.vectors=" + vectors));

        Assert.Contains("was learned from the whole data set", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_as_json_can_be_read()
    {
        string json = JsonSerializer.Serialize(EvaluationJson.Of(Run("--models", "popularity")), JsonSerializerOptions.Web);
        JsonElement model = JsonDocument.Parse(json).RootElement.GetProperty("runs")[0].GetProperty("models")[0];

        Assert.Equal("popularity", model.GetProperty("name").GetString());
        Assert.InRange(model.GetProperty("segments")[0].GetProperty("metrics").GetProperty("NDCG@10").GetProperty("value").GetDouble(), 0, 1);
    }

    [Theory]
    [InlineData("--protocol", "random", "--protocol: found random, allowed are temporal, leave-one-out, ncf, ratio, strong.")]
    [InlineData("--models", "als2", "Found the model 'als2', allowed are popularity,")]
    [InlineData("--k", "10,0", "--k: found '10,0', expected whole numbers from 1 to 1000 separated by commas.")]
    [InlineData("--min-rating", "3.7", "--min-rating: found 3.7, allowed are 0.5 to 5 in half steps.")]
    [InlineData("--seeds", "0", "--seeds: found 0, allowed are 1 to 1000.")]
    [InlineData("--k-core", "-1", "--k-core: found -1, allowed are 0 to 1000.")]
    [InlineData("--control", "nothing", "--control: found nothing, allowed is random-labels.")]
    [InlineData("--vectors", "popularity=x", "--vectors: found 'popularity=x', expected NAME=FILE with a name that no method has.")]
    public void A_wrong_option_is_refused_saying_what_is_allowed(string option, string value, string message)
    {
        UsageException error = Assert.Throws<UsageException>(() => EvaluateCommand.Read(EvaluateCommand.Create().Parse([option, value])));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_without_data_fails() =>
        Assert.Equal(1, await CommandLine.RunAsync(SparrowCommand.Create(), ["evaluate", "--data", Path.Combine(_folder.Path, "nowhere")]));

    private EvaluationOutcome Run(params string[] options)
    {
        string[] models = options.Contains("--models") ? [] : ["--models", "popularity,item2vec"];
        EvaluationRequest request = EvaluateCommand.Read(EvaluateCommand.Create().Parse(["--data", _folder.Path, .. models, .. options]));
        return EvaluationJob.Run(request, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }), TestContext.Current.CancellationToken);
    }

    private static string Write(EvaluationOutcome outcome)
    {
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No });
        console.Profile.Width = 300;
        EvaluationTables.Write(console, outcome);
        return text.ToString();
    }

    /// <summary>Comedies point along x, dramas along y.</summary>
    private string WriteVectors()
    {
        string path = Path.Combine(_folder.Path, "vectors.csv");
        File.WriteAllLines(path, Enumerable.Range(1, RetrievalData.Movies).Select(movie => movie % 2 == 0 ? $"{movie}:0 1" : $"{movie}:1 0"));
        return path;
    }
}
