using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Evaluation;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Offline.Tuning;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow tune</c>: looks for good options of a model on the validation part of the data.</summary>
internal static class TuneCommand
{
    private const string Help = """
        Look for good options of a model by random search, measured on the validation part only; the test part stays untouched. A retrieval model is
        measured by the lists that it makes (--protocol, --metric, --min-rating), a ranking network by the AUC of its scores, split by time.

        The first trial is the defaults. The best options are written to --out after every trial that improves on them; 'sparrow train' and
        'sparrow evaluate' read the file by --config. A search that was stopped goes on from --state.

        Examples:
          sparrow tune item2vec --trials 20
          sparrow tune item2vec --data ml-latest-small --budget 10m --metric HitRate@10 --out out/item2vec.json
          sparrow tune item2vec --protocol leave-one-out --set item2vec.dimension=32
          sparrow tune din --data ml-latest-small --trials 10 --set din.epochs=20
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly Argument<string> Model = new("MODEL") { Description = "Name of a retrieval method or of a ranking network." };
    private static readonly Option<string> Data = new("--data") { Description = "Directory of the data set, in any layout that we read; of the files in protocol ncf.", DefaultValueFactory = _ => "data" };
    private static readonly Option<string> Protocol = new("--protocol") { Description = $"One of {string.Join(", ", Protocols.Names)}.", DefaultValueFactory = _ => Protocols.Temporal };
    private static readonly Option<int> Trials = new("--trials") { Description = "Trials in all, those in --state included.", DefaultValueFactory = _ => 20 };
    private static readonly Option<string> Budget = new("--budget") { Description = "Time after which no trial begins: 90s, 10m, 2h.", DefaultValueFactory = _ => "1h" };
    private static readonly Option<string?> Metric = new("--metric") { Description = "What is to be high. [default: NDCG at the protocol's longest list]" };
    private static readonly Option<double?> MinRating = new("--min-rating") { Description = "Stars from which a rating is an interaction. [default: 0.5; strong: 4]" };
    private static readonly Option<string[]> Set = new("--set") { Description = "method.option=value: not searched.", DefaultValueFactory = _ => [] };
    private static readonly Option<string?> Out = new("--out") { Description = "File for the best options. [default: out/MODEL.json]" };
    private static readonly Option<string?> State = new("--state") { Description = "File of the trials. [default: out/MODEL.trials]" };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of split, training and search.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Threads = new("--threads") { Description = "Threads that rank.", DefaultValueFactory = _ => Environment.ProcessorCount };

    public static Command Create() => new Command("tune", Help)
    {
        Model, Data, Protocol, Trials, Budget, Metric, MinRating, Set, Out, State, Seed, Threads, CommandLine.Json,
    }.Runs(Run);

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        string name = parsed.GetRequiredValue(Model);
        JsonObject given = MethodSettings.Read(null, parsed.GetRequiredValue(Set)).Of(name);
        (int trials, TimeSpan budget) = (ReadTrials(parsed.GetValue(Trials)), ReadBudget(parsed.GetRequiredValue(Budget)));
        TuningTarget target = AllRankers.All.FirstOrDefault(ranker => ranker.Name == name) is { } ranking
            ? ReadTarget(parsed, ranking)
            : ReadTarget(parsed, AllRetrievalMethods.Get(name));
        target.Options.FromJson(given);

        var state = TuningState.Open(
            parsed.GetValue(State) ?? Path.Combine("out", name + ".trials"), target.Identity with { Fixed = given.ToJsonString() });
        string output = parsed.GetValue(Out) ?? Path.Combine("out", name + ".json");
        new TuningJob(target, given).Run(state, trials, budget, trial => Report(state, trial, target, output), cancellation);

        TuningTrial best = state.Best ?? throw new InvalidDataException(
            state.Trials.Count == 0 ? "The time was over before the first trial." : $"No trial succeeded; the last one said: {state.Trials[^1].Problem}");
        WriteBest(best, name, output);
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(new { model = name, target.Metric, measuredOn = "validation", best, state.Trials, path = Path.GetFullPath(output) });
        }

        Show(state, best, target.Metric, output);
    }

    private static TuningTarget ReadTarget(ParseResult parsed, RetrievalMethod method)
    {
        EvaluationRequest request = ReadRequest(parsed, method);
        EvaluationSplit validation = EvaluationJob.Split(request, request.Protocol == Protocols.Ncf ? null : DataSetLoader.Load(request.Directory), request.Options.Seed);
        return TuningTarget.Of(method, request, validation, ReadMetric(parsed.GetValue(Metric), validation, request));
    }

    /// <exception cref="UsageException">An option is given that has no meaning for a ranking network.</exception>
    private static TuningTarget ReadTarget(ParseResult parsed, RankerMethod method)
    {
        Option? wrong = new Option[] { Protocol, MinRating }.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
        return wrong is null && parsed.GetValue(Metric) is null or TuningTarget.RankingMetric
            ? TuningTarget.Of(method, DataSetLoader.Load(parsed.GetRequiredValue(Data)), parsed.GetValue(Seed))
            : throw new UsageException($"{wrong?.Name ?? Metric.Name}: {method.Name} is a ranking network, which is tuned by {TuningTarget.RankingMetric} on ratings split by time.");
    }

    private static EvaluationRequest ReadRequest(ParseResult parsed, RetrievalMethod method)
    {
        string protocol = parsed.GetRequiredValue(Protocol);
        return new EvaluationRequest
        {
            Directory = parsed.GetRequiredValue(Data),
            Protocol = Protocols.Names.Contains(protocol) ? protocol : throw new UsageException($"--protocol: found {protocol}, allowed are {string.Join(", ", Protocols.Names)}."),
            Models = [method.Name],
            Settings = MethodSettings.None,
            Ks = EvaluatorOptions.KsOf(protocol),
            Options = OptionCheck.Checked(new ProtocolOptions
            {
                MinHalfStars = parsed.GetValue(MinRating) is { } stars ? LearnCommand.ReadHalfStars(stars, "--min-rating") : (byte)1,
                Seed = parsed.GetValue(Seed),
            }),
            Threads = Math.Max(1, parsed.GetValue(Threads)),
            IsValidation = true,
        };
    }

    private static int ReadTrials(int trials) => trials is >= 1 and <= 100_000 ? trials : throw new UsageException($"--trials: found {trials}, allowed are 1 to 100000.");

    /// <summary>90s, 10m, 2h.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    internal static TimeSpan ReadBudget(string text)
    {
        double unitSeconds = text.Length < 2 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        return unitSeconds > 0 && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count) && count * unitSeconds is > 0 and < 1e7
            ? TimeSpan.FromSeconds(count * unitSeconds)
            : throw new UsageException($"--budget: found '{text}', expected a number with its unit: 90s, 10m or 2h.");
    }

    private static string ReadMetric(string? asked, EvaluationSplit validation, EvaluationRequest request)
    {
        IReadOnlyList<string> known = new Evaluator(validation, new EvaluatorOptions { Ks = request.Ks }).Metrics;
        string metric = asked is null ? known.Last(name => name.StartsWith("NDCG", StringComparison.Ordinal)) : known.FirstOrDefault(name => name == asked || name.StartsWith(asked + " (", StringComparison.Ordinal)) ?? "";
        return metric.Length > 0 ? metric : throw new UsageException($"--metric: found {asked}, allowed are {string.Join(", ", known)}.");
    }

    private static void Report(TuningState state, TuningTrial trial, TuningTarget target, string output)
    {
        string result = trial.Problem ?? $"validation {target.Metric} {EvaluationWords.Number(trial.Value ?? 0)}";
        bool isBest = ReferenceEquals(state.Best, trial);
        CommandLine.Console.WriteLine($"trial {trial.Trial}: {result}{(isBest ? ", the best so far" : "")} ({trial.Seconds:f1} s) {trial.Options.ToJsonString()}");
        if (isBest)
        {
            WriteBest(trial, target.Name, output);
        }
    }

    private static void WriteBest(TuningTrial best, string name, string output) =>
        AtomicFile.WriteText(output, new JsonObject { [name] = best.Options.DeepClone() }.ToJsonString(Indented) + "\n");

    private static void Show(TuningState state, TuningTrial best, string metric, string output)
    {
        Table table = new Table().Title("The best five trials, measured on the VALIDATION part").AddColumns("trial", metric, "95 %", "seconds", "options");
        foreach (TuningTrial trial in state.Trials.Where(trial => trial.Value is not null).OrderByDescending(trial => trial.Value).Take(5))
        {
            table.AddRow(
                $"{trial.Trial}", EvaluationWords.Number(trial.Value ?? 0), trial.Lower is { } lower && trial.Upper is { } upper ? $"{EvaluationWords.Number(lower)} to {EvaluationWords.Number(upper)}" : "", $"{trial.Seconds:f1}",
                trial.Options.Count == 0 ? "defaults" : Markup.Escape(trial.Options.ToJsonString()));
        }

        CommandLine.Console.Write(table);
        CommandLine.Console.WriteLine($"{state.Trials.Count} trials. Written: {Path.GetFullPath(output)}. What trial {best.Trial} is worth on the test part says 'sparrow evaluate --config'.");
    }
}
