using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.RetrievalMethods;

/// <summary>Counts the users that two movies have in common: the Gram matrix XᵀX of the interactions, row by row, never as a whole.</summary>
internal static class CoOccurrence
{
    /// <summary>Adds, for every movie, the number of users who have both it and the movie at a row; for that movie itself, its users. O(Σ history over its users).</summary>
    /// <param name="ratings">The interactions.</param>
    /// <param name="movieRow">A row of the Gram matrix.</param>
    /// <param name="counts">(N).</param>
    public static void AddRow(RatingTable ratings, int movieRow, Span<float> counts)
    {
        foreach (int position in ratings.PositionsOfMovie(movieRow))
        {
            foreach (int other in ratings.OfUser(ratings.UserRows[position]).MovieRows)
            {
                counts[other]++;
            }
        }
    }

    /// <summary>Rows of the movies with at least so many interactions, ascending.</summary>
    public static int[] RowsWithAtLeast(RatingTable ratings, int count) =>
        [.. Enumerable.Range(0, ratings.MovieCount).Where(row => ratings.PositionsOfMovie(row).Length >= count)];
}
