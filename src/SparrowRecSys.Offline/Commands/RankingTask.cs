using System.CommandLine;
using SparrowRecSys.Offline.Evaluation.Rankers;
using SparrowRecSys.Offline.Evaluation.Report;
using SparrowRecSys.Offline.RetrievalMethods;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow evaluate --task ranking</c>: trains rankers on the earlier samples and measures them on the later ones.</summary>
internal static class RankingTask
{
    public static Option<string?> Samples { get; } = new("--samples") { Description = "ranking: file of samples to learn from, such as the original's trainingSamples.csv, in the place of --data." };

    public static Option<string?> Test { get; } = new("--test") { Description = "ranking: file of samples to be measured on, such as the original's testSamples.csv." };

    public static Option<bool> RandomSplit { get; } = new("--random-split") { Description = "ranking: the files were divided at random; else samples that are later than the test's first are refused." };

    /// <summary>What belongs to this task alone.</summary>
    public static IReadOnlyList<Option> Options { get; } = [Samples, Test, RandomSplit];

    /// <summary>Measures, prints, and writes the report.</summary>
    public static void Run(RankingRequest request, bool isJson, string? report, CancellationToken cancellation)
    {
        RankingOutcome outcome = new RankingJob(request, CommandLine.Console, cancellation).Run();
        if (isJson)
        {
            CommandLine.WriteJson(RankingJson.Of(outcome));
        }
        else
        {
            RankingTables.Write(CommandLine.Results, outcome);
        }

        if (report is not null)
        {
            AtomicFile.WriteText(report, RankingReport.Write(outcome));
            CommandLine.Console.MarkupLineInterpolated($"Written: {Path.GetFullPath(report)}");
        }

        if (outcome.Measured.Count == 0)
        {
            throw new InvalidDataException($"No ranker could be measured: {outcome.Evaluations[0].Problem}");
        }
    }

    /// <summary>The rankers of a list, or all.</summary>
    /// <exception cref="UsageException">There is no such ranker.</exception>
    public static IReadOnlyList<RankerContestant> Choose(string? names, MethodSettings settings)
    {
        IReadOnlyList<RankerContestant> all = Contestants.All(settings);
        return names is null
            ? all
            : [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Select(name => all.FirstOrDefault(ranker => ranker.Name == name)
                ?? throw new UsageException($"--models: found {name}, allowed for ranking are {string.Join(", ", all.Select(ranker => ranker.Name))}."))];
    }

    /// <exception cref="UsageException">One file without the other.</exception>
    public static SamplePaths? FilesOf(ParseResult parsed) => (parsed.GetValue(Samples), parsed.GetValue(Test)) switch
    {
        (null, null) => null,
        ({ } training, { } test) => new SamplePaths(training, test, parsed.GetValue(RandomSplit)),
        _ => throw new UsageException("--samples and --test: found one of them, expected both or none."),
    };
}
