namespace SparrowRecSys.Catalog;

/// <summary>A movie's facts, as the data files give them. Immutable. Counts and averages live in the feature store.</summary>
public sealed record Movie
{
    public required int MovieId { get; init; }

    /// <summary>Title as in MovieLens, without the year: <c>Godfather, The</c>.</summary>
    public required string Title { get; init; }

    /// <summary><see cref="Title"/> in natural order: <c>The Godfather</c>.</summary>
    public required string DisplayTitle { get; init; }

    /// <summary>Year in the title's parentheses; 0 where the title has none.</summary>
    public int ReleaseYear { get; init; }

    /// <summary>Genres in file order; empty for <c>(no genres listed)</c>.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>Digits of the IMDb id with leading zeros (<c>0114709</c>), or <see langword="null"/>.</summary>
    public string? ImdbId { get; init; }

    /// <summary>TMDb id, or <see langword="null"/>.</summary>
    public string? TmdbId { get; init; }

    /// <summary>What only our own <c>details.csv</c> knows; <see langword="null"/> for other data.</summary>
    public MovieDetails? Details { get; init; }
}
