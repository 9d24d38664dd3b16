using System.CommandLine;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>The options by which a command is told of an edge list.</summary>
/// <param name="use">What the command does with the file: the beginning of the help.</param>
internal sealed class EdgeFileOptions(string use)
{
    public Option<string?> File { get; } = new("--edges")
    {
        Description = $"{use} the graph in this text file, a line 'node node' or 'node node weight' for each edge, instead of ratings.",
    };

    public Option<bool> Weighted { get; } = new("--weighted") { Description = "The third field of --edges is the weight of the edge." };

    public Option<bool> Directed { get; } = new("--directed") { Description = "The edges of --edges lead from the first node to the second only." };

    /// <inheritdoc cref="EdgeList.Load"/>
    public EdgeList Load(ParseResult parsed, CancellationToken cancellation) =>
        EdgeList.Load(parsed.GetValue(File) ?? "", parsed.GetValue(Weighted), parsed.GetValue(Directed), cancellation);
}
