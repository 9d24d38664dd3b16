namespace SparrowRecSys;

/// <summary>
/// Keeps the best of a stream of candidates in a span that the caller owns: a heap with the worst kept one at its root, so that most
/// candidates are rejected by one comparison. Ties go to the lower row. O(log k) for a kept candidate, no allocation.
/// </summary>
/// <param name="kept">Room for k candidates; overwritten.</param>
public ref struct TopCandidates(Span<Candidate> kept)
{
    private readonly Span<Candidate> _kept = kept;
    private int _count;

    /// <summary>
    /// A candidate that scores less than this is not kept; one that scores the same may be, by its row. Negative infinity while there is
    /// room, positive infinity when k is 0.
    /// </summary>
    public readonly float Threshold =>
        _count < _kept.Length ? float.NegativeInfinity : _kept.IsEmpty ? float.PositiveInfinity : _kept[0].Score;

    /// <summary>Offers a candidate. A score that is not a number is refused, so that it can never come out first.</summary>
    public void Add(int movieRow, float score)
    {
        if (float.IsNaN(score))
        {
            return;
        }

        var candidate = new Candidate(movieRow, score);
        if (_count < _kept.Length)
        {
            SiftUp(candidate);
        }
        else if (!_kept.IsEmpty && IsWorse(_kept[0], candidate))
        {
            SiftDown(candidate);
        }
    }

    /// <summary>Sorts the kept candidates best first into the start of the span and returns how many they are. The heap is spent afterwards.</summary>
    public readonly int SortBestFirst()
    {
        _kept[.._count].Sort(Candidate.CompareBestFirst);
        return _count;
    }

    private void SiftUp(Candidate candidate)
    {
        int at = _count++;
        while (at > 0 && IsWorse(candidate, _kept[(at - 1) / 2]))
        {
            _kept[at] = _kept[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _kept[at] = candidate;
    }

    private readonly void SiftDown(Candidate candidate)
    {
        int at = 0;
        while ((2 * at) + 1 < _count)
        {
            int child = (2 * at) + 1;
            if (child + 1 < _count && IsWorse(_kept[child + 1], _kept[child]))
            {
                child++;
            }

            if (!IsWorse(_kept[child], candidate))
            {
                break;
            }

            _kept[at] = _kept[child];
            at = child;
        }

        _kept[at] = candidate;
    }

    private static bool IsWorse(Candidate x, Candidate y) =>
        x.Score < y.Score || (x.Score == y.Score && x.MovieRow > y.MovieRow);
}
