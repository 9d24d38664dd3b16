using Microsoft.Extensions.Logging.Abstractions;
using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Evaluation;
using SparrowRecSys.Ranking;
using SparrowRecSys.Reranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Offline.Tests.Evaluation;

public sealed class ChannelRecallTests
{
    // Both users have rated the movies of rows 0 and 1; what is held out is row 2 for the one and row 9 for the other.
    private static readonly DataSet Data = SmallData.Of(10, [(1, 0, 10), (1, 1, 10), (2, 0, 10), (2, 1, 10)]);

    private static readonly TestCase[] Cases = [Case(1, 2), Case(2, 9)];

    [Fact]
    public void A_channel_finds_what_is_among_its_candidates_after_filtering()
    {
        IReadOnlyList<ChannelRecall> recall = Measure(candidates: 400, Channel("both", 3, 0, 2, 9), Channel("neither", 3, 4, 5), Channel("one", 3, 2));

        Assert.Equal(
            [
                new ChannelRecall("both", 2, 1), new ChannelRecall("neither", 2, 0), new ChannelRecall("one", 1, 0.5),
                new ChannelRecall("popular", 0, 0), new ChannelRecall(ChannelRecall.Merged, 4, 1),
            ],
            recall);
    }

    [Fact]
    public void A_movie_beyond_the_count_of_its_channel_is_not_found() =>
        Assert.Equal(new ChannelRecall("both", 1, 0.5), Measure(candidates: 400, Channel("both", 1, 0, 1, 2, 9))[0]);

    [Fact]
    public void What_the_cut_leaves_out_is_missing_from_the_merged_list_and_not_from_the_channel()
    {
        IReadOnlyList<ChannelRecall> recall = Measure(candidates: 2, Channel("last", 4, 3, 2, 4, 9));

        Assert.Equal(new ChannelRecall("last", 4, 1), recall[0]);
        Assert.Equal(new ChannelRecall(ChannelRecall.Merged, 2, 0.5), recall[^1]);
    }

    private static IReadOnlyList<ChannelRecall> Measure(int candidates, params RetrievalChannel[] channels)
    {
        var popularity = new MoviePopularity(Data, halfLifeDays: 365);
        var pipeline = new RecommendationPipeline(
            new FeatureStore(Data), channels, popularity,
            new LiveRankers(new RankerChain([new PopularityRanker(popularity)], new RankingOptions { Default = "" }, NullLogger<RankerChain>.Instance)),
            new DiversityReranker(Data.Movies, null, new RerankingOptions()), new RetrievalOptions { Candidates = candidates },
            NullLogger<RecommendationPipeline>.Instance);
        return ChannelRecall.Measure(pipeline, Cases, size: 1, TestContext.Current.CancellationToken);
    }

    private static RetrievalChannel Channel(string name, int count, params int[] rows) =>
        new(new FixedRetriever(name, rows), new ChannelOptions { Count = count, TimeLimitMs = 0 });

    private static TestCase Case(int userId, int row) => new() { UserId = userId, HistoryRows = [0, 1], HistoryHalfStars = [10, 10], RelevantRows = [row] };

    private sealed class FixedRetriever(string name, int[] rows) : IRetriever
    {
        public string Name => name;

        public bool IsInMemory => true;

        public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates)
        {
            int count = Math.Min(rows.Length, candidates.Length);
            for (int i = 0; i < count; i++)
            {
                candidates[i] = new Candidate(rows[i], -i);
            }

            return count;
        }
    }
}
