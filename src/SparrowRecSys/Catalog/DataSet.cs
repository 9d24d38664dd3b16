namespace SparrowRecSys.Catalog;

/// <summary>Movies and ratings loaded from one directory. Immutable.</summary>
public sealed record DataSet
{
    /// <summary>Full path of the directory.</summary>
    public required string Directory { get; init; }

    /// <summary>Name of the layout that was recognised, such as <c>latest</c> or <c>1m</c>.</summary>
    public required string Layout { get; init; }

    public required MovieCatalog Movies { get; init; }

    public required RatingTable Ratings { get; init; }

    /// <summary>
    /// Hash of what a model depends on, 16 hex digits: XxHash3 over the bytes of the movies and ratings files. A model folder names the
    /// data it was trained on by it.
    /// </summary>
    public required string Hash { get; init; }

    /// <summary>Whether the ratings are simulated: <c>sparrow data generate</c> left its <c>generated.json</c> beside them.</summary>
    public required bool IsSimulated { get; init; }

    /// <summary>Rows read and rows refused, file by file.</summary>
    public required DataReport Report { get; init; }
}
