using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Tests.Serving;

public sealed class RecommendationMetricsTests : IDisposable
{
    private readonly Meters _meters = new();
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, double> _sums = []; // by instrument and tags
    private readonly Dictionary<string, int> _counts = [];

    public RecommendationMetricsTests()
    {
        var metrics = new RecommendationMetrics(_meters);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (_meters.Made.Contains(instrument.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
        IRetriever[] retrievers = [new PopularRetriever(PlantedData.Popularity), new Throwing()];
        Pipeline = new RecommendationPipeline(
            PlantedData.Features, retrievers.Select(retriever => new RetrievalChannel(retriever, new ChannelOptions { TimeLimitMs = 0 })), PlantedData.Popularity,
            new RankerChain(PlantedData.Rankers(), new RankingOptions(), NullLogger<RankerChain>.Instance), PlantedData.Reranker(), new RetrievalOptions(),
            NullLogger<RecommendationPipeline>.Instance, metrics);
    }

    private RecommendationPipeline Pipeline { get; }

    [Fact]
    public void Every_query_is_counted_and_timed_with_what_each_channel_brought_and_what_of_it_was_shown()
    {
        var trace = new RecommendationTrace();
        Pipeline.Recommend(new RecommendationQuery { UserId = PlantedData.ActionFan, Size = 4 }, trace);
        Pipeline.Recommend(new RecommendationQuery { UserId = PlantedData.ActionFan, Size = 3 });

        Assert.Equal(2, _counts["sparrow.recommendation.duration ranker=emb"]);
        Assert.Equal(2, _counts["sparrow.channel.duration channel=popular"]);
        Assert.True(_sums["sparrow.channel.duration channel=popular"] > 0);
        Assert.Equal(2.0 * trace.CandidateCount, _sums["sparrow.channel.candidates channel=popular"]);
        Assert.Equal(7, _sums["sparrow.channel.shown channel=popular"]);
        Assert.Equal(0, _sums["sparrow.channel.shown channel=throwing"]);
    }

    [Fact]
    public void A_failure_is_counted_with_its_channel_and_reason()
    {
        Pipeline.Recommend(new RecommendationQuery { Size = 4 });

        Assert.Equal(1, _sums["sparrow.channel.failures channel=throwing reason=failed"]);
        Assert.DoesNotContain("sparrow.channel.failures channel=popular reason=failed", _sums.Keys);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.Dispose();
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string key = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}";
        _sums[key] = _sums.GetValueOrDefault(key) + value;
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    private sealed class Meters : IMeterFactory
    {
        public List<Meter> Made { get; } = [];

        public Meter Create(MeterOptions options)
        {
            var meter = new Meter(options);
            Made.Add(meter);
            return meter;
        }

        public void Dispose() => Made.ForEach(meter => meter.Dispose());
    }

    private sealed class Throwing : IRetriever
    {
        public string Name => "throwing";

        public bool IsInMemory => true;

        public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates) => throw new InvalidDataException("broken");
    }
}
