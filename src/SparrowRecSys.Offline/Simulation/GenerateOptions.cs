namespace SparrowRecSys.Offline.Simulation;

/// <summary>What is to be generated.</summary>
internal sealed record GenerateOptions
{
    /// <summary>Users, 1 or more.</summary>
    public int Users { get; init; } = 6_000;

    /// <summary>Ratings; met exactly.</summary>
    public long Ratings { get; init; } = 400_000;

    /// <summary>Movies; 0 = those of the catalog.</summary>
    public int Movies { get; init; }

    /// <summary>Same seed, same bytes.</summary>
    public long Seed { get; init; } = 20261124;

    /// <summary>Threads that simulate; does not change the result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Directory with <c>movies.csv</c> and, where there is one, <c>details.csv</c>.</summary>
    public string Catalog { get; init; } = "data";

    /// <summary>Directory to write to.</summary>
    public required string Out { get; init; }
}
