using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Tests.Models;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Offline.Tests.Ranking;

public sealed class OnnxRankerTests
{
    private static readonly FeatureStore Features = new(SmallData.Of(movieCount: 60, []));

    private static MovieCatalog Movies => Features.Movies;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(800)]
    [InlineData(2049)]
    public void Scores_are_those_of_the_network_computed_pair_by_pair(int count)
    {
        using var folder = new TemporaryFolder();
        using var ranker = new OnnxRanker(ModelFolder.Load(RandomModel.Publish(folder.Path)), Features);
        SmallNetwork weights = RandomModel.Weights(6, 40, 4, [8, 4], seed: 1);
        int[] movieRows = [.. Enumerable.Range(0, count).Select(i => i * 7 % Movies.Count)];
        float[] scores = new float[count];

        ranker.Score(User(30), movieRows, scores);

        Assert.All(movieRows, (row, i) => Assert.Equal(RandomModel.Score(weights, 2, Math.Min(row, 40)), scores[i], 1e-5));
    }

    [Fact]
    public void A_user_outside_the_vocabulary_is_left_to_the_next_ranker_but_can_be_scored()
    {
        using var folder = new TemporaryFolder();
        using var ranker = new OnnxRanker(ModelFolder.Load(RandomModel.Publish(folder.Path)), Features);
        SmallNetwork weights = RandomModel.Weights(6, 40, 4, [8, 4], seed: 1);
        float[] scores = new float[1];

        ranker.Score(User(31), [5], scores);

        Assert.False(ranker.CanRank(User(31)));
        Assert.True(ranker.CanRank(User(30)));
        Assert.Equal(RandomModel.Score(weights, 6, 5), scores[0], 1e-5);
    }

    [Fact]
    public void It_is_called_by_the_name_of_its_model_and_counts_the_movies_it_knows()
    {
        using var folder = new TemporaryFolder();
        using var ranker = new OnnxRanker(ModelFolder.Load(RandomModel.Publish(folder.Path)), Features);

        Assert.Equal("neuralcf", ranker.Name);
        Assert.Equal(40, ranker.KnownMovieCount);
    }

    [Fact]
    public void Parallel_calls_give_the_same_scores_as_one_after_the_other()
    {
        using var folder = new TemporaryFolder();
        using var ranker = new OnnxRanker(ModelFolder.Load(RandomModel.Publish(folder.Path)), Features);
        float[][] expected = [.. Enumerable.Range(0, 500).Select(i => ScoreSome(ranker, i))];

        float[][] parallel = new float[500][];
        Parallel.For(0, 500, new ParallelOptions { MaxDegreeOfParallelism = 16 }, i => parallel[i] = ScoreSome(ranker, i));

        Assert.Equal(expected, parallel);
    }

    [Fact]
    public void A_request_allocates_next_to_nothing()
    {
        using var folder = new TemporaryFolder();
        using var ranker = new OnnxRanker(ModelFolder.Load(RandomModel.Publish(folder.Path)), Features);
        UserState user = User(30);
        int[] movieRows = [.. Enumerable.Range(0, 800).Select(i => i % Movies.Count)];
        float[] scores = new float[800];
        ranker.Score(user, movieRows, scores);

        long before = GC.GetAllocatedBytesForCurrentThread();
        ranker.Score(user, movieRows, scores);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256);
    }

    private static float[] ScoreSome(OnnxRanker ranker, int seed)
    {
        var random = new Random(seed);
        int[] movieRows = [.. Enumerable.Range(0, random.Next(1, 300)).Select(_ => random.Next(Movies.Count))];
        float[] scores = new float[movieRows.Length];
        ranker.Score(User(10 * random.Next(1, 7)), movieRows, scores);
        return scores;
    }

    private static UserState User(int userId) => UserState.Fold(userId, RatingSlice.Empty, Movies);
}
