namespace SparrowRecSys.Retrieval;

/// <summary>What a retrieval model is told of a user: the movies the user interacted with, in the sense in which the model was trained.</summary>
/// <param name="userId">The user; 0 for nobody in particular. Models that keep vectors of trained users look it up.</param>
/// <param name="movieRows">Catalog rows, each once, the most recent first.</param>
/// <param name="halfStars">Stars × 2 of each of them, or empty: only models that predict ratings look at them.</param>
public readonly ref struct UserHistory(int userId, ReadOnlySpan<int> movieRows, ReadOnlySpan<byte> halfStars = default)
{
    public int UserId { get; } = userId;

    public ReadOnlySpan<int> MovieRows { get; } = movieRows;

    public ReadOnlySpan<byte> HalfStars { get; } = halfStars;
}
