using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;
using TorchSharp;

namespace SparrowRecSys.Offline.Ease;

/// <summary>
/// EASE (Steck 2019, "Embarrassingly shallow autoencoders for sparse data"): item weights B with a zero diagonal that minimise
/// |X − XB|² + λ |B|², in closed form: P = (XᵀX + λ I)⁻¹, B = I − P / diag(P), column by column.
/// </summary>
internal static class EaseMethod
{
    /// <summary>Beyond this the matrix, its factor and its inverse take more than 11 GB.</summary>
    public const int LargestCatalog = 30_000;

    private const string Help = """
        EASE: the linear model over all pairs of movies that best restores each user's movies from one another, in closed form.
        Time grows with the cube of the number of movies, memory with its square: at most 30,000 movies take part.

        Examples:
          sparrow train ease
          sparrow train ease --data ml-latest-small --out out/retrieval --regularization 500
          sparrow train ease --data ml-25m --min-count 20 --kept-weights 200
        """;

    public static RetrievalMethod Instance { get; } = RetrievalMethod.Create<EaseOptions>("ease", Help, Learn);

    public static LearnedOutput Learn(DataSet interactions, EaseOptions options, LearningContext context)
    {
        RatingTable ratings = interactions.Ratings;
        int[] rows = CoOccurrence.RowsWithAtLeast(ratings, options.MinCount);
        Check(rows.Length, options.MinCount);
        double regularization = options.Regularization > 0 ? options.Regularization : Math.Sqrt(ratings.Count);
        context.Progress?.Report(new LearningProgress(0, "counting"));
        using torch.Tensor inverse = InvertGram(ratings, rows, (float)regularization, context);
        context.Progress?.Report(new LearningProgress(0.9, "weights"));
        ItemWeights weights = ToWeights(inverse, rows.Length, options.KeptWeights);
        var facts = new JsonObject
        {
            ["interactions"] = ratings.Count,
            ["movies"] = rows.Length,
            ["regularization"] = regularization,
            ["weights"] = weights.StoredCount,
        };
        return new LearnedOutput(new LearnedItemWeights([.. rows.Select(row => interactions.Movies[row].MovieId)], weights), facts);
    }

    private static void Check(int movies, int minCount)
    {
        if (movies > LargestCatalog)
        {
            throw new InvalidDataException(
                $"ease: found {movies:N0} movies with at least {minCount} interactions, allowed are {LargestCatalog:N0}: an inverse of "
                + $"{movies:N0} x {movies:N0} numbers would take {3.0 * movies * movies * sizeof(float) / 1e9:N0} GB. "
                + "Raise --min-count, or take als, which grows with the interactions only.");
        }

        if (movies == 0)
        {
            throw new InvalidDataException($"ease: no movie has {minCount} interactions.");
        }
    }

    /// <summary>(XᵀX + λ I)⁻¹ (N, N), by Cholesky.</summary>
    private static torch.Tensor InvertGram(RatingTable ratings, int[] rows, float regularization, LearningContext context)
    {
        using torch.Tensor gram = torch.empty(rows.Length, rows.Length);
        float[] counts = new float[ratings.MovieCount];
        float[] compact = new float[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            Array.Clear(counts);
            CoOccurrence.AddRow(ratings, rows[i], counts);
            for (int j = 0; j < rows.Length; j++)
            {
                compact[j] = counts[rows[j]];
            }

            compact[i] += regularization;
            using torch.Tensor row = gram[i];
            MemoryMarshal.AsBytes<float>(compact).CopyTo(row.bytes);
        }

        context.Progress?.Report(new LearningProgress(0.2, "inverting"));
        using torch.Tensor factor = torch.linalg.cholesky(gram);
        return torch.cholesky_inverse(factor);
    }

    /// <summary>B's row i is the weights from movie i: −P[i, j] / P[j, j], and 0 on the diagonal.</summary>
    private static ItemWeights ToWeights(torch.Tensor inverse, int count, int kept)
    {
        using torch.Tensor diagonal = inverse.diagonal().neg();
        float[] divisors = diagonal.data<float>().ToArray();
        var rows = new float[count][];
        for (int i = 0; i < count; i++)
        {
            using torch.Tensor row = inverse[i];
            rows[i] = row.data<float>().ToArray();
            TensorPrimitives.Divide(rows[i], divisors, rows[i]);
            rows[i][i] = 0;
        }

        return kept == 0 || kept >= count ? ItemWeights.Dense(rows) : KeepLargest(rows, kept);
    }

    private static ItemWeights KeepLargest(float[][] rows, int kept)
    {
        long[] starts = [.. Enumerable.Range(0, rows.Length + 1).Select(row => (long)row * kept)];
        int[] targets = new int[rows.Length * kept];
        float[] weights = new float[rows.Length * kept];
        var largest = new Candidate[kept];
        for (int row = 0; row < rows.Length; row++)
        {
            var best = new TopCandidates(largest);
            for (int target = 0; target < rows.Length; target++)
            {
                best.Add(target, MathF.Abs(rows[row][target]));
            }

            best.SortBestFirst();
            Array.Sort(largest, (x, y) => x.MovieRow.CompareTo(y.MovieRow));
            for (int i = 0; i < kept; i++)
            {
                targets[(row * kept) + i] = largest[i].MovieRow;
                weights[(row * kept) + i] = rows[row][largest[i].MovieRow];
            }
        }

        return ItemWeights.Sparse(starts, targets, weights);
    }
}
