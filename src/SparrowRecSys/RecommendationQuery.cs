namespace SparrowRecSys;

/// <summary>What a caller asks the pipeline for. Everything but <see cref="Size"/> is optional.</summary>
public sealed record RecommendationQuery
{
    /// <summary>The user; unknown ids and 0 (a visitor without an id) are answered as a new user.</summary>
    public int UserId { get; init; }

    /// <summary>Movies wanted, 0 to 1000.</summary>
    public required int Size { get; init; }

    /// <summary>Name of a loaded ranker, or <see langword="null"/> for the configured default.</summary>
    public string? Ranker { get; init; }

    /// <summary>Only movies of this genre (catalog spelling); <see langword="null"/>: any.</summary>
    public string? Genre { get; init; }

    /// <summary>Only movies released in this year or later; <see langword="null"/>: any.</summary>
    public int? YearFrom { get; init; }

    /// <summary>Only movies released in this year or earlier; <see langword="null"/>: any.</summary>
    public int? YearTo { get; init; }

    /// <summary>Ids of movies that must not be recommended, besides those the user has rated.</summary>
    public IReadOnlyList<int> Exclude { get; init; } = [];

    /// <summary>Weight of diversity against score in the reranking, 0 (none) to 1; <see langword="null"/>: the configured default.</summary>
    public float? Diversity { get; init; }
}
