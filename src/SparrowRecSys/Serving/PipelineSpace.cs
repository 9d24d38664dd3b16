using SparrowRecSys.Catalog;
using SparrowRecSys.Reranking;

namespace SparrowRecSys.Serving;

/// <summary>
/// Everything one query needs room for, kept from query to query so that none allocates. One query at a time; about 5 bytes a movie of the
/// catalog and 8 bytes a candidate.
/// </summary>
internal sealed class PipelineSpace(MovieCatalog movies, int channelCount)
{
    private readonly uint[] _channels = new uint[movies.Count]; // by movie row: bits of the channels that have it; 0 between queries
    private readonly int[] _counts = new int[channelCount];
    private Candidate[] _retrieved = []; // (channels, per channel)
    private int[] _rows = [];
    private float[] _scores = [];
    private Candidate[] _pool = [];
    private int _perChannel;
    private int _rowCount;

    public CandidateFilter Filter { get; } = new(movies);

    public RerankingSpace Reranking { get; } = new();

    /// <summary>What went wrong in retrieval, in words.</summary>
    public string? Degraded { get; set; }

    /// <summary>Rows of the candidates that are to be ranked.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _rowCount);

    /// <summary>A score for each of <see cref="Rows"/>.</summary>
    public Span<float> Scores => _scores.AsSpan(0, _rowCount);

    /// <summary>Makes room for a query.</summary>
    public void Start(int perChannel)
    {
        (_perChannel, _rowCount, Degraded) = (perChannel, 0, null);
        if (_retrieved.Length < perChannel * channelCount)
        {
            _retrieved = new Candidate[perChannel * channelCount];
        }
    }

    /// <summary>Room of one channel.</summary>
    public Span<Candidate> Room(int channel) => _retrieved.AsSpan(channel * _perChannel, _perChannel);

    /// <summary>What one channel has.</summary>
    public Span<Candidate> Retrieved(int channel) => Room(channel)[.._counts[channel]];

    public void SetCount(int channel, int count) => _counts[channel] = count;

    /// <summary>Adds movies to those that are ranked, or a channel to those that are there already.</summary>
    public void Add(ReadOnlySpan<Candidate> candidates, int channel)
    {
        ReserveRows(_rowCount + candidates.Length);
        int[] rows = _rows;
        uint[] channels = _channels;
        int count = _rowCount;
        uint bit = 1u << channel;
        foreach (Candidate candidate in candidates)
        {
            // Written in any case and counted if new: a branch here would be mispredicted every third time.
            uint known = channels[candidate.MovieRow];
            rows[count] = candidate.MovieRow;
            count += known == 0 ? 1 : 0;
            channels[candidate.MovieRow] = known | bit;
        }

        _rowCount = count;
    }

    public bool Has(int movieRow) => _channels[movieRow] != 0;

    /// <summary>Channels of a movie, bit by bit.</summary>
    public uint ChannelsOf(int movieRow) => _channels[movieRow];

    /// <summary>Room for the best-scored candidates.</summary>
    public Span<Candidate> Pool(int count)
    {
        if (_pool.Length < count)
        {
            _pool = new Candidate[count];
        }

        return _pool.AsSpan(0, count);
    }

    private void ReserveRows(int count)
    {
        if (_rows.Length <= count)
        {
            int size = Math.Max(count + 1, 2 * _rows.Length);
            Array.Resize(ref _rows, size);
            Array.Resize(ref _scores, size);
        }
    }

    /// <summary>Forgets the query. O(candidates).</summary>
    public void Finish()
    {
        foreach (int row in Rows)
        {
            _channels[row] = 0;
        }

        Filter.Finish();
    }
}
