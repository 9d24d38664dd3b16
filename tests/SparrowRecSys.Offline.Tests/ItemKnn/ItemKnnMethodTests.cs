using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.ItemKnn;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Tests.ItemKnn;

public sealed class ItemKnnMethodTests
{
    private const int Movies = 15;

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 7.5)]
    [InlineData(100, 2)]
    public void Weights_are_those_of_the_naive_twin(int neighbors, double shrinkage)
    {
        DataSet data = SmallData.RandomLabels(40, Movies, 200);

        ItemWeights weights = Learn(data, new ItemKnnOptions { Neighbors = neighbors, Shrinkage = shrinkage, Threads = 2 });

        for (int target = 0; target < Movies; target++)
        {
            (int Source, double Weight)[] expected =
            [
                .. Enumerable.Range(0, Movies).Where(source => source != target)
                    .Select(source => (source, Cosine(data.Ratings, source, target, shrinkage)))
                    .Where(pair => pair.Item2 > 0)
                    .OrderByDescending(pair => (float)pair.Item2).ThenBy(pair => pair.source).Take(neighbors),
            ];
            for (int source = 0; source < Movies; source++)
            {
                double weight = expected.FirstOrDefault(pair => pair.Source == source).Weight;
                Assert.Equal(weight, WeightOf(weights, source, target), tolerance: 1e-6);
            }
        }
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        DataSet data = SmallData.RandomLabels(40, Movies, 200);

        ItemWeights one = Learn(data, new ItemKnnOptions { Threads = 1 });
        ItemWeights three = Learn(data, new ItemKnnOptions { Threads = 3 });

        for (int row = 0; row < Movies; row++)
        {
            Assert.Equal(one.Row(row), three.Row(row));
            Assert.Equal(one.Targets(row), three.Targets(row));
        }
    }

    private static ItemWeights Learn(DataSet data, ItemKnnOptions options) =>
        Assert.IsType<LearnedItemWeights>(ItemKnnMethod.Learn(data, options, new LearningContext()).Model).Weights;

    private static double Cosine(RatingTable ratings, int x, int y, double shrinkage)
    {
        HashSet<int> usersOfX = [.. UsersOf(ratings, x)];
        int[] usersOfY = [.. UsersOf(ratings, y)];
        return usersOfY.Count(usersOfX.Contains) / (Math.Sqrt(usersOfX.Count * usersOfY.Length) + shrinkage);
    }

    private static IEnumerable<int> UsersOf(RatingTable ratings, int movie) =>
        Enumerable.Range(0, ratings.UserCount).Where(user => ratings.OfUser(user).MovieRows.Contains(movie));

    private static float WeightOf(ItemWeights weights, int source, int target)
    {
        int at = weights.Targets(source).IndexOf(target);
        return at < 0 ? 0 : weights.Row(source)[at];
    }
}
