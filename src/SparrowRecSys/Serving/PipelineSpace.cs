using SparrowRecSys.Catalog;
using SparrowRecSys.Reranking;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Serving;

/// <summary>
/// Everything one query needs room for, kept from query to query so that none allocates. One query at a time; about 13 bytes a movie of the
/// catalog and 8 bytes a candidate.
/// </summary>
internal sealed class PipelineSpace(MovieCatalog movies, ChannelMerger merger, int channelCount)
{
    private readonly int[] _starts = new int[channelCount + 1]; // where each channel's room begins
    private readonly ChannelAnswer[] _answers = new ChannelAnswer[channelCount];
    private readonly ChannelRun?[] _runs = new ChannelRun?[channelCount];
    private Candidate[] _retrieved = [];
    private float[] _scores = [];
    private Candidate[] _pool = [];

    public CandidateFilter Filter { get; } = new(movies);

    public ChannelMerger Merger { get; } = merger;

    public RerankingSpace Reranking { get; } = new();

    /// <summary>What went wrong in retrieval, in words.</summary>
    public string? Degraded { get; private set; }

    /// <summary>Rows of the candidates that are to be ranked.</summary>
    public ReadOnlySpan<int> Rows => Merger.Rows;

    /// <summary>Runs that are under way, by channel.</summary>
    public Span<ChannelRun?> Runs => _runs;

    /// <summary>A score for each of <see cref="Rows"/>.</summary>
    public Span<float> Scores
    {
        get
        {
            if (_scores.Length < Rows.Length)
            {
                _scores = new float[Rows.Length];
            }

            return _scores.AsSpan(0, Rows.Length);
        }
    }

    /// <summary>Makes room for a query.</summary>
    /// <param name="channels">The channels.</param>
    /// <param name="share">Candidates to ask for, as a multiple of those wanted.</param>
    /// <param name="more">And so many more.</param>
    public void Start(ReadOnlySpan<ChannelRunner> channels, int share, int more)
    {
        Degraded = null;
        for (int channel = 0; channel < channels.Length; channel++)
        {
            long wanted = ((long)channels[channel].Options.Count * share) + more;
            _starts[channel + 1] = _starts[channel] + (int)Math.Min(wanted, movies.Count);
        }

        if (_retrieved.Length < _starts[channels.Length])
        {
            _retrieved = new Candidate[_starts[channels.Length]];
        }
    }

    /// <summary>Room of one channel.</summary>
    public Span<Candidate> Room(int channel) => _retrieved.AsSpan(_starts[channel].._starts[channel + 1]);

    /// <summary>What one channel has.</summary>
    public Span<Candidate> Retrieved(int channel) => Room(channel)[.._answers[channel].Count];

    public ChannelAnswer AnswerOf(int channel) => _answers[channel];

    public void SetAnswer(int channel, ChannelAnswer answer) => _answers[channel] = answer;

    /// <summary>Notes what went wrong.</summary>
    public void Degrade(string fault) => Degraded = Degraded is null ? fault : $"{Degraded}; {fault}";

    /// <summary>Room for the best-scored candidates.</summary>
    public Span<Candidate> Pool(int count)
    {
        if (_pool.Length < count)
        {
            _pool = new Candidate[count];
        }

        return _pool.AsSpan(0, count);
    }

    /// <summary>Forgets the query. O(candidates).</summary>
    public void Finish()
    {
        Merger.Finish();
        Filter.Finish();
    }
}
