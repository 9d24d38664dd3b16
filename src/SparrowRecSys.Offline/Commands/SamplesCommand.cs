using System.CommandLine;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Samples;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow samples</c>: labelled samples with point-in-time features, for other programs.</summary>
internal static class SamplesCommand
{
    private const string Help = """
        Write labelled samples with the features as they stood before each rating.

        OUT/trainingSamples.csv and testSamples.csv have the columns of the original SparrowRecSys; the .parquet files beside them have all
        features, the history of the user among them. The label is whether the rating reached --positive stars.

        Examples:
          sparrow samples
          sparrow samples --data ml-latest-small --out out/samples --negatives 4
          sparrow samples --split random --test-share 0.1 --seed 7 --format csv --json
        """;

    private const string Csv = "csv";
    private const string Parquet = "parquet";
    private static readonly SamplesOptions Defaults = new();

    private static readonly Option<string> Data = new("--data") { Description = "Directory of the data set, in any layout that we read.", DefaultValueFactory = _ => "data" };
    private static readonly Option<string> Out = new("--out") { Description = "Directory for the files.", DefaultValueFactory = _ => Path.Combine("out", "samples") };
    private static readonly Option<string> Format = new("--format") { Description = "csv, parquet or both.", DefaultValueFactory = _ => "both" };
    private static readonly Option<double> Positive = new("--positive") { Description = "Stars from which a rating is a positive, 0.5 to 5.", DefaultValueFactory = _ => Rating.PositiveScore };
    private static readonly Option<int> Negatives = new("--negatives") { Description = "Unrated movies drawn for each positive, as negatives.", DefaultValueFactory = _ => Defaults.Negatives };
    private static readonly Option<int> History = new("--history") { Description = "Positives of the user's history in the Parquet files, 1 to 50.", DefaultValueFactory = _ => Defaults.HistoryLength };
    private static readonly Option<string> Split = new("--split") { Description = "time: the last ratings test; random: some of all.", DefaultValueFactory = _ => "time" };
    private static readonly Option<double> TestShare = new("--test-share") { Description = "Share of the ratings that test.", DefaultValueFactory = _ => Defaults.TestShare };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of the negatives and of a split at random.", DefaultValueFactory = _ => Defaults.Seed };

    public static Command Create()
    {
        Format.AcceptOnlyFromAmong(Csv, Parquet, "both");
        Split.AcceptOnlyFromAmong("time", "random");
        return new Command("samples", Help) { Data, Out, Format, Positive, Negatives, History, Split, TestShare, Seed, CommandLine.Json }.Runs(Run);
    }

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        SamplesOptions options = OptionCheck.Checked(new SamplesOptions
        {
            PositiveHalfStars = LearnCommand.ReadHalfStars(parsed.GetValue(Positive), Positive.Name),
            Negatives = parsed.GetValue(Negatives),
            HistoryLength = parsed.GetValue(History),
            TestShare = parsed.GetValue(TestShare),
            IsRandom = parsed.GetValue(Split) == "random",
            Seed = parsed.GetValue(Seed),
        });
        string[] formats = parsed.GetRequiredValue(Format) == "both" ? [Csv, Parquet] : [parsed.GetRequiredValue(Format)];
        DataSet data = DataSetLoader.Load(parsed.GetRequiredValue(Data));
        string directory = Path.GetFullPath(parsed.GetRequiredValue(Out));
        SamplesSummary summary = CommandLine.Console.Progress().AutoClear(true).HideCompleted(true).Start(context =>
        {
            ProgressTask task = context.AddTask("samples", maxValue: 1);
            return SampleFolder.Write(data, options, directory, formats, new Progress<double>(value => task.Value = value), cancellation);
        });
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(new { path = directory, data = data.Hash, ratingsAreSimulated = data.IsSimulated, summary });
        }

        CommandLine.Console.WriteLine(
            $"{directory}: {summary.Training:N0} samples to train, {summary.Test:N0} to test{(summary.TestFrom is { } from ? $", from {from:yyyy-MM-dd HH:mm:ss} on" : ", drawn at random")}; "
            + $"{(double)summary.Positives / (summary.Training + summary.Test):P1} positive.{(data.IsSimulated ? " The ratings are simulated." : "")}");
    }
}
