using SparrowRecSys.Catalog;

namespace SparrowRecSys.Evaluation;

/// <summary>Writes a score for each movie of the catalog; the higher, the likelier the user likes it.</summary>
/// <param name="userRow">Row of the user in the split's training table.</param>
/// <param name="scores">By movie row, zeros at first. <see cref="float.NegativeInfinity"/> = never recommended; NaN is an error.</param>
public delegate void MovieScorer(int userRow, Span<float> scores);

/// <summary>A mean over users with its 95 % bootstrap interval.</summary>
public readonly record struct MetricEstimate(double Value, double Lower, double Upper);

/// <summary>Quality over all tested users, 0 to 1; NaN when no user was tested.</summary>
/// <param name="Users">Tested users.</param>
/// <param name="K">Length of the list that counts.</param>
/// <param name="HitRate">HitRate@K: share of users whose held-out movie stands among the first K.</param>
/// <param name="Ndcg">NDCG@K with one relevant movie: mean of 1 / log2(rank + 1), 0 beyond K; rank from 1.</param>
public sealed record LeaveOneOutResult(int Users, int K, MetricEstimate HitRate, MetricEstimate Ndcg);

/// <summary>
/// Full ranking of the held-out movie among all movies of the catalog; those that the user rated in the training table are left out. Ties are
/// broken against the held-out movie, so that a scorer that knows nothing scores nothing.
/// </summary>
public static class LeaveOneOut
{
    private const int Resamples = 1000;

    /// <summary>Calls the scorer for one user after the other. O(users · movies) beside the scorer's own cost.</summary>
    /// <exception cref="InvalidOperationException">The scorer wrote NaN.</exception>
    public static LeaveOneOutResult Evaluate(LeaveOneOutSplit split, MovieScorer scorer, int k = 10, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        float[] scores = new float[split.Train.MovieCount];
        double[] hits = new double[split.HeldOut.Count];
        double[] gains = new double[split.HeldOut.Count];
        for (int i = 0; i < split.HeldOut.Count; i++)
        {
            HeldOutMovie test = split.HeldOut[i];
            Array.Clear(scores);
            scorer(test.UserRow, scores);
            int rank = Rank(scores, test.MovieRow, split.Train.OfUser(test.UserRow).MovieRows);
            hits[i] = rank <= k ? 1 : 0;
            gains[i] = rank <= k ? 1 / Math.Log2(rank + 1) : 0;
        }

        return new LeaveOneOutResult(hits.Length, k, Bootstrap(hits, seed), Bootstrap(gains, seed));
    }

    /// <summary>The baseline that knows no user: a movie's score is its number of positive ratings in the training table.</summary>
    public static MovieScorer Popularity(RatingTable train)
    {
        float[] counts = CountPositives(train);
        return (_, scores) => counts.CopyTo(scores);
    }

    /// <summary>Positive ratings of each movie, by movie row.</summary>
    public static float[] CountPositives(RatingTable ratings)
    {
        float[] counts = new float[ratings.MovieCount];
        for (int i = 0; i < ratings.Count; i++)
        {
            counts[ratings.MovieRows[i]] += ratings.HalfStars[i] >= Rating.PositiveHalfStars ? 1 : 0;
        }

        return counts;
    }

    /// <summary>Rank from 1 of a movie among those not rated; an equal score of another movie stands before it. Overwrites the scores.</summary>
    private static int Rank(float[] scores, int movieRow, ReadOnlySpan<int> ratedRows)
    {
        if (Array.FindIndex(scores, float.IsNaN) is var bad and >= 0)
        {
            throw new InvalidOperationException($"The scorer gave NaN to the movie at row {bad}; expected a number.");
        }

        float score = scores[movieRow];
        foreach (int row in ratedRows)
        {
            scores[row] = float.NaN; // not at least any score: not counted
        }

        int rank = 1;
        for (int row = 0; row < scores.Length; row++)
        {
            rank += row != movieRow && scores[row] >= score ? 1 : 0;
        }

        return rank;
    }

    private static MetricEstimate Bootstrap(double[] values, int seed)
    {
        if (values.Length == 0)
        {
            return new MetricEstimate(double.NaN, double.NaN, double.NaN);
        }

        var random = new Random(seed);
        double[] means = new double[Resamples];
        for (int sample = 0; sample < means.Length; sample++)
        {
            double sum = 0;
            for (int i = 0; i < values.Length; i++)
            {
                sum += values[random.Next(values.Length)];
            }

            means[sample] = sum / values.Length;
        }

        Array.Sort(means);
        return new MetricEstimate(values.Average(), means[(int)(Resamples * 0.025)], means[(int)(Resamples * 0.975)]);
    }
}
