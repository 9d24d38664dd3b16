using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Serving;

/// <summary>
/// Scores movies as a retrieval model does, for the movies the user liked. A movie that the model does not know scores as low as the lowest
/// of the list that it knows. Costs two folds of the history: one to see whether there is something to say, one to say it.
/// </summary>
public sealed class RetrievalModelRanker(IRetrievalModel model) : IRanker
{
    /// <summary>That of the model.</summary>
    public string Name => model.Name;

    /// <summary>False for a user who has liked nothing that the model knows.</summary>
    public bool CanRank(UserState user) => model.TryScore(new UserHistory(user.UserId, user.Positives), [], []);

    public void Score(UserState user, ReadOnlySpan<int> movieRows, Span<float> scores)
    {
        if (!model.TryScore(new UserHistory(user.UserId, user.Positives), movieRows, scores))
        {
            scores.Clear();
            return;
        }

        float lowest = float.PositiveInfinity;
        foreach (float score in scores)
        {
            lowest = score < lowest && !float.IsNegativeInfinity(score) ? score : lowest;
        }

        scores.Replace(float.NegativeInfinity, float.IsPositiveInfinity(lowest) ? 0 : lowest);
    }
}
