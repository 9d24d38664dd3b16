namespace SparrowRecSys.Retrieval;

/// <summary>
/// Merges what the channels bring into one list, and remembers which channels brought each movie. A movie's score is the sum over its channels
/// of weight / (60 + rank) (<see cref="ReciprocalRank"/>), or of weight · (score - lowest) / (highest - lowest) with lowest and highest of that
/// channel's list (1 where they are equal or not finite). Used for one query after another; not thread-safe; about 12 bytes a movie of the catalog.
/// </summary>
/// <remarks>
/// Scores are added as whole multiples of 2^-40, so that the order in which channels are added changes nothing, not even by rounding.
/// </remarks>
public sealed class ChannelMerger
{
    /// <summary>Channels are bits, and one bit is taken.</summary>
    public const int MaxChannels = 31;

    private const double Unit = 1L << 40;
    private const uint Guaranteed = 1u << MaxChannels;

    private readonly uint[] _channels; // by movie row: bits of the channels that have it; 0 between queries
    private readonly long[] _scores; // by movie row, in 1 / Unit; 0 between queries
    private readonly ChannelOptions[] _options; // by channel
    private readonly long[][] _shares; // by channel and place in its list; empty: by score
    private int[] _found = []; // every movie once, in the order in which they came
    private int[] _merged = [];
    private Candidate[] _best = [];
    private int _foundCount;
    private int _mergedCount;
    private bool _isCut;

    /// <param name="movieCount">N.</param>
    /// <param name="byScore">Whether scores count, not ranks.</param>
    /// <param name="channels">At most <see cref="MaxChannels"/>.</param>
    public ChannelMerger(int movieCount, bool byScore, IEnumerable<ChannelOptions> channels)
    {
        _channels = new uint[movieCount];
        _scores = new long[movieCount];
        _options = [.. channels];
        _shares = byScore ? [] : [.. _options.Select(SharesOfRanks)];
    }

    /// <summary>Rows of the movies: all, in the order in which they came, until <see cref="Cut"/> leaves some out.</summary>
    public ReadOnlySpan<int> Rows => _isCut ? _merged.AsSpan(0, _mergedCount) : _found.AsSpan(0, _foundCount);

    /// <summary>Whether a channel brought the movie, left out or not.</summary>
    public bool Has(int movieRow) => _channels[movieRow] != 0;

    /// <summary>Channels of a movie, bit by bit.</summary>
    public uint ChannelsOf(int movieRow) => _channels[movieRow] & ~Guaranteed;

    /// <summary>Adds what a channel brings.</summary>
    /// <param name="channel">Its number, each once a query.</param>
    /// <param name="candidates">Best first, each movie once, at most <see cref="ChannelOptions.Count"/>.</param>
    public void Add(int channel, ReadOnlySpan<Candidate> candidates)
    {
        Reserve(_foundCount + candidates.Length);
        ChannelOptions options = _options[channel];
        ReadOnlySpan<long> shares = _shares.Length == 0 ? [] : _shares[channel];
        (float lowest, double scale) = shares.IsEmpty ? ScaleOf(candidates, options.Weight) : (0, 0);
        int[] found = _found;
        uint[] channels = _channels;
        int count = _foundCount;
        uint bit = 1u << channel;
        for (int i = 0; i < candidates.Length; i++)
        {
            // Written in any case and counted if new: a branch here would be mispredicted every third time.
            int row = candidates[i].MovieRow;
            uint known = channels[row];
            found[count] = row;
            count += known == 0 ? 1 : 0;
            channels[row] = known | bit | (i < options.Quota ? Guaranteed : 0);
            _scores[row] += !shares.IsEmpty ? shares[i]
                : double.IsFinite(scale) ? (long)((candidates[i].Score - lowest) * scale)
                : (long)(options.Weight * Unit);
        }

        _foundCount = count;
    }

    /// <summary>Adds a movie that only fills up the list, in the name of a channel; nothing when the movie is there.</summary>
    public void AddLast(int channel, int movieRow)
    {
        if (!Has(movieRow))
        {
            Reserve(_foundCount + 1);
            _channels[movieRow] = 1u << channel;
            _found[_foundCount++] = movieRow;
        }
    }

    /// <summary>
    /// Leaves the best: the first <see cref="ChannelOptions.Quota"/> movies of every channel, then those of the highest scores, equal ones by
    /// row. Does nothing when there are no more than <paramref name="most"/>.
    /// </summary>
    public void Cut(int most)
    {
        if (_foundCount <= most)
        {
            return;
        }

        if (_merged.Length < most)
        {
            (_merged, _best) = (new int[most], new Candidate[most]);
        }

        (_isCut, _mergedCount) = (true, 0);
        ReadOnlySpan<int> found = _found.AsSpan(0, _foundCount);
        for (int i = 0; i < found.Length && _mergedCount < most; i++)
        {
            _merged[_mergedCount] = found[i];
            _mergedCount += (_channels[found[i]] & Guaranteed) == 0 ? 0 : 1;
        }

        Span<Candidate> room = _best.AsSpan(0, most - _mergedCount);
        var best = new TopCandidates(room);
        foreach (int row in found)
        {
            if ((_channels[row] & Guaranteed) == 0)
            {
                best.Add(row, _scores[row]);
            }
        }

        int count = best.SortBestFirst();
        for (int i = 0; i < count; i++)
        {
            _merged[_mergedCount++] = room[i].MovieRow;
        }
    }

    /// <summary>Forgets the query. O(candidates).</summary>
    public void Finish()
    {
        foreach (int row in _found.AsSpan(0, _foundCount))
        {
            _channels[row] = 0;
            _scores[row] = 0;
        }

        (_foundCount, _isCut) = (0, false);
    }

    private void Reserve(int count)
    {
        if (_found.Length <= count)
        {
            Array.Resize(ref _found, Math.Max(count + 1, 2 * _found.Length));
        }
    }

    private static long[] SharesOfRanks(ChannelOptions options) =>
        [.. Enumerable.Range(1, options.Count).Select(rank => (long)(options.Weight * ReciprocalRank.Share(rank) * Unit))];

    /// <summary>What a score is lowered by and then multiplied with; not finite when all scores are equal or one is not finite.</summary>
    private static (float Lowest, double Scale) ScaleOf(ReadOnlySpan<Candidate> candidates, double weight)
    {
        if (candidates.IsEmpty)
        {
            return (0, 0);
        }

        (float lowest, float highest) = (candidates[0].Score, candidates[0].Score);
        foreach (Candidate candidate in candidates)
        {
            lowest = Math.Min(lowest, candidate.Score);
            highest = Math.Max(highest, candidate.Score);
        }

        bool isRange = highest > lowest && float.IsFinite(highest) && float.IsFinite(lowest);
        return (lowest, isRange ? weight * Unit / ((double)highest - lowest) : double.PositiveInfinity);
    }
}
