using System.CommandLine;
using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.RetrievalMethods;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary>The command of one retrieval method: <c>sparrow train als</c>, <c>sparrow embed item2vec</c>.</summary>
internal static class LearnCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "Directory of the data set, in any layout that we read.", DefaultValueFactory = _ => "data" };
    private static readonly Option<string> Out = new("--out") { Description = "Directory of all retrieval models; the next version appears in its folder of the model's name.", DefaultValueFactory = _ => Path.Combine("data", "retrieval") };
    private static readonly Option<double> MinRating = new("--min-rating") { Description = "Stars from which a rating counts as an interaction, 0.5 to 5.", DefaultValueFactory = _ => Rating.PositiveScore };
    private static readonly Option<string?> Config = new("--config") { Description = "JSON file with options by method, as 'sparrow tune' writes it: {\"als\":{\"dimension\":64}}." };

    public static Command Create(RetrievalMethod method)
    {
        var command = new Command(method.Name, method.Help) { Data, Out, MinRating, Config };
        foreach (Option option in method.Options.CommandLineOptions)
        {
            command.Add(option);
        }

        command.Add(CommandLine.Json);
        return command.Runs((parsed, cancellation) => Run(method, parsed, cancellation));
    }

    private static void Run(RetrievalMethod method, ParseResult parsed, CancellationToken cancellation)
    {
        object options = method.Options.Read(parsed, MethodSettings.Read(parsed.GetValue(Config), []).Of(method));
        byte halfStars = ReadHalfStars(parsed.GetValue(MinRating), "--min-rating");
        DataSet data = DataSetLoader.Load(parsed.GetRequiredValue(Data));
        LearnedOutput output = Learn(method, data, halfStars, options, cancellation);
        cancellation.ThrowIfCancellationRequested();
        string path = RetrievalPublisher.Publish(parsed.GetRequiredValue(Out), method, data, options, output, cancellation);
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(new { path, method.Name, options = method.Options.ToJson(options), output.Facts });
        }

        Show(method, data, output, path);
    }

    /// <summary>Half stars of a number of stars.</summary>
    /// <exception cref="UsageException">It is not 0.5 to 5 in half steps.</exception>
    public static byte ReadHalfStars(double stars, string option) => stars is >= 0.5 and <= 5 && stars * 2 == Math.Truncate(stars * 2)
        ? (byte)(stars * 2)
        : throw new UsageException($"{option}: found {stars}, allowed are 0.5 to 5 in half steps.");

    private static LearnedOutput Learn(RetrievalMethod method, DataSet data, byte halfStars, object options, CancellationToken cancellation) =>
        CommandLine.Console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var progress = new LearningProgressBar(context.AddTask(method.Name, maxValue: 1), method.Name);
                return Interactions.Learn(method, data, halfStars, options, new LearningContext(progress, cancellation));
            });

    private static void Show(RetrievalMethod method, DataSet data, LearnedOutput output, string path)
    {
        Table table = new Table().AddColumns(method.Name, "").HideHeaders();
        foreach ((string name, JsonNode? value) in output.Facts)
        {
            table.AddRow(Markup.Escape(name), Markup.Escape(value?.ToString() ?? ""));
        }

        table.AddRow("data", data.Hash + (data.IsSimulated ? ", simulated ratings" : ""));
        table.AddRow("written to", Markup.Escape(path));
        CommandLine.Console.Write(table);
    }

    private sealed class LearningProgressBar(ProgressTask bar, string name) : IProgress<LearningProgress>
    {
        public void Report(LearningProgress value)
        {
            bar.Value = value.Done;
            bar.Description = value.Text.Length == 0 ? name : $"{name}: {Markup.Escape(value.Text)}";
        }
    }
}
