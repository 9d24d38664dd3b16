using System.CommandLine;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Item2Vec;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow embed item2vec</c>: learns a vector for each movie and user from who liked what after what.</summary>
internal static class EmbedCommand
{
    private const string Help = """
        Learn movie vectors by item2vec: skip-gram with negative sampling over each user's positive movies (3.5 stars or more) in order of time.
        A user's vector is the mean of the user's positive movies.

        Writes item2vecEmb.csv and userEmb.csv ('id:number number ...'), item2vec.bin (what the server loads) and item2vec.json.

        Examples:
          sparrow embed item2vec
          sparrow embed item2vec --data ml-latest-small --out out/embeddings --dimension 64
          sparrow embed item2vec --data ml-25m --threads 0 --epochs 5 --json
        """;

    private static readonly Item2VecOptions Defaults = new();

    private static readonly Option<string> Data = Text("--data", "Directory of the data set, in any MovieLens layout.", "data");
    private static readonly Option<string> Out = Text("--out", "Directory for the four files.", Path.Combine("data", "embeddings"));
    private static readonly Option<int> Dimension = Number("--dimension", "Length of a vector.", Defaults.Dimension);
    private static readonly Option<int> Window = Number("--window", "Largest distance of neighbours in a user's movies.", Defaults.Window);
    private static readonly Option<int> NegativeSamples = Number("--negative-samples", "Counter-examples for each pair.", Defaults.NegativeSamples);
    private static readonly Option<int> Epochs = Number("--epochs", "Passes over all users.", Defaults.Epochs);
    private static readonly Option<double> LearningRate = Number("--learning-rate", "Step size at the start; falls to nearly 0.", Defaults.LearningRate);
    private static readonly Option<int> MinCount = Number("--min-count", "Positive ratings a movie needs to get a vector.", Defaults.MinCount);
    private static readonly Option<double> Subsampling = Number("--subsampling", "Share of all positives above which a movie is thinned out; 0 = never.", Defaults.Subsampling);
    private static readonly Option<int> Threads = Number("--threads", "Threads; 0 = one for each processor. Only with 1 the same seed gives the same vectors.", Defaults.Threads);
    private static readonly Option<int> Seed = Number("--seed", "Seed of every random choice.", Defaults.Seed);

    public static Command Create()
    {
        var item2vec = new Command("item2vec", Help)
        {
            Data, Out, Dimension, Window, NegativeSamples, Epochs, LearningRate, MinCount, Subsampling, Threads, Seed, CommandLine.Json,
        };
        return new Command("embed", "Learn embeddings of movies and users.") { item2vec.Runs(Run) };
    }

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        Item2VecOptions options = ReadOptions(parsed);
        string directory = Path.GetFullPath(parsed.GetRequiredValue(Out));
        DataSet data = DataSetLoader.Load(parsed.GetRequiredValue(Data));
        Item2VecOutput output = Train(data, options, cancellation);
        cancellation.ThrowIfCancellationRequested();
        Item2VecJob.Save(output, directory);
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(output.Summary);
        }
        else
        {
            Show(output, directory);
        }
    }

    /// <exception cref="UsageException">A value is out of its range.</exception>
    internal static Item2VecOptions ReadOptions(ParseResult parsed)
    {
        return OptionCheck.Checked(new Item2VecOptions
        {
            Dimension = parsed.GetValue(Dimension),
            Window = parsed.GetValue(Window),
            NegativeSamples = parsed.GetValue(NegativeSamples),
            Epochs = parsed.GetValue(Epochs),
            LearningRate = parsed.GetValue(LearningRate),
            MinCount = parsed.GetValue(MinCount),
            Subsampling = parsed.GetValue(Subsampling),
            Threads = parsed.GetValue(Threads),
            Seed = parsed.GetValue(Seed),
        });
    }

    private static Item2VecOutput Train(DataSet data, Item2VecOptions options, CancellationToken cancellation) =>
        CommandLine.Console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask($"item2vec, seed {options.Seed}");
                return Item2VecJob.Train(data, options, new ProgressBar(bar), cancellation);
            });

    private static void Show(Item2VecOutput output, string directory)
    {
        Item2VecSummary summary = output.Summary;
        Table table = new Table().AddColumns("item2vec", "").HideHeaders();
        table.AddRow("movies with a vector", $"{summary.Count:N0} of {summary.Movies:N0}");
        table.AddRow("users with a vector", $"{summary.Users:N0}");
        table.AddRow("dimension", $"{summary.Dimension}");
        table.AddRow("loss of a pair", $"{summary.Loss:F4}");
        table.AddRow("speed", $"{output.ItemsPerSecond:N0} items/s");
        table.AddRow("seed", $"{summary.Seed}");
        table.AddRow("data", summary.DataHash);
        table.AddRow("written to", Markup.Escape(directory));
        CommandLine.Console.Write(table);
    }

    private static Option<string> Text(string name, string description, string value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static Option<T> Number<T>(string name, string description, T value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private sealed class ProgressBar(ProgressTask bar) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            bar.MaxValue = value.ItemsTotal;
            bar.Value = value.ItemsDone;
            bar.Description = $"item2vec: {value.ItemsPerSecond:N0} items/s, loss {value.Loss:F3}";
        }
    }
}
