using System.CommandLine;
using System.Globalization;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Graphs;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Offline.RetrievalMethods;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow walks stats</c>: what p and q do to the walks of node2vec, before anything is learned from them.</summary>
internal static class WalksCommand
{
    private const string Help = """
        Walk on a graph with each p and q and say where the steps lead.

        return               share of the steps that lead back to the node before
        distance 1           share of those that lead to a neighbour of the node before
        distance 2           share of the others: away
        distinct in first 10 different nodes among the first ten of a walk, on average
        The first step of a walk has no node before it and is not counted.

        Examples:
          sparrow walks stats
          sparrow walks stats --edges graph.edges --weighted --p 1 --q 0.5,1,2
          sparrow walks stats --data ml-latest-small --p 0.25,1,4 --q 0.25,1,4 --walks 5 --length 40 --json
        """;

    private const double LeastParameter = 1e-3;
    private const double LargestParameter = 1000;
    private const int EnoughSteps = 1_000_000;

    private static readonly Node2VecOptions Defaults = new();
    private static readonly EdgeFileOptions Edges = new("Walk on");
    private static readonly Option<string> Data = new("--data") { Description = "Directory of the data set whose graph of movies is walked.", DefaultValueFactory = _ => "data" };
    private static readonly Option<double> MinRating = new("--min-rating") { Description = "Stars from which a rating counts as an interaction, 0.5 to 5.", DefaultValueFactory = _ => Rating.PositiveScore };
    private static readonly Option<string> P = new("--p") { Description = "Return parameters, separated by commas.", DefaultValueFactory = _ => "1" };
    private static readonly Option<string> Q = new("--q") { Description = "In-out parameters, separated by commas.", DefaultValueFactory = _ => "0.5,1,2" };
    private static readonly Option<int?> Walks = new("--walks") { Description = "Walks that start at each node. [default: 10; more on a small graph, so that there are about a million steps]" };
    private static readonly Option<int> Length = new("--length") { Description = "Nodes of a walk.", DefaultValueFactory = _ => 80 };
    private static readonly Option<int> Reach = new("--reach") { Description = "A movie has edges to so many that follow it.", DefaultValueFactory = _ => Defaults.Reach };
    private static readonly Option<int> MinCount = new("--min-count") { Description = "Interactions a movie needs to be a node.", DefaultValueFactory = _ => Defaults.MinCount };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of all walks.", DefaultValueFactory = _ => 1 };

    public static Command Create() => new("walks", "Look at random walks on a graph.")
    {
        new Command("stats", Help)
        {
            Edges.File, Edges.Weighted, Edges.Directed, Data, MinRating, P, Q, Walks, Length, Reach, MinCount, Seed, CommandLine.Json,
        }.Runs(Run),
    };

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        double[] ps = ReadParameters(parsed, P);
        double[] qs = ReadParameters(parsed, Q);
        WalkOptions options = OptionCheck.Checked(Defaults with
        {
            WalksPerNode = parsed.GetValue(Walks) ?? Defaults.WalksPerNode,
            WalkLength = parsed.GetValue(Length),
            Reach = parsed.GetValue(Reach),
            MinCount = parsed.GetValue(MinCount),
            Seed = parsed.GetValue(Seed),
        });
        Graph graph = LoadGraph(parsed, options, cancellation);
        int walks = parsed.GetValue(Walks) ?? (int)Math.Clamp(EnoughSteps / ((long)graph.NodeCount * options.WalkLength), 10, 10_000);
        WalkStatistics[] rows =
        [
            .. from p in ps
               from q in qs
               select WalkStatistics.Measure(graph, p, q, walks, options.WalkLength, options.Seed, cancellation),
        ];
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(new { nodes = graph.NodeCount, edges = graph.EdgeCount, graph.IsDirected, walksPerNode = walks, options.WalkLength, options.Seed, rows });
        }
        else
        {
            Write(graph, rows);
        }
    }

    private static Graph LoadGraph(ParseResult parsed, WalkOptions options, CancellationToken cancellation)
    {
        if (FileLearning.IsAsked(Edges.File, [Edges.Weighted, Edges.Directed], parsed, [Data, MinRating, Reach, MinCount]))
        {
            return Edges.Load(parsed, cancellation).Graph;
        }

        DataSet data = Interactions.Of(
            DataSetLoader.Load(parsed.GetRequiredValue(Data)), LearnCommand.ReadHalfStars(parsed.GetValue(MinRating), MinRating.Name));
        return MovieGraph.From(InteractionSequences.From(data.Ratings, options.MinCount), options.Reach, isDirected: false);
    }

    private static double[] ReadParameters(ParseResult parsed, Option<string> option)
    {
        string text = parsed.GetRequiredValue(option);
        double[] values =
        [
            .. text.Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN),
        ];
        return Array.TrueForAll(values, value => value is >= LeastParameter and <= LargestParameter)
            ? values
            : throw new UsageException($"{option.Name}: found {text}, allowed are numbers from {LeastParameter} to {LargestParameter}, separated by commas.");
    }

    private static void Write(Graph graph, WalkStatistics[] rows)
    {
        Table table = new Table().AddColumns("p", "q", "return", "distance 1", "distance 2", "distinct in first 10", "mean length", "M steps/s");
        table.Caption = new TableTitle($"{graph.NodeCount:N0} nodes, {graph.EdgeCount:N0} {(graph.IsDirected ? "directed" : "undirected")} edges");
        foreach (WalkStatistics row in rows)
        {
            table.AddRow(
                $"{row.P}", $"{row.Q}", $"{row.Return:f3}", $"{row.Distance1:f3}", $"{row.Distance2:f3}", $"{row.DistinctInFirstTen:f2}", $"{row.MeanLength:f1}", $"{row.StepsPerSecond / 1e6:f1}");
        }

        CommandLine.Results.Write(table);
    }
}
