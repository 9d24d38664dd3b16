using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace SparrowRecSys.Tests.Serving;

/// <summary>Listens to the meters that it makes, and no others.</summary>
internal sealed class MeasuredMeters : IMeterFactory
{
    private readonly List<Meter> _made = [];
    private readonly MeterListener _listener = new();

    public MeasuredMeters()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (_made.Contains(instrument.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>What was measured, by instrument and labels: <c>sparrow.channel.shown channel=popular</c>.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<double>> Values { get; } = new();

    public double SumOf(string key) => Values.TryGetValue(key, out ConcurrentQueue<double>? values) ? values.Sum() : 0;

    public int CountOf(string key) => Values.TryGetValue(key, out ConcurrentQueue<double>? values) ? values.Count : 0;

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter(options);
        _made.Add(meter);
        return meter;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _made.ForEach(meter => meter.Dispose());
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string key = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}";
        Values.GetOrAdd(key, _ => new ConcurrentQueue<double>()).Enqueue(value);
    }
}
