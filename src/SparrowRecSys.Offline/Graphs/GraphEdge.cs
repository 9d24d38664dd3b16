namespace SparrowRecSys.Offline.Graphs;

/// <summary>One edge as it comes in: nodes 0..N-1 and a weight above 0.</summary>
internal readonly record struct GraphEdge(int Source, int Target, float Weight);
