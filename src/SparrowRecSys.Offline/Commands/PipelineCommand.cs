using System.CommandLine;
using System.Diagnostics;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Evaluation;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.RetrievalMethods;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow pipeline</c>: from a data set to all that the server loads, in one go, with a table at the end.</summary>
internal static class PipelineCommand
{
    private const string Help = """
        Do everything that turns a data set into what the server loads: check the data, train the retrieval models and NeuralCF, measure.

        Writes OUT/retrieval/NAME/VERSION and OUT/models/neuralcf/VERSION. The measurement holds out each user's last positive movie, trains
        all anew without it, and asks the server's own pipeline for ten recommendations.

        Examples:
          sparrow pipeline
              the committed outputs, from the sample in data
          sparrow pipeline --data ml-latest-small --out out/small
              then: dotnet run --project src/SparrowRecSys.Server -- --Data:Directory=ml-latest-small --Models:Directory=out/small/models
        """;

    private static readonly Option<string> Data = new("--data") { Description = "Directory of the data set, in any layout that we read.", DefaultValueFactory = _ => "data" };
    private static readonly Option<string> Out = new("--out") { Description = "Directory that gets the folders retrieval and models.", DefaultValueFactory = _ => "data" };
    private static readonly Option<string> Retrieval = new("--retrieval") { Description = "Retrieval models to train, separated by commas.", DefaultValueFactory = _ => "item2vec,node2vec,als,content" };
    private static readonly Option<string[]> Set = new("--set") { Description = "method.option=value for a retrieval model, as often as needed.", DefaultValueFactory = _ => [] };
    private static readonly Option<string?> Config = new("--config") { Description = "JSON file with options by retrieval model, as 'sparrow tune' writes it." };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of every random choice.", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> SkipEvaluation = new("--skip-evaluation") { Description = "Leave out the measurement, which trains everything a second time." };

    public static Command Create() => new Command("pipeline", Help) { Data, Out, Retrieval, Set, Config, Seed, SkipEvaluation, IndexOption.Kind, CommandLine.Json }.Runs(Run);

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        string directory = Path.GetFullPath(parsed.GetRequiredValue(Out));
        var settings = MethodSettings.Read(parsed.GetValue(Config), parsed.GetRequiredValue(Set));
        (RetrievalMethod Method, object Options)[] methods = [..
            from name in parsed.GetRequiredValue(Retrieval).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()
            let method = AllRetrievalMethods.Get(name)
            select (method, settings.OptionsOf(method, parsed.GetValue(Seed)))];
        NeuralCFOptions ranking = OptionCheck.Checked(new NeuralCFOptions { Seed = parsed.GetValue(Seed) });
        VectorIndexOptions index = IndexOption.Read(parsed);
        RankerMethod ranker = AllRankers.Get("neuralcf");
        var stages = new List<PipelineStage>();
        T Stage<T>(string name, Func<T> work) => RunStage(stages, name, work);

        DataSet data = Stage("load data", () => DataSetLoader.Load(parsed.GetRequiredValue(Data)));
        LearnedRetrieval[] retrieval = [.. methods.Select(chosen => Stage($"train {chosen.Method.Name}", () => Learn(chosen.Method, chosen.Options, data, cancellation)))];
        RankerOutput model = Stage($"train {ranker.Name}", () => new RankerJob(ranker, ranking, new RankerContext()).Train(data, cancellation));
        ServedReport served = parsed.GetValue(SkipEvaluation)
            ? new ServedReport([], [])
            : Stage("measure", () => ServedQuality.Measure(data, methods, ranker, ranking, cancellation));
        cancellation.ThrowIfCancellationRequested();

        // Everything is written at the end, so that a run that fails or is stopped leaves the old outputs as they were.
        foreach (LearnedRetrieval learned in retrieval)
        {
            RetrievalPublisher.Publish(Path.Combine(directory, "retrieval"), learned.Method, data, learned.Options, learned.Output, index, cancellation);
        }

        string modelPath = RankerJob.Publish(model, Path.Combine(directory, "models"), cancellation);
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(new { data = data.Directory, data.Hash, data.IsSimulated, stages, retrieval = retrieval.Select(learned => new { learned.Method.Name, learned.Output.Facts }), neuralcf = model.Summary, served = served.Rows.Select(row => new { row.Name, row.Ranker, row.Result.Users, row.Result.Metrics, row.Result.Estimates }), channels = served.Channels, modelPath });
        }

        PipelineReport.Write(CommandLine.Console, data, stages, retrieval, model, served, directory);
    }

    private static LearnedRetrieval Learn(RetrievalMethod method, object options, DataSet data, CancellationToken cancellation) =>
        new(method, options, Interactions.Learn(method, data, Rating.PositiveHalfStars, options, new LearningContext(Cancellation: cancellation)));

    private static T RunStage<T>(List<PipelineStage> stages, string name, Func<T> work)
    {
        IAnsiConsole console = CommandLine.Console;
        return console.Status().Start(name + " ...", _ =>
        {
            long start = Stopwatch.GetTimestamp();
            T result = work();
            stages.Add(new PipelineStage(name, Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1)));
            console.MarkupLineInterpolated($"{name}: {stages[^1].Seconds:f1} s");
            return result;
        });
    }
}
