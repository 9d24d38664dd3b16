using System.CommandLine;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.RetrievalMethods;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary>The command of one ranking network: <c>sparrow train din</c>.</summary>
internal static class RankCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "Directory of the data set, in any layout that we read.", DefaultValueFactory = _ => "data" };
    private static readonly Option<string> Out = new("--out") { Description = "Directory of all models; the new version appears in its folder of the network's name.", DefaultValueFactory = _ => "data/models" };
    private static readonly Option<string?> Config = new("--config") { Description = "JSON file with options by model, as 'sparrow tune' writes it: {\"din\":{\"dimension\":32}}." };
    private static readonly Option<bool> NoRefit = new("--no-refit") { Description = "Publish the network that was tested, instead of one trained once more on all ratings." };
    private static readonly Option<string?> Checkpoint = new("--checkpoint") { Description = "File for the state after every epoch; a training that was stopped goes on from it. Removed when it is done." };

    public static Command Create(RankerMethod method)
    {
        var command = new Command(method.Name, method.Help) { Data, Out, Config, NoRefit, Checkpoint };
        foreach (Option option in method.Options.CommandLineOptions)
        {
            command.Add(option);
        }

        command.Add(CommandLine.Json);
        return command.Runs((parsed, cancellation) => Run(method, parsed, cancellation));
    }

    private static void Run(RankerMethod method, ParseResult parsed, CancellationToken cancellation)
    {
        var options = (NetworkOptions)method.Options.Read(parsed, MethodSettings.Read(parsed.GetValue(Config), []).Of(method.Name));
        DataSet data = DataSetLoader.Load(parsed.GetRequiredValue(Data));
        RankerOutput output = CommandLine.Console.Progress().AutoClear(true).HideCompleted(true).Start(progress =>
        {
            var bar = new TrainingProgressBar(progress.AddTask(method.Name, maxValue: 1), options.Seed);
            var context = new RankerContext(!parsed.GetValue(NoRefit), bar, parsed.GetValue(Checkpoint));
            return new RankerJob(method, options, context).Train(data, cancellation);
        });
        string path = RankerJob.Publish(output, parsed.GetRequiredValue(Out), cancellation);
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(new { path, metrics = output.Summary });
        }

        RankerReport.Write(CommandLine.Console, method.Name, path, output.Summary);
    }
}
