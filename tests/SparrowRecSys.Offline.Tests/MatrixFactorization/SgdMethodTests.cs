using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Offline.Tests.Item2Vec;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Tests.MatrixFactorization;

/// <summary>What mf and bpr have in common.</summary>
public sealed class SgdMethodTests
{
    private const int Size = 16;

    public static TheoryData<string> Names => ["mf", "bpr"];

    [Theory]
    [InlineData("mf", 1, true)]
    [InlineData("mf", 1, false)]
    [InlineData("mf", 2, false)]
    [InlineData("bpr", 1, true)]
    [InlineData("bpr", 1, false)]
    [InlineData("bpr", 2, false)]
    public void A_movie_of_ones_own_group_scores_above_those_of_others(string name, int threads, bool isStored)
    {
        DataSet data = TinyData.Checkerboard(Size);
        IRetrievalModel model = RetrievalModels.Create(name, Learn(name, data, threads: threads), data, new VectorIndexOptions());
        float[] scores = new float[Size];
        for (int user = 0; user < Size; user++)
        {
            int[] history = data.Ratings.OfUser(user).MovieRows.ToArray();

            Assert.True(model.TryScore(new UserHistory(isStored ? data.Ratings.UserIds[user] : 0, history), scores));
            float own = scores[user]; // withheld
            Assert.All(Enumerable.Range(0, Size).Where(movie => (movie + user) % 2 == 1), other => Assert.True(own > scores[other] + 0.1f));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_and_another_another(string name)
    {
        DataSet data = SmallData.RandomLabels(40, 20, 250);

        float[] one = Values(Learn(name, data));

        Assert.Equal(one, Values(Learn(name, data)));
        Assert.NotEqual(one, Values(Learn(name, data, seed: 2)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_training_that_diverges_says_what_to_lower(string name)
    {
        RetrievalMethod method = AllRetrievalMethods.Get(name);
        object options = method.Options.FromJson(new() { ["learningRate"] = 10, ["regularization"] = 10, ["epochs"] = 100 });

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => method.Learn(SmallData.RandomLabels(40, 20, 250), options, new LearningContext()));

        Assert.Contains("Lower the learning rate, which is 10", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Movies_that_nobody_has_get_no_vector(string name)
    {
        DataSet data = SmallData.Of(4, [(1, 0, 10), (2, 0, 10), (1, 2, 10)]);

        Assert.Equal([10, 30], Assert.IsType<LearnedFactors>(Learn(name, data)).Movies.Ids.ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_interactions_there_is_nothing_to_learn(string name) =>
        Assert.Throws<InvalidDataException>(() => Learn(name, SmallData.Of(3, [])));

    [Fact]
    public void With_scores_of_bpr_half_of_interactions_and_draws_are_above_one_half()
    {
        DataSet data = SmallData.RandomLabels(60, 30, 600);
        var learned = Assert.IsType<LearnedFactors>(Learn("bpr", data));
        double interactions = Enumerable.Range(0, data.Ratings.Count).Average(i => Probability(learned, data.Ratings.UserRows[i], data.Ratings.MovieRows[i]));
        double draws = Enumerable.Range(0, 60).Average(user => Enumerable.Range(0, 30).Average(movie => Probability(learned, user, movie)));

        Assert.Equal(0.5, (interactions + draws) / 2, tolerance: 0.03);
    }

    private static LearnedModel Learn(string name, DataSet data, int threads = 1, int seed = 1)
    {
        RetrievalMethod method = AllRetrievalMethods.Get(name);
        object options = method.Options.FromJson(new() { ["dimension"] = 4, ["epochs"] = 200, ["threads"] = threads, ["seed"] = seed });
        return method.Learn(data, options, new LearningContext(Cancellation: TestContext.Current.CancellationToken)).Model;
    }

    private static float[] Values(LearnedModel learned) => Assert.IsType<LearnedFactors>(learned).Movies.Values.ToArray();

    private static double Probability(LearnedFactors learned, int user, int movie)
    {
        double score = learned.Biases![movie] + learned.Users!.Row(user).ToArray().Zip(learned.Movies.Row(movie).ToArray(), (x, y) => (double)x * y).Sum();
        return 1 / (1 + Math.Exp(-score));
    }
}
