namespace SparrowRecSys.Offline.Simulation;

/// <summary>A group that a movie belongs to, and how strongly it leads from one of its movies to the next.</summary>
internal readonly record struct Kinship(int Group, float Strength);
