using Microsoft.Extensions.Logging.Abstractions;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Ranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Tests.Serving;

/// <summary>A film that nobody has rated has a way to people: vectors that come from what it is, not from who watched it.</summary>
public sealed class ColdMovieTests
{
    private const int Cold = PlantedData.LastAction;

    [Fact]
    public void A_film_without_ratings_reaches_who_likes_its_kind_through_the_vectors_of_its_content()
    {
        Assert.Equal(0, PlantedData.Features.OfMovie(Cold).RatingCount);

        Recommendations answer = Pipeline(Content()).Recommend(Query(PlantedData.ActionFan));

        RecommendedMovie shown = Assert.Single(answer.Movies, movie => movie.MovieRow == Cold);
        Assert.Equal("content", answer.Ranker);
        Assert.Equal(0b10u, shown.Channels);
    }

    [Fact]
    public void It_does_not_reach_who_likes_another_kind() =>
        Assert.DoesNotContain(Pipeline(Content()).Recommend(Query(PlantedData.DramaFan)).Movies, movie => movie.MovieRow == Cold);

    [Fact]
    public void Without_such_vectors_it_reaches_nobody() =>
        Assert.DoesNotContain(Pipeline(Content(without: Cold)).Recommend(Query(PlantedData.ActionFan)).Movies, movie => movie.MovieRow == Cold);

    private static RecommendationQuery Query(int userId) => new() { UserId = userId, Size = 3, Ranker = "content", Diversity = 0 };

    /// <summary>Vectors of a genre point nearly the same way, the film in question amidst its own.</summary>
    private static IRetrievalModel Content(int without = -1)
    {
        int[] ids = [.. Enumerable.Range(0, PlantedData.MovieCount).Select(row => PlantedData.Movies[row].MovieId)];
        float[] values = new float[2 * ids.Length];
        for (int row = 0; row < ids.Length; row++)
        {
            bool isAction = PlantedData.IsAction(row);
            values[2 * row] = isAction && row != without ? 1 : 0;
            values[(2 * row) + 1] = !isAction ? 1 : row is Cold ? 0 : 0.2f * ((row % 2) - 0.5f);
        }

        var learned = new LearnedEmbedding(new EmbeddingRows(ids, values, dimension: 2));
        return RetrievalModels.Create("content", learned, PlantedData.Data, new VectorIndexOptions());
    }

    /// <summary>The channel of what most people like brings five films, the other one five by content.</summary>
    private static RecommendationPipeline Pipeline(IRetrievalModel content) => new(
        PlantedData.Features,
        [
            new RetrievalChannel(new PopularRetriever(PlantedData.Popularity), new ChannelOptions { Count = 5, TimeLimitMs = 0 }),
            new RetrievalChannel(new ModelRetriever(content), new ChannelOptions { Count = 5, TimeLimitMs = 0 }),
        ],
        PlantedData.Popularity,
        new LiveRankers(new RankerChain(PlantedData.Rankers(new RetrievalModelRanker(content)), new RankingOptions(), NullLogger<RankerChain>.Instance)),
        PlantedData.Reranker(), new RetrievalOptions(), NullLogger<RecommendationPipeline>.Instance);
}
