using System.Globalization;
using System.Text;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>A graph from a text file, and the names that its nodes have there.</summary>
/// <param name="Names">(N), in the order in which they first appear.</param>
/// <param name="Graph">The graph.</param>
internal sealed record EdgeList(string[] Names, Graph Graph)
{
    private const string Separators = " \t\r";

    /// <summary>Reads one edge a line: <c>a b</c>, or <c>a b weight</c>. Empty lines and those that begin with # are passed over.</summary>
    /// <param name="path">UTF-8 text; nodes have any names without whitespace.</param>
    /// <param name="isWeighted">
    /// Whether the third field is the edge's weight; then each line needs one, and edges that come twice add up. Without, a third field is passed
    /// over, and an edge that comes twice is the same edge.
    /// </param>
    /// <param name="isDirected">Whether an edge leads from its first node to its second only.</param>
    /// <param name="cancellation">Asked at every line.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is wrong, or there is no edge.</exception>
    public static EdgeList Load(string path, bool isWeighted, bool isDirected, CancellationToken cancellation = default)
    {
        var nodeOfName = new Dictionary<string, int>();
        var edges = new List<GraphEdge>();
        int line = 0;
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            while (reader.ReadLine() is { } text)
            {
                line++;
                cancellation.ThrowIfCancellationRequested();
                if (text.AsSpan().TrimStart() is { IsEmpty: false } rest && rest[0] != '#')
                {
                    edges.Add(Parse(rest, nodeOfName, isWeighted, $"{path}, line {line}"));
                }
            }
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{path}, after line {line}: found bytes that are no UTF-8, expected text.");
        }

        if (edges.Count == 0)
        {
            throw new InvalidDataException($"{path}: found no edge, expected lines of the form '{Form(isWeighted)}'.");
        }

        string[] names = new string[nodeOfName.Count];
        foreach ((string name, int node) in nodeOfName)
        {
            names[node] = name;
        }

        return new EdgeList(names, Graph.Build(names.Length, edges, isDirected, isWeighted));
    }

    private static GraphEdge Parse(ReadOnlySpan<char> line, Dictionary<string, int> nodeOfName, bool isWeighted, string place)
    {
        Span<Range> fields = stackalloc Range[4];
        int count = line.SplitAny(fields, Separators, StringSplitOptions.RemoveEmptyEntries);
        if (count is < 2 or > 3 || (isWeighted && count == 2))
        {
            throw new InvalidDataException($"{place}: found {(count > 3 ? "more than 3" : count)} fields, expected '{Form(isWeighted)}'.");
        }

        float weight = isWeighted ? ParseWeight(line[fields[2]], place) : 1;
        return new GraphEdge(NodeOf(line[fields[0]], nodeOfName), NodeOf(line[fields[1]], nodeOfName), weight);
    }

    private static float ParseWeight(ReadOnlySpan<char> text, string place) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float weight) && float.IsFinite(weight) && weight > 0
            ? weight
            : throw new InvalidDataException($"{place}: found the weight '{text}', expected a number above 0 such as 2.5.");

    private static int NodeOf(ReadOnlySpan<char> name, Dictionary<string, int> nodeOfName)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = nodeOfName.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(name, out int node))
        {
            node = nodeOfName.Count;
            lookup[name] = node;
        }

        return node;
    }

    private static string Form(bool isWeighted) => isWeighted ? "node node weight" : "node node";
}
