using System.Diagnostics.Metrics;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Server.Hosting;

/// <summary>What is counted of models that come and go (docs/metrics.md).</summary>
internal sealed class ModelMetrics
{
    private readonly Meter _meter;
    private readonly Counter<long> _swaps;
    private readonly Counter<long> _refusals;
    private readonly Histogram<double> _loadDuration;

    /// <param name="meters">Makes the meter, and disposes of it.</param>
    public ModelMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(RecommendationMetrics.MeterName);
        _swaps = _meter.CreateCounter<long>("sparrow.model.swaps", "{swap}", "Times that another version took over, or a model went.");
        _refusals = _meter.CreateCounter<long>("sparrow.model.refusals", "{version}", "Versions that were refused.");
        _loadDuration = _meter.CreateHistogram<double>("sparrow.model.load.duration", "s", "Time in which a version was read, checked and warmed.");
    }

    /// <summary>Lets the versions that serve, and the sessions that are open, be read off.</summary>
    public void Watch(ModelReloader reloader)
    {
        _meter.CreateObservableGauge(
            "sparrow.model.version", () => reloader.Current.Models.Select(model => new Measurement<int>(model.Version, OfModel(model.Name))), "{version}",
            "Version that serves.");
        _meter.CreateObservableGauge(
            "sparrow.model.sessions", () => reloader.Live.HeldCount, "{session}", "Models in memory: those that serve, and those whose last queries are under way.");
    }

    public void CountLoad(string model, TimeSpan duration) => _loadDuration.Record(duration.TotalSeconds, OfModel(model));

    public void CountSwap(string model) => _swaps.Add(1, OfModel(model));

    public void CountRefusal(string model) => _refusals.Add(1, OfModel(model));

    private static KeyValuePair<string, object?> OfModel(string name) => new("model", name);
}
