using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Tests.Embeddings;

/// <summary>Vectors around some directions, as embeddings of movies lie.</summary>
internal static class PlantedVectors
{
    /// <summary>(count, dimension), around one direction for each 20 vectors.</summary>
    public static float[] Create(int count, int dimension, int seed = 1, float spread = 0.6f)
    {
        var centers = new Random(99);
        float[] directions = [.. Enumerable.Range(0, ((count / 20) + 1) * dimension).Select(_ => Gaussian(centers))];
        var random = new Random(seed);
        float[] values = new float[count * dimension];
        for (int row = 0; row < count; row++)
        {
            int center = random.Next(directions.Length / dimension);
            for (int d = 0; d < dimension; d++)
            {
                values[(row * dimension) + d] = directions[(center * dimension) + d] + (spread * Gaussian(random));
            }
        }

        return values;
    }

    /// <summary>The same with lengths that differ by a factor of 10 and more.</summary>
    public static float[] CreateUnequal(int count, int dimension, int seed = 1)
    {
        float[] values = Create(count, dimension, seed);
        var random = new Random(seed + 1);
        for (int row = 0; row < count; row++)
        {
            float length = MathF.Exp(0.6f * Gaussian(random));
            for (int d = 0; d < dimension; d++)
            {
                values[(row * dimension) + d] *= length;
            }
        }

        return values;
    }

    /// <summary>Naive twin of every index: all inner products in double, sorted.</summary>
    public static Candidate[] FindNaively(EmbeddingTable table, float[] query, int wanted) => [.. Enumerable.Range(0, table.Count)
        .Where(table.HasVector)
        .Select(row => new Candidate(row, (float)table.Row(row).ToArray().Zip(query, (x, y) => (double)x * y).Sum()))
        .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.MovieRow).Take(wanted)];

    /// <summary>Share of the true nearest rows that an index finds, over all queries.</summary>
    public static double Recall(IVectorIndex index, EmbeddingTable table, float[] queries, int wanted)
    {
        var nearest = new Candidate[wanted];
        return queries.Chunk(table.Dimension).Average(query =>
        {
            int found = index.FindNearest(query, nearest);
            HashSet<int> right = [.. FindNaively(table, query, wanted).Select(candidate => candidate.MovieRow)];
            return nearest.Take(found).Count(candidate => right.Contains(candidate.MovieRow)) / (double)wanted;
        });
    }

    private static float Gaussian(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
