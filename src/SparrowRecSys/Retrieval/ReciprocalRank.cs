namespace SparrowRecSys.Retrieval;

/// <summary>
/// Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): a movie's score is the sum of 1 / (60 + rank) over the lists that hold it.
/// </summary>
public static class ReciprocalRank
{
    /// <summary>The paper's k: the greater, the less the first ranks count before the later ones.</summary>
    public const double Constant = 60;

    /// <summary>What a list gives to its movie at a rank, from 1.</summary>
    public static double Share(int rank) => 1 / (Constant + rank);
}
