namespace SparrowRecSys.Offline.Simulation;

/// <summary>One evening of rating.</summary>
/// <param name="Start">Seconds since 1970-01-01 UTC.</param>
/// <param name="Count">Ratings, at least 1.</param>
internal readonly record struct Session(long Start, int Count);
