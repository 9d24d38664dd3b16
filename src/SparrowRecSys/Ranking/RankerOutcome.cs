namespace SparrowRecSys.Ranking;

/// <summary>Which ranker gave the scores.</summary>
/// <param name="Name">The ranker that answered; <c>none</c> when none could.</param>
/// <param name="Degraded">Which rankers failed before it, in words; <see langword="null"/> when none did.</param>
public readonly record struct RankerOutcome(string Name, string? Degraded);
