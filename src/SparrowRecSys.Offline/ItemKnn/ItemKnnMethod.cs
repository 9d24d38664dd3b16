using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.ItemKnn;

/// <summary>
/// Item-based k-nearest-neighbours (Deshpande and Karypis 2004): the weight from movie i to movie j is
/// |users of both| / (√(|users of i| · |users of j|) + shrinkage), and j keeps its k largest.
/// </summary>
internal static class ItemKnnMethod
{
    private const string Help = """
        Item-based collaborative filtering: movies are alike when the same users have them (cosine with shrinkage, the k nearest of each).

        Examples:
          sparrow train itemknn
          sparrow train itemknn --data ml-latest-small --out out/retrieval --neighbors 200 --shrinkage 20
        """;

    public static RetrievalMethod Instance { get; } = RetrievalMethod.Create<ItemKnnOptions>("itemknn", Help, Learn);

    public static LearnedOutput Learn(DataSet interactions, ItemKnnOptions options, LearningContext context)
    {
        RatingTable ratings = interactions.Ratings;
        var nearest = new Candidate[ratings.MovieCount][]; // of each movie j: the movies i that speak for it
        int done = 0;
        ParallelLoop.Run(
            ratings.MovieCount, options.Threads, () => new float[ratings.MovieCount], FindNearest, context.Cancellation);
        ItemWeights weights = Turn(nearest);
        int[] ids = [.. Enumerable.Range(0, ratings.MovieCount).Select(row => interactions.Movies[row].MovieId)];
        return new LearnedOutput(new LearnedItemWeights(ids, weights), new JsonObject { ["interactions"] = ratings.Count, ["weights"] = weights.StoredCount });

        void FindNearest(int movieRow, float[] counts)
        {
            nearest[movieRow] = NearestOf(ratings, movieRow, options, counts);
            context.Progress?.Report(new LearningProgress((double)Interlocked.Increment(ref done) / nearest.Length, ""));
        }
    }

    private static Candidate[] NearestOf(RatingTable ratings, int movieRow, ItemKnnOptions options, float[] counts)
    {
        Array.Clear(counts);
        CoOccurrence.AddRow(ratings, movieRow, counts);
        double users = ratings.PositionsOfMovie(movieRow).Length;
        var kept = new Candidate[Math.Min(options.Neighbors, counts.Length)];
        var best = new TopCandidates(kept);
        for (int other = 0; other < counts.Length; other++)
        {
            if (counts[other] > 0 && other != movieRow)
            {
                double norm = Math.Sqrt(users * ratings.PositionsOfMovie(other).Length);
                best.Add(other, (float)(counts[other] / (norm + options.Shrinkage)));
            }
        }

        return kept[..best.SortBestFirst()];
    }

    /// <summary>From the movies that speak for each to the movies that each speaks for.</summary>
    private static ItemWeights Turn(Candidate[][] nearest)
    {
        long[] starts = new long[nearest.Length + 1];
        foreach (Candidate source in nearest.SelectMany(sources => sources))
        {
            starts[source.MovieRow + 1]++;
        }

        for (int row = 0; row < nearest.Length; row++)
        {
            starts[row + 1] += starts[row];
        }

        int[] targets = new int[starts[^1]];
        float[] weights = new float[starts[^1]];
        long[] next = starts[..^1];
        for (int target = 0; target < nearest.Length; target++) // ascending, so the targets of each source are
        {
            foreach (Candidate source in nearest[target])
            {
                long at = next[source.MovieRow]++;
                (targets[at], weights[at]) = (target, source.Score);
            }
        }

        return ItemWeights.Sparse(starts, targets, weights);
    }
}
