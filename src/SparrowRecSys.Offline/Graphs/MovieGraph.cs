using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>The graph of movies that follow one another in users' histories; the weight of an edge counts how often.</summary>
internal static class MovieGraph
{
    /// <param name="sequences">Users' movies in order of time.</param>
    /// <param name="reach">A movie has edges to so many that follow it.</param>
    /// <param name="isDirected">Whether an edge leads from the earlier movie to the later one only.</param>
    /// <exception cref="InvalidDataException">No movie follows another.</exception>
    public static Graph From(InteractionSequences sequences, int reach, bool isDirected)
    {
        var edges = new List<GraphEdge>();
        for (int sequence = 0; sequence < sequences.Count; sequence++)
        {
            ReadOnlySpan<int> items = sequences[sequence];
            for (int i = 0; i < items.Length; i++)
            {
                foreach (int next in items[(i + 1)..Math.Min(items.Length, i + 1 + reach)])
                {
                    edges.Add(new GraphEdge(items[i], next, 1));
                }
            }
        }

        return edges.Count > 0
            ? Graph.Build(sequences.ItemCount, edges, isDirected, isWeighted: true)
            : throw new InvalidDataException($"Found {sequences.ItemCount} movies with enough interactions and no user with two of them, expected some to learn from.");
    }
}
