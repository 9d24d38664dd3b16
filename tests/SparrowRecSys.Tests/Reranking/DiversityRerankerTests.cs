using SparrowRecSys.Embeddings;
using SparrowRecSys.Reranking;

namespace SparrowRecSys.Tests.Reranking;

public sealed class DiversityRerankerTests
{
    // Reaches beyond the 20 action movies with which the planted ranking begins.
    private static readonly RerankingOptions WidePool = new() { PoolFactor = 3 };

    // All action films score above all dramas.
    private static Candidate[] ActionFirst => [.. Enumerable.Range(0, 40).Select(row => new Candidate(row, 100 - row))];

    [Fact]
    public void Without_diversity_the_order_of_score_stays()
    {
        Candidate[] pool = ActionFirst;

        int shown = PlantedData.Reranker().Rerank(pool, 10, 0, new RerankingSpace());

        Assert.Equal(10, shown);
        Assert.Equal(ActionFirst, pool);
    }

    [Theory]
    [InlineData(0.01f)]
    [InlineData(0.5f)]
    [InlineData(1f)]
    public void The_result_is_a_permutation_of_the_pool(float diversity)
    {
        Candidate[] pool = ActionFirst;

        PlantedData.Reranker().Rerank(pool, 10, diversity, new RerankingSpace());

        Assert.Equal(ActionFirst, pool.OrderBy(candidate => candidate.MovieRow));
    }

    [Fact]
    public void The_best_movie_stays_first()
    {
        Candidate[] pool = ActionFirst;

        PlantedData.Reranker().Rerank(pool, 10, 0.7f, new RerankingSpace());

        Assert.Equal(0, pool[0].MovieRow);
    }

    [Fact]
    public void With_diversity_another_kind_gets_a_place()
    {
        Candidate[] pool = ActionFirst;

        PlantedData.Reranker(WidePool).Rerank(pool, 10, 0.7f, new RerankingSpace());

        Assert.Contains(pool.Take(10), candidate => !PlantedData.IsAction(candidate.MovieRow));
    }

    [Fact]
    public void Without_vectors_genres_tell_how_similar_movies_are()
    {
        Candidate[] pool = ActionFirst;
        var reranker = new DiversityReranker(PlantedData.Movies, null, WidePool);

        reranker.Rerank(pool, 10, 0.7f, new RerankingSpace());

        Assert.False(PlantedData.IsAction(pool[1].MovieRow));
    }

    [Theory]
    [InlineData(0, 0.5f)]
    [InlineData(1, 0.5f)]
    [InlineData(8, 0.3f)]
    [InlineData(8, 0.9f)]
    [InlineData(100, 0.6f)]
    public void It_chooses_what_its_naive_twin_chooses(int size, float diversity)
    {
        var random = new Random(11);
        Candidate[] pool = [.. Enumerable.Range(0, 40).Select(row => new Candidate(row, random.Next(30))).Order(Comparer<Candidate>.Create(Candidate.CompareBestFirst))];
        int[] expected = ChooseNaively(pool, Math.Min(size, 40), diversity);

        int shown = PlantedData.Reranker(new RerankingOptions { PoolFactor = 20 }).Rerank(pool, size, diversity, new RerankingSpace());

        Assert.Equal(expected, pool.Take(shown).Select(candidate => candidate.MovieRow));
    }

    [Fact]
    public void Movies_with_equal_scores_are_no_error()
    {
        Candidate[] pool = [.. Enumerable.Range(0, 10).Select(row => new Candidate(row, 1))];

        Assert.Equal(10, PlantedData.Reranker().Rerank(pool, 10, 0.5f, new RerankingSpace()));
    }

    [Fact]
    public void A_new_user_is_shown_more_variety_unless_the_query_says_otherwise()
    {
        DiversityReranker reranker = PlantedData.Reranker(new RerankingOptions { Diversity = 0.1f, NewUserDiversity = 0.6f });

        Assert.Equal(0.1f, reranker.DiversityOf(new RecommendationQuery { Size = 1 }, isNewUser: false));
        Assert.Equal(0.6f, reranker.DiversityOf(new RecommendationQuery { Size = 1 }, isNewUser: true));
        Assert.Equal(0.3f, reranker.DiversityOf(new RecommendationQuery { Size = 1, Diversity = 0.3f }, isNewUser: true));
    }

    private static int[] ChooseNaively(Candidate[] pool, int count, float diversity)
    {
        var left = pool.ToList();
        var chosen = new List<Candidate>();
        float range = Math.Max(pool[0].Score - pool[^1].Score, float.Epsilon);
        while (chosen.Count < count)
        {
            Candidate best = left
                .OrderByDescending(x => ((1 - diversity) * (1 - ((pool[0].Score - x.Score) / range)))
                    - (diversity * chosen.Select(y => Similarity(x.MovieRow, y.MovieRow)).Append(0).Max()))
                .ThenByDescending(x => x.Score).ThenBy(x => x.MovieRow)
                .First();
            left.Remove(best);
            chosen.Add(best);
        }

        return [.. chosen.Select(candidate => candidate.MovieRow)];
    }

    private static float Similarity(int x, int y)
    {
        EmbeddingTable table = PlantedData.Table;
        return table.HasVector(x) && table.HasVector(y) ? table.Cosine(x, y)
            : PlantedData.IsAction(x) == PlantedData.IsAction(y) ? 1
            : 0;
    }
}
