using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Evaluation;

/// <summary>Writes a score for each movie of the catalog; the higher, the likelier the user likes it. Called by several threads at once.</summary>
/// <param name="test">The user; the relevant movies are in it, and looking at them is cheating.</param>
/// <param name="scores">By movie row, zeros at first. <see cref="float.NegativeInfinity"/> = never recommended; NaN is an error.</param>
/// <returns>False when there is nothing to say about this user, which finds nothing.</returns>
public delegate bool MovieScorer(TestCase test, Span<float> scores);

/// <summary>Scorers made of other things.</summary>
public static class MovieScorers
{
    /// <summary>A retrieval model that is told the history.</summary>
    public static MovieScorer Of(IRetrievalModel model) =>
        (test, scores) => model.TryScore(new UserHistory(test.UserId, test.HistoryRows, test.HistoryHalfStars), scores);

    /// <summary>Something that gives a list, best first; movies that are not in it are never recommended.</summary>
    public static MovieScorer OfList(Func<TestCase, IReadOnlyList<int>> movieRows) => (test, scores) =>
    {
        scores.Fill(float.NegativeInfinity);
        IReadOnlyList<int> list = movieRows(test);
        for (int i = 0; i < list.Count; i++)
        {
            scores[list[i]] = -i;
        }

        return list.Count > 0;
    };

    /// <summary>
    /// <see cref="ReciprocalRank"/> fusion of whole rankings: Σ 1 / (60 + rank) over the scorers. A movie that a scorer never
    /// recommends gets nothing from it; one that none recommends is never recommended.
    /// </summary>
    public static MovieScorer Fuse(IReadOnlyList<MovieScorer> scorers) => (test, scores) =>
    {
        float[] own = new float[scores.Length];
        int[] order = new int[scores.Length];
        bool isAnything = false;
        scores.Clear();
        foreach (MovieScorer scorer in scorers)
        {
            Array.Clear(own);
            if (scorer(test, own))
            {
                isAnything = true;
                AddReciprocalRanks(own, order, scores);
            }
        }

        scores.Replace(0, float.NegativeInfinity);
        return isAnything;
    };

    private static void AddReciprocalRanks(float[] own, int[] order, Span<float> scores)
    {
        for (int row = 0; row < order.Length; row++)
        {
            order[row] = row;
            own[row] = -own[row]; // best first when sorted
        }

        Array.Sort(own, order);
        int rank = 0; // equal scores share the rank of the first of them
        for (int i = 0; i < order.Length && !float.IsPositiveInfinity(own[i]); i++)
        {
            rank = i == 0 || own[i] != own[i - 1] ? i + 1 : rank;
            scores[order[i]] += (float)ReciprocalRank.Share(rank);
        }
    }
}
