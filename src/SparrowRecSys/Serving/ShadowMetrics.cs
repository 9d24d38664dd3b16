using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SparrowRecSys.Serving;

/// <summary>What is counted of the shadow ranker (docs/metrics.md).</summary>
public sealed class ShadowMetrics
{
    private readonly Counter<long> _queries;
    private readonly Histogram<double> _overlap;
    private readonly Histogram<double> _correlation;
    private readonly Histogram<double> _duration;

    /// <param name="meters">Makes the meter, and disposes of it.</param>
    public ShadowMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(RecommendationMetrics.MeterName);
        _queries = meter.CreateCounter<long>("sparrow.shadow.queries", "{query}", "Queries chosen for the shadow ranker, by what came of it.");
        _overlap = meter.CreateHistogram<double>("sparrow.shadow.overlap", "1", "Share of the first ten that the shadow ranker has among its first ten.");
        _correlation = meter.CreateHistogram<double>("sparrow.shadow.correlation", "1", "Rank correlation of both orders of the candidates.");
        _duration = meter.CreateHistogram<double>("sparrow.shadow.duration", "s", "Time in which the shadow ranker scored the candidates of a query.");
    }

    /// <param name="shadow">The shadow ranker.</param>
    /// <param name="outcome"><c>compared</c>, <c>dropped</c>, <c>passed</c>, <c>failed</c> or <c>missing</c>.</param>
    internal void Count(string shadow, string outcome) =>
        _queries.Add(1, new KeyValuePair<string, object?>("ranker", shadow), new KeyValuePair<string, object?>("outcome", outcome));

    /// <param name="shadow">The shadow ranker.</param>
    /// <param name="against">The ranker that answered.</param>
    /// <param name="overlap">Of the first ten, 0 to 1.</param>
    /// <param name="correlation">-1 to 1; NaN is left out.</param>
    /// <param name="ticks">Time of the scoring, of <see cref="Stopwatch"/>.</param>
    internal void Compare(string shadow, string against, double overlap, double correlation, long ticks)
    {
        var ranker = new KeyValuePair<string, object?>("ranker", shadow);
        var other = new KeyValuePair<string, object?>("against", against);
        _duration.Record((double)ticks / Stopwatch.Frequency, ranker);
        _overlap.Record(overlap, ranker, other);
        if (!double.IsNaN(correlation))
        {
            _correlation.Record(correlation, ranker, other);
        }
    }
}
