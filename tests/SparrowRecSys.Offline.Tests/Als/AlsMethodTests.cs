using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Als;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Offline.Tests.Item2Vec;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Tests.Als;

public sealed class AlsMethodTests
{
    private static readonly AlsOptions Small = new() { Dimension = 6, Iterations = 5, Regularization = 0.05, UnobservedWeight = 0.2 };

    [Fact]
    public void Each_iteration_lowers_the_objective()
    {
        DataSet data = SmallData.RandomLabels(40, 20, 250);

        double[] objectives = [.. Enumerable.Range(1, 6).Select(iterations => Objective(data, Small with { Iterations = iterations, ConjugateSteps = 0 }))];

        Assert.Equal(objectives.OrderDescending(), objectives);
        Assert.True(objectives[^1] < 0.95 * objectives[0]);
    }

    [Fact]
    public void The_conjugate_gradient_comes_to_the_same()
    {
        DataSet data = SmallData.RandomLabels(40, 20, 250);

        double exact = Objective(data, Small with { Iterations = 10, ConjugateSteps = 0 });
        double approximate = Objective(data, Small with { Iterations = 10, ConjugateSteps = 3 });

        Assert.Equal(exact, approximate, tolerance: 0.01 * exact);
    }

    [Fact]
    public void A_movie_of_ones_own_group_scores_above_those_of_others()
    {
        DataSet data = TinyData.Checkerboard(16);
        LearnedModel learned = AlsMethod.Learn(data, new AlsOptions { Dimension = 4 }, new LearningContext()).Model;
        IRetrievalModel model = RetrievalModels.Create("als", learned, data, new VectorIndexOptions());
        float[] scores = new float[16];

        for (int user = 0; user < 16; user++)
        {
            int[] history = data.Ratings.OfUser(user).MovieRows.ToArray();
            Assert.True(model.TryScore(new UserHistory(0, history), scores));
            float own = scores[user]; // withheld
            Assert.All(Enumerable.Range(0, 16).Where(movie => (movie + user) % 2 == 1), other => Assert.True(own > scores[other] + 0.1f));
        }
    }

    [Fact]
    public void The_number_of_threads_changes_nothing_and_the_seed_does()
    {
        DataSet data = SmallData.RandomLabels(80, 20, 400);

        float[] one = Values(data, Small with { Threads = 1 });

        Assert.Equal(one, Values(data, Small with { Threads = 3 }));
        Assert.NotEqual(one, Values(data, Small with { Seed = 2 }));
    }

    [Fact]
    public void Movies_that_nobody_has_get_no_vector()
    {
        DataSet data = SmallData.Of(4, [(1, 0, 10), (2, 0, 10), (1, 2, 10)]);

        Assert.Equal([10, 30], Factors(data, Small).Movies.Ids.ToArray());
    }

    [Fact]
    public void Without_interactions_there_is_nothing_to_learn() =>
        Assert.Throws<InvalidDataException>(() => AlsMethod.Learn(SmallData.Of(3, []), Small, new LearningContext()));

    private static LearnedFactors Factors(DataSet data, AlsOptions options) =>
        Assert.IsType<LearnedFactors>(AlsMethod.Learn(data, options, new LearningContext()).Model);

    private static float[] Values(DataSet data, AlsOptions options) => Factors(data, options).Movies.Values.ToArray();

    /// <summary>The objective, written out, with every user at the minimum for the learned movies.</summary>
    private static double Objective(DataSet data, AlsOptions options)
    {
        LearnedFactors factors = Factors(data, options);
        var table = new EmbeddingTable(factors.Movies.Ids, factors.Movies.Values, options.Dimension, Similarity.InnerProduct).AlignTo(data.Movies);
        var encoder = new FoldInEncoder(table, [], factors.FoldIn);
        float[] user = new float[options.Dimension];
        double sum = 0;
        for (int row = 0; row < data.Ratings.UserCount; row++)
        {
            int[] history = data.Ratings.OfUser(row).MovieRows.ToArray();
            Assert.True(encoder.TryEncode(new UserHistory(0, history), user));
            sum += options.Regularization * (history.Length + (options.UnobservedWeight * table.PresentCount)) * user.Sum(x => (double)x * x);
            for (int movie = 0; movie < table.Count; movie++)
            {
                double score = table.Row(movie).ToArray().Zip(user, (y, x) => (double)y * x).Sum();
                sum += options.UnobservedWeight * score * score;
                sum += history.Contains(movie) ? (1 - score) * (1 - score) : 0;
            }
        }

        for (int movie = 0; movie < table.Count; movie++)
        {
            double weight = data.Ratings.PositionsOfMovie(movie).Length + (options.UnobservedWeight * data.Ratings.UserCount);
            sum += options.Regularization * weight * table.Row(movie).ToArray().Sum(y => (double)y * y);
        }

        return sum;
    }
}
