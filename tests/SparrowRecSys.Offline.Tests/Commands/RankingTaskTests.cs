using System.Text.Json;
using System.Xml.Linq;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.Evaluation.Rankers;
using SparrowRecSys.Offline.Evaluation.Report;
using SparrowRecSys.Offline.Training;
using Spectre.Console;

namespace SparrowRecSys.Offline.Tests.Commands;

[Collection("Torch")] // its random generator is one for the process
public sealed class RankingTaskTests : IDisposable
{
    private const string Quick = "--set=logistic.epochs=3";
    private const string All = "baserate,popularity,averagesnow,lbfgs,ffm,lightgbm,logistic";

    private readonly TemporaryFolder _folder = new();

    public RankingTaskTests()
    {
        Assert.SkipUnless(TorchAvailability.IsAvailable, TorchAvailability.WhyNot ?? "");
        RankingData.Write(_folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void With_random_labels_every_ranker_is_at_chance()
    {
        RankingData.Write(_folder.Path, users: 300, ratingsOfUser: 150);

        RankingOutcome outcome = Run("--models", "baserate,movieaverage,averagesnow,lightgbm,logistic", Quick, "--control", "random-labels");

        Assert.All(outcome.Evaluations, evaluation => Assert.Null(evaluation.Problem));
        Assert.All(outcome.Measured, evaluation => Assert.InRange(evaluation.Over(0, RankerMeasure.Auc).Mean, 0.48, 0.52));
    }

    [Fact]
    public void Equal_scores_for_everybody_give_one_half_everywhere()
    {
        RankingOutcome outcome = Run("--models", "baserate");

        Assert.All(outcome.Segments.Select((_, i) => outcome.Measured[0].Over(i, RankerMeasure.Auc).Mean), auc => Assert.Equal(0.5, auc));
        Assert.Equal(0.5, outcome.Measured[0].Over(0, RankerMeasure.GroupAuc).Mean, 1e-12);
    }

    [Fact]
    public void What_learns_the_genres_beats_the_averages_and_the_table_says_so()
    {
        RankingOutcome outcome = Run("--models", All, Quick);
        RankerEvaluation averages = outcome.Measured.Single(evaluation => evaluation.Name == "averagesnow");

        Assert.All(outcome.Measured.Where(evaluation => evaluation.Name is "lbfgs" or "lightgbm" or "ffm"), evaluation =>
            Assert.Equal("higher", evaluation.DifferenceTo(averages, 0, RankerMeasure.Auc, 1)?.Verdict));
        Assert.Contains("higher", Write(outcome), StringComparison.Ordinal);
        Assert.NotEqual(averages, outcome.Best(0));
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_only_what_depends_on_it_is_trained_again()
    {
        RankingOutcome first = Run("--models", "averagesnow,lightgbm,ffm", "--seeds", "2");
        RankingOutcome again = Run("--models", "averagesnow,lightgbm,ffm", "--seeds", "2");

        Assert.Equal([1, 2, 2], first.Measured.Select(evaluation => evaluation.Runs.Count));
        Assert.Equal(first.Measured.Select(Auc), again.Measured.Select(Auc));
        Assert.NotEqual(first.Measured[1].Runs[0].Measures[0][RankerMeasure.Auc], first.Measured[1].Runs[1].Measures[0][RankerMeasure.Auc]);
    }

    [Fact]
    public void Candidates_are_ordered_anew_and_the_perfect_order_is_the_best()
    {
        RerankingOutcome reranking = Run("--models", "baserate,averagesnow").Reranking!;
        double[] values = [.. reranking.Results.Select(result => result[RerankingOutcome.Metric].Value)];

        Assert.Equal([RerankingOutcome.RetrievalOrder, RerankingOutcome.PerfectOrder, "baserate", "averagesnow"], reranking.Results.Select(result => result.Name));
        Assert.Equal(values.Max(), values[1]);
        Assert.InRange(reranking.Recall, 0.4, 1); // 100 of about 280 at random: 0.36
        Assert.True(values[2] < values[0], "equal scores stand at the end of the list");
    }

    [Fact]
    public void The_report_is_one_page_with_every_ranker_and_its_curves()
    {
        RankingOutcome outcome = Run("--models", "averagesnow,lbfgs,logistic", Quick);
        string html = RankingReport.Write(outcome);
        XElement page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root!;
        string[] drawings = [.. page.Descendants("svg").Select(svg => svg.Element("title")!.Value)];

        Assert.All(outcome.Measured, evaluation => Assert.Contains(page.Descendants("th"), cell => cell.Value == evaluation.Name));
        Assert.Contains("AUC", drawings);
        Assert.Contains("lbfgs: predicted against observed", drawings);
        Assert.DoesNotContain("averagesnow: predicted against observed", drawings); // no probabilities
        Assert.Contains("logistic: log loss by epoch", drawings);
        Assert.Empty(page.Descendants("script"));
    }

    [Fact]
    public void The_result_as_json_can_be_read()
    {
        string json = JsonSerializer.Serialize(RankingJson.Of(Run("--models", "averagesnow,lbfgs")), JsonSerializerOptions.Web);
        JsonElement rankers = JsonDocument.Parse(json).RootElement.GetProperty("rankers");

        Assert.InRange(rankers[1].GetProperty("segments")[0].GetProperty("metrics").GetProperty("AUC").GetProperty("value").GetDouble(), 0.5, 1);
        Assert.Equal(JsonValueKind.Null, rankers[0].GetProperty("segments")[0].GetProperty("metrics").GetProperty("log loss").ValueKind);
    }

    [Fact]
    public void Simulated_ratings_are_said_to_be_so()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "generated.json"), "{}");
        RankingOutcome outcome = Run("--models", "baserate");

        Assert.Contains("The ratings are simulated: these numbers say nothing about real people.", Write(outcome), StringComparison.Ordinal);
        Assert.Contains("The ratings are simulated: these numbers say nothing about real people.", RankingReport.Write(outcome), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--models", "din2", "--models: found din2, allowed for ranking are baserate, popularity,")]
    [InlineData("--protocol", "ratio", "--protocol: found with --task ranking, expected with --task retrieval only.")]
    [InlineData("--samples", "x.csv", "--samples and --test: found one of them, expected both or none.")]
    [InlineData("--control", "nothing", "--control: found nothing, allowed is random-labels.")]
    public async Task A_wrong_option_is_refused_saying_what_is_allowed(string option, string value, string message)
    {
        (int code, string error) = await ErrorOf(["evaluate", "--task", "ranking", option, value]);

        Assert.Equal(2, code);
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_there_is_not_and_options_of_the_other_task_are_refused()
    {
        Assert.StartsWith("--task: found sorting, allowed are retrieval, ranking.", (await ErrorOf(["evaluate", "--task", "sorting"])).Text, StringComparison.Ordinal);
        Assert.StartsWith("--test: found with --task retrieval,", (await ErrorOf(["evaluate", "--test", "x.csv"])).Text, StringComparison.Ordinal);
    }

    private static double Auc(RankerEvaluation evaluation) => evaluation.Over(0, RankerMeasure.Auc).Mean;

    private RankingOutcome Run(params string[] options)
    {
        RankingRequest request = EvaluateCommand.ReadRanking(EvaluateCommand.Create().Parse(["--task", "ranking", "--data", _folder.Path, .. options]));
        return new RankingJob(request, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }), TestContext.Current.CancellationToken).Run();
    }

    private static async Task<(int Code, string Text)> ErrorOf(string[] args)
    {
        using var text = new StringWriter();
        TextWriter before = Console.Error;
        Console.SetError(text);
        try
        {
            return (await CommandLine.RunAsync(SparrowCommand.Create(), args), text.ToString());
        }
        finally
        {
            Console.SetError(before);
        }
    }

    private static string Write(RankingOutcome outcome)
    {
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No });
        console.Profile.Width = 300;
        RankingTables.Write(console, outcome);
        return text.ToString();
    }
}
