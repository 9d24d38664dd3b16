namespace SparrowRecSys.Offline.Simulation;

/// <summary>One simulated rating.</summary>
/// <param name="MovieRow">Row of the catalog.</param>
/// <param name="HalfStars">1 to 10.</param>
/// <param name="Timestamp">Seconds since 1970-01-01 UTC.</param>
internal readonly record struct SimulatedRating(int MovieRow, byte HalfStars, long Timestamp);
