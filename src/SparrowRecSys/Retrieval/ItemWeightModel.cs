using System.Buffers;

namespace SparrowRecSys.Retrieval;

/// <summary>
/// Item-based collaborative filtering: a movie's score is the sum of the weights from the movies of the history to it. O(history · weights of a
/// movie). Serves ItemKNN and EASE.
/// </summary>
/// <param name="name">Name of the model.</param>
/// <param name="weights">(N, N) over the rows of the catalog.</param>
public sealed class ItemWeightModel(string name, ItemWeights weights) : IRetrievalModel
{
    public string Name { get; } = name;

    public bool TryScore(UserHistory history, Span<float> scores)
    {
        if (!Knows(history))
        {
            return false;
        }

        scores.Clear();
        foreach (int row in history.MovieRows)
        {
            weights.AddRow(row, scores);
        }

        return true;
    }

    public bool TryScore(UserHistory history, ReadOnlySpan<int> movieRows, Span<float> scores)
    {
        float[] all = ArrayPool<float>.Shared.Rent(weights.Count);
        try
        {
            if (!TryScore(history, all.AsSpan(0, weights.Count)))
            {
                return false;
            }

            for (int i = 0; i < movieRows.Length; i++)
            {
                scores[i] = all[movieRows[i]];
            }

            return true;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(all);
        }
    }

    public int Retrieve(UserHistory history, Span<Candidate> candidates)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(weights.Count);
        try
        {
            Span<float> scores = rented.AsSpan(0, weights.Count);
            return TryScore(history, scores) ? TakeBest(scores, candidates) : 0;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    /// <summary>The movies with the largest positive weights from the movie.</summary>
    public int FindSimilar(int movieRow, Span<Candidate> similar)
    {
        ReadOnlySpan<int> targets = weights.Targets(movieRow);
        ReadOnlySpan<float> row = weights.Row(movieRow);
        var best = new TopCandidates(similar);
        for (int i = 0; i < row.Length; i++)
        {
            int target = weights.IsDense ? i : targets[i];
            if (row[i] > 0 && target != movieRow)
            {
                best.Add(target, row[i]);
            }
        }

        return best.SortBestFirst();
    }

    private bool Knows(UserHistory history)
    {
        foreach (int row in history.MovieRows)
        {
            if (weights.Row(row).ContainsAnyExcept(0f))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Movies to which nothing leads are not proposed.</summary>
    private static int TakeBest(ReadOnlySpan<float> scores, Span<Candidate> candidates)
    {
        var best = new TopCandidates(candidates);
        for (int row = 0; row < scores.Length; row++)
        {
            if (scores[row] > 0)
            {
                best.Add(row, scores[row]);
            }
        }

        return best.SortBestFirst();
    }
}
