namespace SparrowRecSys.Catalog;

/// <summary>A row of <c>links.csv</c>; an id that is not known is <see langword="null"/>.</summary>
internal readonly record struct MovieLinks(string? ImdbId, string? TmdbId);
