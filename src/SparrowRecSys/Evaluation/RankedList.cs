using System.Numerics.Tensors;

namespace SparrowRecSys.Evaluation;

/// <summary>The first K of one ranking and where the relevant movies stand in it. Reused from case to case by one thread.</summary>
/// <param name="split">Says which movies are ranked.</param>
/// <param name="longest">K.</param>
internal sealed class RankedList(EvaluationSplit split, int longest)
{
    private const float Never = float.NegativeInfinity;

    private readonly int[] _unrankedRows = [.. Enumerable.Range(0, split.IsRanked.Length).Where(row => !split.IsRanked[row])];
    private readonly float[] _scores = new float[split.IsRanked.Length]; // by movie row
    private readonly Candidate[] _others = new Candidate[longest]; // the best that are not relevant, best first
    private readonly int[] _list = new int[longest]; // movie rows, best first
    private Candidate[] _relevant = []; // best first
    private int[] _ranks = [];
    private int _rankCount;
    private int _listCount;

    /// <summary>Ranks from 1 of the relevant movies among the first K, ascending.</summary>
    public ReadOnlySpan<int> Ranks => _ranks.AsSpan(0, _rankCount);

    /// <summary>The first movies of the list, best first; fewer than <paramref name="k"/> where fewer are ranked.</summary>
    public ReadOnlySpan<int> First(int k) => _list.AsSpan(0, Math.Min(k, _listCount));

    /// <summary>Ranks the movies of one case. False, with an empty list, when the scorer has nothing to say. O(N + K log K).</summary>
    /// <exception cref="InvalidOperationException">The scorer wrote NaN.</exception>
    public bool Rank(TestCase test, MovieScorer scorer)
    {
        (_rankCount, _listCount) = (0, 0);
        Array.Clear(_scores);
        if (!scorer(test, _scores))
        {
            return false;
        }

        if (TensorPrimitives.IsNaNAny<float>(_scores))
        {
            throw new InvalidOperationException(
                $"The scorer gave NaN to the movie at row {Array.FindIndex(_scores, float.IsNaN)} for user {test.UserId}; expected a number.");
        }

        LeaveOut(test);
        Merge(TakeRelevant(test.RelevantRows), TakeOthers());
        return true;
    }

    private void LeaveOut(TestCase test)
    {
        if (test.CandidateRows is { } candidates)
        {
            float[] kept = Array.ConvertAll(candidates, row => _scores[row]);
            Array.Fill(_scores, Never);
            for (int i = 0; i < candidates.Length; i++)
            {
                _scores[candidates[i]] = kept[i];
            }
        }

        Forget(_unrankedRows);
        Forget(test.HistoryRows);
        Forget(test.MaskedRows);
    }

    private void Forget(int[] rows)
    {
        foreach (int row in rows)
        {
            _scores[row] = Never;
        }
    }

    /// <summary>Takes the relevant movies out of the scores; returns how many of them have one.</summary>
    private int TakeRelevant(int[] rows)
    {
        if (_relevant.Length < rows.Length)
        {
            (_relevant, _ranks) = (new Candidate[2 * rows.Length], new int[2 * rows.Length]);
        }

        int count = 0;
        foreach (int row in rows)
        {
            if (_scores[row] > Never)
            {
                _relevant[count++] = new Candidate(row, _scores[row]);
                _scores[row] = Never;
            }
        }

        _relevant.AsSpan(0, count).Sort(Candidate.CompareBestFirst);
        return count;
    }

    private int TakeOthers()
    {
        var best = new TopCandidates(_others);
        float threshold = float.MinValue;
        for (int row = 0; row < _scores.Length; row++)
        {
            if (_scores[row] >= threshold)
            {
                best.Add(row, _scores[row]);
                threshold = Math.Max(float.MinValue, best.Threshold);
            }
        }

        return best.SortBestFirst();
    }

    /// <summary>Brings both into one list; of equal scores the relevant movie stands last.</summary>
    private void Merge(int relevantCount, int otherCount)
    {
        (int relevant, int other) = (0, 0);
        while (_listCount < longest && (relevant < relevantCount || other < otherCount))
        {
            bool isRelevant = other == otherCount || (relevant < relevantCount && _relevant[relevant].Score > _others[other].Score);
            _list[_listCount++] = isRelevant ? _relevant[relevant].MovieRow : _others[other].MovieRow;
            if (isRelevant)
            {
                _ranks[_rankCount++] = _listCount;
                relevant++;
            }
            else
            {
                other++;
            }
        }
    }
}
