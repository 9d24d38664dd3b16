namespace SparrowRecSys;

/// <summary>A movie that a retriever proposes for a query, not yet ranked.</summary>
/// <param name="MovieRow">Row of the movie in the catalog; rows ascend with ids, so ordering ties by row orders them by id.</param>
/// <param name="Score">The retriever's own score; comparable only within one retriever.</param>
public readonly record struct Candidate(int MovieRow, float Score)
{
    /// <summary>Best score first; equal scores by ascending row.</summary>
    public static int CompareBestFirst(Candidate x, Candidate y) =>
        y.Score.CompareTo(x.Score) is var byScore and not 0 ? byScore : x.MovieRow.CompareTo(y.MovieRow);
}
