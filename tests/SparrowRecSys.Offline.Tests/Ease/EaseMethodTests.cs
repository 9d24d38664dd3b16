using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Ease;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Tests.Ease;

public sealed class EaseMethodTests
{
    private const int Movies = 12;

    /// <summary>At the minimum under a zero diagonal, the gradient XᵀX (B − I) + λ B vanishes off the diagonal: no twin of the inverse is needed.</summary>
    [Fact]
    public void The_weights_are_the_minimum()
    {
        DataSet data = SmallData.RandomLabels(50, Movies, 200);
        const double Regularization = 3;

        float[][] weights = Learn(data, new EaseOptions { Regularization = Regularization });

        double[,] gram = Gram(data.Ratings);
        for (int i = 0; i < Movies; i++)
        {
            Assert.Equal(0, weights[i][i]);
            for (int j = 0; j < Movies; j++)
            {
                double gradient = Enumerable.Range(0, Movies).Sum(k => gram[i, k] * (weights[k][j] - (k == j ? 1 : 0))) + (Regularization * weights[i][j]);
                Assert.True(i == j || Math.Abs(gradient) < 1e-3, $"({i}, {j}): {gradient}");
            }
        }
    }

    [Fact]
    public void By_default_the_penalty_is_the_root_of_the_interactions()
    {
        DataSet data = SmallData.RandomLabels(50, Movies, 200);

        float[][] expected = Learn(data, new EaseOptions { Regularization = Math.Sqrt(data.Ratings.Count) });

        Assert.Equal(expected, Learn(data, new EaseOptions()));
    }

    [Fact]
    public void The_largest_weights_are_kept()
    {
        DataSet data = SmallData.RandomLabels(50, Movies, 200);
        float[][] all = Learn(data, new EaseOptions { Regularization = 3 });

        ItemWeights kept = Weights(data, new EaseOptions { Regularization = 3, KeptWeights = 4 });

        for (int row = 0; row < Movies; row++)
        {
            int[] expected = [.. Enumerable.Range(0, Movies).OrderByDescending(target => Math.Abs(all[row][target])).Take(4).Order()];
            Assert.Equal(expected, kept.Targets(row).ToArray());
            Assert.Equal(expected.Select(target => all[row][target]), kept.Row(row).ToArray());
        }
    }

    [Fact]
    public void A_catalog_that_would_not_fit_is_refused_with_the_way_out()
    {
        DataSet data = SmallData.Of(EaseMethod.LargestCatalog + 1, Enumerable.Range(0, EaseMethod.LargestCatalog + 1).Select(row => (1 + (row % 7), row, (byte)10)));

        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => EaseMethod.Learn(data, new EaseOptions(), new LearningContext()));

        Assert.Contains("found 30,001 movies", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--min-count", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_movie_there_is_nothing_to_learn() => Assert.Throws<InvalidDataException>(
        () => EaseMethod.Learn(SmallData.Of(3, [(1, 0, 10)]), new EaseOptions { MinCount = 2 }, new LearningContext()));

    private static float[][] Learn(DataSet data, EaseOptions options)
    {
        ItemWeights weights = Weights(data, options);
        return [.. Enumerable.Range(0, weights.Count).Select(row => weights.Row(row).ToArray())];
    }

    private static ItemWeights Weights(DataSet data, EaseOptions options) =>
        Assert.IsType<LearnedItemWeights>(EaseMethod.Learn(data, options, new LearningContext()).Model).Weights;

    private static double[,] Gram(RatingTable ratings)
    {
        var gram = new double[Movies, Movies];
        for (int user = 0; user < ratings.UserCount; user++)
        {
            foreach (int x in ratings.OfUser(user).MovieRows)
            {
                foreach (int y in ratings.OfUser(user).MovieRows)
                {
                    gram[x, y]++;
                }
            }
        }

        return gram;
    }
}
