namespace SparrowRecSys.Catalog;

/// <summary>One user's rating of one movie.</summary>
/// <param name="UserId">The user.</param>
/// <param name="MovieId">The movie.</param>
/// <param name="Score">Stars, 0.5 to 5 in half steps.</param>
/// <param name="Timestamp">Seconds since 1970-01-01 UTC.</param>
public readonly record struct Rating(int UserId, int MovieId, float Score, long Timestamp)
{
    /// <summary>From this many stars on a rating is a positive label. The original's threshold; the only place that says so.</summary>
    public const float PositiveScore = 3.5f;

    /// <summary><see cref="PositiveScore"/> in half stars, the unit of <see cref="RatingSlice.HalfStars"/>.</summary>
    public const byte PositiveHalfStars = 7;

    public bool IsPositive => Score >= PositiveScore;
}
