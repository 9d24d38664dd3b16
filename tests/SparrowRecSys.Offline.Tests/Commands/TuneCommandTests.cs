using System.Text.Json.Nodes;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.Training;

namespace SparrowRecSys.Offline.Tests.Commands;

[Collection("Torch")] // its random generator is one for the process
public sealed class TuneCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => Path.Combine(_folder.Path, "best.json");

    private string State => Path.Combine(_folder.Path, "trials");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_writes_the_best_options_so_that_train_and_evaluate_read_them()
    {
        RetrievalData.Write(_folder.Path);

        Assert.Equal(0, await Run("--trials", "4"));

        JsonNode? best = JsonNode.Parse(File.ReadAllText(Output))?["popularity"];
        Assert.NotNull(best);
        Assert.Equal(5, File.ReadAllLines(State).Length);
        Assert.Equal(0, await CommandLine.RunAsync(SparrowCommand.Create(), ["train", "popularity", "--data", _folder.Path, "--out", Path.Combine(_folder.Path, "retrieval"), "--config", Output]));
        Assert.Equal(0, await CommandLine.RunAsync(SparrowCommand.Create(), ["evaluate", "--data", _folder.Path, "--models", "popularity", "--config", Output]));
    }

    [Fact]
    public async Task A_second_run_adds_the_missing_trials_only()
    {
        RetrievalData.Write(_folder.Path);
        await Run("--trials", "2");
        string[] before = File.ReadAllLines(State);

        await Run("--trials", "3");

        string[] after = File.ReadAllLines(State);
        Assert.Equal(before, after[..3]);
        Assert.Equal(4, after.Length);
    }

    [Fact]
    public async Task The_test_part_is_never_looked_at()
    {
        string other = Path.Combine(_folder.Path, "other");
        RetrievalData.Write(_folder.Path);
        RetrievalData.Write(other, lateMovieShift: 3); // the same training part, another test

        await Run("--trials", "3");
        await CommandLine.RunAsync(SparrowCommand.Create(), ["tune", "popularity", "--data", other, "--out", Output, "--state", State + "2", "--trials", "3"]);

        Assert.NotEqual(File.ReadAllText(Path.Combine(_folder.Path, "ratings.csv")), File.ReadAllText(Path.Combine(other, "ratings.csv")));
        Assert.Equal(Values(State), Values(State + "2"));
    }

    [Theory]
    [InlineData("--budget", "10")]
    [InlineData("--trials", "0")]
    [InlineData("--metric", "AUC")]
    [InlineData("--protocol", "none")]
    [InlineData("--set", "popularity.half=3")]
    [InlineData("--set", "halfLifeDays=3")]
    [InlineData("--min-rating", "6")]
    public async Task A_wrong_value_is_wrong_use_and_writes_nothing(string option, string value)
    {
        RetrievalData.Write(_folder.Path);

        Assert.Equal(2, await Run(option, value));
        Assert.False(File.Exists(Output));
    }

    [Fact]
    public async Task A_ranking_network_is_tuned_by_the_auc_of_its_scores()
    {
        Assert.SkipUnless(TorchAvailability.IsAvailable, TorchAvailability.WhyNot ?? "");
        File.WriteAllLines(Path.Combine(_folder.Path, "movies.csv"), ["movieId,title,genres", .. Enumerable.Range(1, 20).Select(movie => $"{movie},Film {movie} (2000),Drama")]);
        File.WriteAllLines(Path.Combine(_folder.Path, "ratings.csv"), ["userId,movieId,rating,timestamp", .. Enumerable.Range(0, 400).Select(i => $"{(i * 7 % 40) + 1},{(i % 20) + 1},{(i % 3) + 2}.5,{1000 + i}")]);
        string[] line = ["tune", "twotower", "--data", _folder.Path, "--out", Output, "--state", State, "--set", "twotower.epochs=2", "--trials", "2"];

        Assert.Equal(0, await CommandLine.RunAsync(SparrowCommand.Create(), line));
        Assert.Equal(2, await CommandLine.RunAsync(SparrowCommand.Create(), [.. line, "--metric", "NDCG@10"]));

        Assert.Equal(2, (int?)JsonNode.Parse(File.ReadAllText(Output))?["twotower"]?["epochs"]);
        Assert.Contains("\"metric\":\"AUC\"", File.ReadAllLines(State)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("1.5m", 90)]
    [InlineData("2h", 7200)]
    public void A_budget_is_a_number_with_its_unit(string text, double seconds) => Assert.Equal(seconds, TuneCommand.ReadBudget(text).TotalSeconds);

    [Theory]
    [InlineData("10")]
    [InlineData("m")]
    [InlineData("-5m")]
    [InlineData("5 days")]
    public void Any_other_budget_is_refused(string text) => Assert.Equal(
        $"--budget: found '{text}', expected a number with its unit: 90s, 10m or 2h.", Assert.Throws<UsageException>(() => TuneCommand.ReadBudget(text)).Message);

    private Task<int> Run(params string[] options) =>
        CommandLine.RunAsync(SparrowCommand.Create(), ["tune", "popularity", "--data", _folder.Path, "--out", Output, "--state", State, .. options]);

    private static string[] Values(string state) => [.. File.ReadLines(state).Skip(1).Select(line => JsonNode.Parse(line)?["value"]?.ToString() ?? "")];
}
