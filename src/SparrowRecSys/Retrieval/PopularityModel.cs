namespace SparrowRecSys.Retrieval;

/// <summary>Gives every user the same scores: the baseline that every other model has to beat.</summary>
public sealed class PopularityModel : IRetrievalModel
{
    private readonly float[] _scores; // (N)
    private readonly Candidate[] _bestFirst; // (N)

    /// <param name="name">Name of the model.</param>
    /// <param name="scores">(N) by movie row, finite. Not copied.</param>
    public PopularityModel(string name, float[] scores)
    {
        (Name, _scores) = (name, scores);
        _bestFirst = [.. scores.Select((score, row) => new Candidate(row, score))];
        Array.Sort(_bestFirst, Candidate.CompareBestFirst);
    }

    public string Name { get; }

    public bool TryScore(UserHistory history, Span<float> scores)
    {
        _scores.CopyTo(scores);
        return true;
    }

    public bool TryScore(UserHistory history, ReadOnlySpan<int> movieRows, Span<float> scores)
    {
        for (int i = 0; i < movieRows.Length; i++)
        {
            scores[i] = _scores[movieRows[i]];
        }

        return true;
    }

    public int Retrieve(UserHistory history, Span<Candidate> candidates)
    {
        int count = Math.Min(candidates.Length, _bestFirst.Length);
        _bestFirst.AsSpan(0, count).CopyTo(candidates);
        return count;
    }

    /// <summary>Nothing: popularity knows no kinship.</summary>
    public int FindSimilar(int movieRow, Span<Candidate> similar) => 0;
}
