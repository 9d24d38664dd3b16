using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Popularity;

/// <summary>
/// Scores a movie by its number of interactions, older ones counting less: Σ 2^(−age / half-life). The baseline of every table.
/// </summary>
internal static class PopularityMethod
{
    private const double SecondsPerDay = 86_400;

    private const string Help = """
        Count the interactions of each movie, older ones for less. The baseline that every other model has to beat.

        Examples:
          sparrow train popularity
          sparrow train popularity --data ml-latest-small --out out/retrieval --half-life-days 365
        """;

    public static RetrievalMethod Instance { get; } = RetrievalMethod.Create<PopularityOptions>("popularity", Help, Learn);

    public static LearnedOutput Learn(DataSet interactions, PopularityOptions options, LearningContext context)
    {
        RatingTable ratings = interactions.Ratings;
        uint newest = ratings.Count == 0 ? 0 : System.Numerics.Tensors.TensorPrimitives.Max(ratings.Timestamps);
        double[] weights = new double[ratings.MovieCount];
        for (int i = 0; i < ratings.Count; i++)
        {
            double ageDays = (newest - ratings.Timestamps[i]) / SecondsPerDay;
            weights[ratings.MovieRows[i]] += options.HalfLifeDays == 0 ? 1 : Math.Pow(2, -ageDays / options.HalfLifeDays);
        }

        int[] ids = [.. Enumerable.Range(0, ratings.MovieCount).Select(row => interactions.Movies[row].MovieId)];
        return new LearnedOutput(
            new LearnedPopularity(ids, Array.ConvertAll(weights, weight => (float)weight)), new JsonObject { ["interactions"] = ratings.Count });
    }
}
