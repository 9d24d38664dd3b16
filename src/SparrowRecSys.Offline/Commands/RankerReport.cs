using SparrowRecSys.Offline.Models;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary>What <c>sparrow train</c> says of a ranking network at the end.</summary>
internal static class RankerReport
{
    public static void Write(IAnsiConsole console, string name, string path, RankerSummary summary)
    {
        (SplitSummary split, BaselineSummary baselines) = (summary.Split, summary.Baselines);
        Table table = new Table().Title("Test ratings, split by time").AddColumns("", "AUC", "gAUC", "log loss");
        table.AddRow(name, $"{summary.Test.Auc:f4}", $"{summary.Test.GroupAuc:f4}", $"{summary.Test.LogLoss:f4}");
        table.AddRow("user + movie average, as of the moment", $"{baselines.UserAndMovieAverageAtMoment:f4}", "", "");
        table.AddRow("user + movie average", $"{baselines.UserAndMovieAverage:f4}", "", "");
        table.AddRow("movie average, damped", $"{baselines.DampedMovieAverage:f4}", "", "");
        table.AddRow("movie average", $"{baselines.MovieAverage:f4}", "", "");
        table.AddRow("popularity", $"{baselines.Popularity:f4}", "", "");
        table.AddRow("base rate", "0.5000", "", $"{baselines.BaseRateLogLoss:f4}");
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
            $"{summary.Parameters:N0} parameters. Best epoch {summary.BestEpoch} of {summary.Epochs.Count}{refit}. Parity {summary.Parity:g2}. Seed {summary.Seed}. {summary.Seconds:f1} s.");
        console.WriteLine($"Written: {path}");
    }
}
