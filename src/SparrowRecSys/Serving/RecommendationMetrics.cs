using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SparrowRecSys.Serving;

/// <summary>What the pipeline counts and times (docs/metrics.md). An instrument that nobody listens to costs a comparison.</summary>
public sealed class RecommendationMetrics
{
    public const string MeterName = "SparrowRecSys";

    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _rankingDuration;
    private readonly Histogram<double> _channelDuration;
    private readonly Counter<long> _candidates;
    private readonly Counter<long> _shown;
    private readonly Counter<long> _failures;

    /// <param name="meters">Makes the meter, and disposes of it.</param>
    public RecommendationMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        _duration = meter.CreateHistogram<double>("sparrow.recommendation.duration", "s", "Time of a query in the pipeline.");
        _rankingDuration = meter.CreateHistogram<double>("sparrow.ranking.duration", "s", "Time in which the candidates of a query were scored.");
        _channelDuration = meter.CreateHistogram<double>("sparrow.channel.duration", "s", "Time that a query spent on, or waited for, a channel.");
        _candidates = meter.CreateCounter<long>("sparrow.channel.candidates", "{movie}", "Candidates that a channel gave, after filtering.");
        _shown = meter.CreateCounter<long>("sparrow.channel.shown", "{movie}", "Movies shown that a channel had brought.");
        _failures = meter.CreateCounter<long>("sparrow.channel.failures", "{query}", "Queries that went on without a channel.");
    }

    internal void CountQuery(long startedAt, string ranker)
    {
        if (_duration.Enabled)
        {
            _duration.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, new KeyValuePair<string, object?>("ranker", ranker));
        }
    }

    /// <param name="ticks">Of <see cref="Stopwatch"/>.</param>
    /// <param name="ranker">Whose scores they are.</param>
    internal void CountRanking(long ticks, string ranker) =>
        _rankingDuration.Record((double)ticks / Stopwatch.Frequency, new KeyValuePair<string, object?>("ranker", ranker));

    internal void CountChannel(string name, ChannelAnswer answer, int kept)
    {
        var channel = new KeyValuePair<string, object?>("channel", name);
        if (answer.Outcome != ChannelOutcome.Skipped)
        {
            _channelDuration.Record((double)answer.Ticks / Stopwatch.Frequency, channel);
        }

        _candidates.Add(kept, channel);
        if (answer.Outcome.Fault is { } fault)
        {
            _failures.Add(1, channel, new KeyValuePair<string, object?>("reason", fault));
        }
    }

    /// <param name="names">Names of the channels.</param>
    /// <param name="movies">Movies that are shown.</param>
    internal void CountShown(IReadOnlyList<string> names, ReadOnlySpan<RecommendedMovie> movies)
    {
        for (int channel = 0; channel < names.Count && _shown.Enabled; channel++)
        {
            int count = 0;
            foreach (RecommendedMovie movie in movies)
            {
                count += (int)((movie.Channels >> channel) & 1);
            }

            _shown.Add(count, new KeyValuePair<string, object?>("channel", names[channel]));
        }
    }
}
