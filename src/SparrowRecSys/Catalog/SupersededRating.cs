namespace SparrowRecSys.Catalog;

/// <summary>A rating that a later one of the same user and movie replaced.</summary>
/// <param name="Position">Its position in the order of adding.</param>
/// <param name="LaterPosition">Position of the one that replaced it.</param>
/// <param name="UserId">The user.</param>
/// <param name="MovieRow">Catalog row of the movie.</param>
/// <param name="HalfStars">Stars × 2.</param>
/// <param name="Timestamp">Seconds since 1970-01-01 UTC.</param>
public readonly record struct SupersededRating(int Position, int LaterPosition, int UserId, int MovieRow, byte HalfStars, uint Timestamp);
