using System.CommandLine;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Evaluation;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow compare</c>: all retrieval models under several protocols on several data sets, as tables for a document.</summary>
internal static class CompareCommand
{
    private const string Help = """
        Measure all retrieval models under several protocols, one Markdown table for each data set.

        The same as 'sparrow evaluate' for each protocol in turn, with the first length of list and the first group of users. The table goes to
        standard output.

        Examples:
          sparrow compare data
          sparrow compare data ml-latest-small > out/retrieval.md
          sparrow compare data --protocols temporal,ratio --models popularity,ease,als --config out/best.json
        """;

    private static readonly string[] NamesOfProtocols = [.. Protocols.Names.Where(name => name != Protocols.Ncf)];

    private static readonly Argument<string[]> Directories = new("DIR") { Description = "Directories of data sets, in any layout that we read.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Given = new("--protocols") { Description = $"Separated by commas, of {string.Join(", ", NamesOfProtocols)}.", DefaultValueFactory = _ => "temporal,leave-one-out,ratio" };
    private static readonly Option<string?> Models = new("--models") { Description = "Models separated by commas. [default: all]" };
    private static readonly Option<string[]> Set = new("--set") { Description = "method.option=value, as often as needed.", DefaultValueFactory = _ => [] };
    private static readonly Option<string?> Config = new("--config") { Description = "JSON file with options by method, as 'sparrow tune' writes it." };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of split, training and intervals.", DefaultValueFactory = _ => 1 };

    public static Command Create() => new Command("compare", Help) { Directories, Given, Models, Set, Config, Seed }.Runs(Run);

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        foreach (string table in Tables(parsed, cancellation))
        {
            Console.Out.WriteLine(table);
        }
    }

    /// <summary>One for each data set, each made when it is asked for.</summary>
    /// <exception cref="UsageException">An option is wrong.</exception>
    internal static IEnumerable<string> Tables(ParseResult parsed, CancellationToken cancellation)
    {
        string[] models = ReadModels(parsed.GetValue(Models));
        string[] protocols = ReadProtocols(parsed.GetRequiredValue(Given));
        MethodSettings settings = MethodSettings.Read(parsed.GetValue(Config), parsed.GetRequiredValue(Set));
        foreach (string directory in parsed.GetRequiredValue(Directories))
        {
            EvaluationRequest[] requests = [.. protocols.Select(protocol => new EvaluationRequest
            {
                Directory = directory,
                Protocol = protocol,
                Models = models,
                Settings = settings,
                Ks = EvaluatorOptions.KsOf(protocol),
                Options = new ProtocolOptions { MinHalfStars = 1, Seed = parsed.GetValue(Seed) },
            })];
            yield return ComparisonTable.Markdown([.. requests.Select(request => EvaluationJob.Run(request, CommandLine.Console, cancellation))]);
        }
    }

    private static string[] ReadModels(string? names)
    {
        string[] models = names is null ? [.. AllRetrievalMethods.All.Select(method => method.Name)] : Parts(names);
        foreach (string part in models.SelectMany(name => name.Split('+')))
        {
            AllRetrievalMethods.Get(part);
        }

        return models;
    }

    private static string[] ReadProtocols(string names)
    {
        string[] protocols = Parts(names);
        return Array.Find(protocols, name => !NamesOfProtocols.Contains(name)) is { } wrong
            ? throw new UsageException($"--protocols: found {wrong}, allowed are {string.Join(", ", NamesOfProtocols)}.")
            : protocols;
    }

    private static string[] Parts(string names) => [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
