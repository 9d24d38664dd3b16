using SparrowRecSys.Catalog;

namespace SparrowRecSys.Evaluation;

/// <summary>One user's part of a test: what a model is told, what it must not answer, and what would be right. Immutable.</summary>
public sealed record TestCase
{
    public required int UserId { get; init; }

    /// <summary>Catalog rows of the training interactions that the model is told of, each once, the most recent first.</summary>
    public required int[] HistoryRows { get; init; }

    /// <summary>Stars × 2 of each of <see cref="HistoryRows"/>.</summary>
    public required byte[] HistoryHalfStars { get; init; }

    /// <summary>Rows that are left out of the ranking, besides the history: what is known of the user but was kept from the model.</summary>
    public int[] MaskedRows { get; init; } = [];

    /// <summary>Rows of the movies that are right, each once, ascending; at least one.</summary>
    public required int[] RelevantRows { get; init; }

    /// <summary>The movies to rank, the relevant ones among them, each once; <see langword="null"/>: all.</summary>
    public int[]? CandidateRows { get; init; }

    /// <summary>Time of the first relevant interaction, seconds since 1970-01-01 UTC; 0 where the protocol knows no time.</summary>
    public uint TestTime { get; init; }

    /// <summary>Whether enough is known of the user; cold users are reported apart.</summary>
    public bool IsWarm { get; init; } = true;

    /// <summary>A user's training interactions as a history: the most recent first, of equal times the last in the file first.</summary>
    internal static (int[] Rows, byte[] HalfStars) HistoryOf(RatingSlice slice)
    {
        int[] order = slice.OrderByTime();
        Array.Reverse(order);
        (int[] rows, byte[] halfStars) = (slice.MovieRows.ToArray(), slice.HalfStars.ToArray());
        return (Array.ConvertAll(order, position => rows[position]), Array.ConvertAll(order, position => halfStars[position]));
    }
}
