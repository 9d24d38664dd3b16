namespace SparrowRecSys.Offline.Graphs;

/// <summary>Hyper-parameters of DeepWalk.</summary>
public sealed record DeepWalkOptions : WalkOptions;
