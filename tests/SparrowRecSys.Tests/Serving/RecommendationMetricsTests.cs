using Microsoft.Extensions.Logging.Abstractions;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Tests.Serving;

public sealed class RecommendationMetricsTests : IDisposable
{
    private readonly MeasuredMeters _meters = new();

    public RecommendationMetricsTests()
    {
        var metrics = new RecommendationMetrics(_meters);
        IRetriever[] retrievers = [new PopularRetriever(PlantedData.Popularity), new Throwing()];
        Pipeline = new RecommendationPipeline(
            PlantedData.Features, retrievers.Select(retriever => new RetrievalChannel(retriever, new ChannelOptions { TimeLimitMs = 0 })), PlantedData.Popularity,
            new LiveRankers(new RankerChain(PlantedData.Rankers(), new RankingOptions(), NullLogger<RankerChain>.Instance)), PlantedData.Reranker(), new RetrievalOptions(),
            NullLogger<RecommendationPipeline>.Instance, metrics);
    }

    private RecommendationPipeline Pipeline { get; }

    [Fact]
    public void Every_query_is_counted_and_timed_with_what_each_channel_brought_and_what_of_it_was_shown()
    {
        var trace = new RecommendationTrace();
        Pipeline.Recommend(new RecommendationQuery { UserId = PlantedData.ActionFan, Size = 4 }, trace);
        Pipeline.Recommend(new RecommendationQuery { UserId = PlantedData.ActionFan, Size = 3 });

        Assert.Equal(2, _meters.CountOf("sparrow.recommendation.duration ranker=emb"));
        Assert.Equal(2, _meters.CountOf("sparrow.ranking.duration ranker=emb"));
        Assert.Equal(2, _meters.CountOf("sparrow.channel.duration channel=popular"));
        Assert.True(_meters.SumOf("sparrow.channel.duration channel=popular") > 0);
        Assert.Equal(2.0 * trace.CandidateCount, _meters.SumOf("sparrow.channel.candidates channel=popular"));
        Assert.Equal(7, _meters.SumOf("sparrow.channel.shown channel=popular"));
        Assert.Equal(0, _meters.SumOf("sparrow.channel.shown channel=throwing"));
    }

    [Fact]
    public void A_failure_is_counted_with_its_channel_and_reason()
    {
        Pipeline.Recommend(new RecommendationQuery { Size = 4 });

        Assert.Equal(1, _meters.SumOf("sparrow.channel.failures channel=throwing reason=failed"));
        Assert.DoesNotContain("sparrow.channel.failures channel=popular reason=failed", _meters.Values.Keys);
    }

    public void Dispose() => _meters.Dispose();

    private sealed class Throwing : IRetriever
    {
        public string Name => "throwing";

        public bool IsInMemory => true;

        public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates) => throw new InvalidDataException("broken");
    }
}
