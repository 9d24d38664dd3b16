namespace SparrowRecSys.Offline.Simulation;

/// <summary>What <c>generated.json</c> says; its presence marks a data set as simulated.</summary>
internal sealed record GeneratedSummary
{
    /// <summary>Goes up whenever the same seed gives other ratings.</summary>
    public int GeneratorVersion { get; init; } = 1;

    public string Note { get; init; } = "The ratings of this data set are simulated; no person gave them.";

    public required string Command { get; init; }

    public required long Seed { get; init; }

    public required int Users { get; init; }

    public required int Movies { get; init; }

    /// <summary>How many of the movies do not exist.</summary>
    public required int InventedMovies { get; init; }

    public required long Ratings { get; init; }
}
