using System.CommandLine;
using System.Globalization;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Evaluation;
using SparrowRecSys.Offline.Evaluation.Rankers;
using SparrowRecSys.Offline.Evaluation.Report;
using SparrowRecSys.Offline.RetrievalMethods;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow evaluate</c>: trains retrieval models, or rankers, on a part of the data and measures them on the rest, side by side.</summary>
internal static class EvaluateCommand
{
    private const string Help = """
        Train models on a part of the data and measure them on the rest, side by side, with 95 % intervals: retrieval models, or with --task ranking
        rankers and their baselines.

        Protocols of retrieval:
          temporal        one moment divides training (first 80 %) and test; users with 5 training interactions are warm, the others apart
          leave-one-out   each user's last interaction is the test
          ncf             the files of He et al. 2017 in DIR: X.train.rating, X.test.rating, X.test.negative
          ratio           each user's interactions at random 80/10/10
          strong          held-out users, 80 % of whose movies are told (Liang et al. 2018); ratings of 4 stars and more
        All movies are ranked, the user's known ones left out; ties are broken against the movie that is right. Names of sampled metrics say
        so. A model that has nothing to say about a user finds nothing for that user.

        A name with + is the reciprocal rank fusion of its parts: als+content.

        Ranking: samples are the ratings with the features as of their moment; the first 80 % in time are learned from, 10 % choose, the last 10 % test.
        AUC, gAUC (within each user, weighted by samples), log loss, calibration error, and NDCG of retrieved candidates ordered anew.

        Examples:
          sparrow evaluate
          sparrow evaluate --data ml-latest-small --protocol leave-one-out --models popularity,item2vec --report out/report.html
          sparrow evaluate --data ml-1m-ncf --protocol ncf --models popularity --json
          sparrow evaluate --data data --models item2vec --set item2vec.dimension=64 --set item2vec.epochs=10 --seeds 5
          sparrow evaluate --task ranking --data ml-latest-small --seeds 5 --report out/rankers.html
          sparrow evaluate --task ranking --models averagesnow,lightgbm,din
          sparrow evaluate --task ranking --samples trainingSamples.csv --test testSamples.csv --random-split
        """;

    private const string Retrieval = "retrieval";
    private const string Ranking = "ranking";

    private static readonly Option<string> Task = new("--task") { Description = $"What is measured: {Retrieval} or {Ranking}.", DefaultValueFactory = _ => Retrieval };
    private static readonly Option<string> Data = new("--data") { Description = "Directory of the data set, in any layout that we read; of the files in protocol ncf.", DefaultValueFactory = _ => "data" };
    private static readonly Option<string> Protocol = new("--protocol") { Description = $"One of {string.Join(", ", Protocols.Names)}.", DefaultValueFactory = _ => Protocols.Temporal };
    private static readonly Option<string?> Models = new("--models") { Description = "Models separated by commas. [default: all]" };
    private static readonly Option<string[]> Set = new("--set") { Description = "method.option=value, as often as needed.", DefaultValueFactory = _ => [] };
    private static readonly Option<string?> Config = new("--config") { Description = "JSON file with options by method, as 'sparrow tune' writes it." };
    private static readonly Option<string[]> Vectors = new("--vectors") { Description = "NAME=FILE: movie vectors from elsewhere as one more model.", DefaultValueFactory = _ => [] };
    private static readonly Option<string?> Ks = new("--k") { Description = "Lengths of list, separated by commas. [default: 10; strong: 20,50,100]" };
    private static readonly Option<double?> MinRating = new("--min-rating") { Description = "Stars from which a rating is an interaction. [default: 0.5; strong: 4]" };
    private static readonly Option<int> KCore = new("--k-core") { Description = "Users and movies with fewer interactions are taken out, again and again. 0 = none." };
    private static readonly Option<int> SampledNegatives = new("--sampled-negatives") { Description = "leave-one-out: rank among so many negatives drawn uniformly. 0 = among all movies." };
    private static readonly Option<string?> Name = new("--name") { Description = "ncf: the X of the files, where there are several." };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of split, training and intervals.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Seeds = new("--seeds") { Description = "Repeat with so many seeds, from --seed on: mean and standard deviation.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Threads = new("--threads") { Description = "Threads that rank; the result does not depend on it.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private static readonly Option<bool> Validation = new("--validation") { Description = "Measure on the validation part, which lies in the training part." };
    private static readonly Option<string?> Control = new("--control") { Description = "random-labels: the right movies, or the labels of samples, are replaced by random ones; every model must be at chance." };
    private static readonly Option<string?> Report = new("--report") { Description = "Write a report as one HTML file." };

    private static readonly Option[] OfRetrieval = [Protocol, Vectors, Ks, MinRating, KCore, SampledNegatives, Name, Threads, Validation];

    public static Command Create()
    {
        var command = new Command("evaluate", Help) { Task, Data, Protocol, Models, Set, Config, Vectors, Ks, MinRating, KCore, SampledNegatives, Name, Seed, Seeds, Threads, Validation, Control };
        foreach (Option option in RankingTask.Options.Concat([Report, CommandLine.Json]))
        {
            command.Add(option);
        }

        return command.Runs(Run);
    }

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (IsRanking(parsed))
        {
            RankingTask.Run(ReadRanking(parsed), parsed.GetValue(CommandLine.Json), parsed.GetValue(Report), cancellation);
            return;
        }

        EvaluationRequest request = Read(parsed);
        EvaluationOutcome outcome = EvaluationJob.Run(request, CommandLine.Console, cancellation);
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(EvaluationJson.Of(outcome));
        }
        else
        {
            EvaluationTables.Write(CommandLine.Results, outcome);
        }

