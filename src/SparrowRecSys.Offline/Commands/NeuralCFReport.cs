using SparrowRecSys.Offline.Models;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary>The table that closes <c>sparrow train neuralcf</c>.</summary>
internal static class NeuralCFReport
{
    public static void Write(IAnsiConsole console, string path, NeuralCFSummary summary)
    {
        SplitSummary split = summary.Split;
        Table table = new Table().Title("Test ratings, split by time").AddColumns("", "AUC", "log loss");
        table.AddRow("NeuralCF", $"{summary.Test.Auc:f4}", $"{summary.Test.LogLoss:f4}");
        table.AddRow("user + movie average", $"{summary.Baselines.UserAndMovieAverage:f4}", "");
        table.AddRow("movie average, damped", $"{summary.Baselines.DampedMovieAverage:f4}", "");
        table.AddRow("movie average", $"{summary.Baselines.MovieAverage:f4}", "");
        table.AddRow("popularity", $"{summary.Baselines.Popularity:f4}", "");
        table.AddRow("base rate", "0.5000", $"{summary.Baselines.BaseRateLogLoss:f4}");
        console.Write(table);
        console.WriteLine(
            $"{split.Train} ratings to train, {split.Validation} to validate, {split.Test} to test; "
            + $"{split.ColdUserShare:P0} of the test ratings are of new users, {split.ColdMovieShare:P0} of new movies.");
        if (summary.RatingsAreSimulated)
        {
            console.WriteLine("The ratings are simulated: these numbers say nothing about real people.");
        }

        string refit = summary.IsRefitted ? ", then once more on all ratings" : "";
        console.WriteLine(
            $"Best epoch {summary.BestEpoch} of {summary.EpochsRun}{refit}. Parity {summary.Parity:g2}. Seed {summary.Seed}. {summary.Seconds:f1} s.");
        console.WriteLine($"Written: {path}");
    }
}