        if (parsed.GetValue(Report) is { } report)
        {
            AtomicFile.WriteText(report, EvaluationReport.Write(outcome));
            CommandLine.Console.MarkupLineInterpolated($"Written: {Path.GetFullPath(report)}");
        }

        if (outcome.Runs.All(run => run.Evaluations.All(evaluation => evaluation.Problem is not null)))
        {
            throw new InvalidDataException($"No model could be measured: {outcome.Runs[0].Evaluations[0].Problem}");
        }
    }

    private static bool IsRanking(ParseResult parsed)
    {
        string task = parsed.GetRequiredValue(Task);
        if (task is not (Retrieval or Ranking))
        {
            throw new UsageException($"--task: found {task}, allowed are {Retrieval}, {Ranking}.");
        }

        IReadOnlyList<Option> others = task == Ranking ? OfRetrieval : RankingTask.Options;
        return others.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } wrong
            ? throw new UsageException($"{wrong.Name}: found with --task {task}, expected with --task {(task == Ranking ? Retrieval : Ranking)} only.")
            : task == Ranking;
    }

    /// <exception cref="UsageException">An option is wrong.</exception>
    internal static RankingRequest ReadRanking(ParseResult parsed)
    {
        CheckControl(parsed);
        MethodSettings settings = MethodSettings.Read(parsed.GetValue(Config), parsed.GetRequiredValue(Set));
        return new RankingRequest
        {
            Directory = parsed.GetRequiredValue(Data),
            Files = RankingTask.FilesOf(parsed),
            Rankers = RankingTask.Choose(parsed.GetValue(Models), settings),
            Settings = settings,
            Seed = parsed.GetValue(Seed),
            Seeds = ReadCount(parsed.GetValue(Seeds), "--seeds", 1000),
            HasRandomLabels = parsed.GetValue(Control) is not null,
        };
    }

    private static void CheckControl(ParseResult parsed)
    {
        if (parsed.GetValue(Control) is { } control && control != EvaluationRequest.RandomLabels)
        {
            throw new UsageException($"--control: found {control}, allowed is {EvaluationRequest.RandomLabels}.");
        }
    }

    /// <exception cref="UsageException">An option is wrong.</exception>
    internal static EvaluationRequest Read(ParseResult parsed)
    {
        string protocol = parsed.GetRequiredValue(Protocol);
        if (!Protocols.Names.Contains(protocol))
        {
            throw new UsageException($"--protocol: found {protocol}, allowed are {string.Join(", ", Protocols.Names)}.");
        }

        var external = parsed.GetRequiredValue(Vectors).Select(ReadVectors).ToDictionary(vectors => vectors.Name, vectors => vectors.Path);
        string[] models = parsed.GetValue(Models) is { } names
            ? names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [.. AllRetrievalMethods.All.Select(method => method.Name), .. external.Keys];
        foreach (string part in models.SelectMany(name => name.Split('+')).Where(part => !external.ContainsKey(part)))
        {
            AllRetrievalMethods.Get(part);
        }

        CheckControl(parsed);
        return new EvaluationRequest
        {
            Directory = parsed.GetRequiredValue(Data),
            Protocol = protocol,
            Name = parsed.GetValue(Name),
            Models = [.. models.Distinct()],
            Settings = MethodSettings.Read(parsed.GetValue(Config), parsed.GetRequiredValue(Set)),
            External = external,
            Ks = parsed.GetValue(Ks) is { } ks ? ReadLengths(ks) : EvaluatorOptions.KsOf(protocol),
            Options = OptionCheck.Checked(new ProtocolOptions
            {
                MinHalfStars = parsed.GetValue(MinRating) is { } stars ? LearnCommand.ReadHalfStars(stars, "--min-rating") : (byte)1,
                KCore = parsed.GetValue(KCore),
                SampledNegatives = parsed.GetValue(SampledNegatives),
                Seed = parsed.GetValue(Seed),
            }),
            Seeds = ReadCount(parsed.GetValue(Seeds), "--seeds", 1000),
            Threads = ReadCount(parsed.GetValue(Threads), "--threads", 1024),
            IsValidation = parsed.GetValue(Validation),
            HasRandomLabels = parsed.GetValue(Control) is not null,
        };
    }

    private static (string Name, string Path) ReadVectors(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 1 ? "" : text[..equals];
        if (name.Length == 0 || name.Contains('+', StringComparison.Ordinal) || AllRetrievalMethods.All.Any(method => method.Name == name))
        {
            throw new UsageException($"--vectors: found '{text}', expected NAME=FILE with a name that no method has.");
        }

        return (name, text[(equals + 1)..]);
    }

    private static int[] ReadLengths(string text)
    {
        int[] lengths = [.. text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int k) ? k : 0).Order()];
        return lengths.All(k => k is >= 1 and <= 1000)
            ? lengths
            : throw new UsageException($"--k: found '{text}', expected whole numbers from 1 to 1000 separated by commas.");
    }

    private static int ReadCount(int value, string option, int most) =>
        value >= 1 && value <= most ? value : throw new UsageException($"{option}: found {value}, allowed are 1 to {most}.");
}
