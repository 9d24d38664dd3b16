using System.Numerics.Tensors;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Evaluation;

/// <summary>What the recommended lists are like, right or wrong. K is the first length that is measured. Immutable.</summary>
public sealed record ListStatistics
{
    /// <summary>Share of the ranked movies that stand in at least one list, 0 to 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>Gini coefficient of how often each ranked movie is shown: 0 = all alike, towards 1 = always the same few.</summary>
    public required double Gini { get; init; }

    /// <summary>
    /// Mean self-information of the shown movies in bits, −log2 of the share of training users that know the movie, one added to both counts
    /// (Zhou et al. 2010).
    /// </summary>
    public required double Novelty { get; init; }

    /// <summary>Mean over lists of 1 − Jaccard similarity of the genres of two movies of the list, 0 to 1; movies without genres are unlike all others.</summary>
    public required double Diversity { get; init; }

    /// <summary>Mean number of training interactions of a shown movie.</summary>
    public required double Popularity { get; init; }

    /// <summary>
    /// (10): share of the shown movies by popularity. The groups hold a tenth of the training interactions each; the first one are the few most
    /// popular movies, the last one the many hardly known.
    /// </summary>
    public required IReadOnlyList<double> ShareByPopularity { get; init; }

    /// <summary>Statistics of what was shown.</summary>
    /// <param name="split">Where the lists come from.</param>
    /// <param name="shown">(N): how often each movie was shown.</param>
    /// <param name="diversity">Of each list with at least two movies; see <see cref="DiversityOf"/>.</param>
    internal static ListStatistics Of(EvaluationSplit split, int[] shown, IReadOnlyList<double> diversity)
    {
        RatingTable train = split.Train.Ratings;
        double[] counts = [.. Enumerable.Range(0, shown.Length).Select(row => (double)train.PositionsOfMovie(row).Length)];
        int[] ranked = [.. Enumerable.Range(0, shown.Length).Where(row => split.IsRanked[row])];
        double total = Math.Max(1, shown.Sum(count => (double)count));
        return new ListStatistics
        {
            Coverage = (double)ranked.Count(row => shown[row] > 0) / Math.Max(1, ranked.Length),
            Gini = GiniOf([.. ranked.Select(row => (double)shown[row])]),
            Novelty = Enumerable.Range(0, shown.Length).Sum(row => -shown[row] * Math.Log2((counts[row] + 1) / (train.UserCount + 1))) / total,
            Diversity = diversity.DefaultIfEmpty(0).Average(),
            Popularity = Enumerable.Range(0, shown.Length).Sum(row => shown[row] * counts[row]) / total,
            ShareByPopularity = [.. GroupByPopularity(counts, shown).Select(count => count / total)],
        };
    }

    /// <summary>Gini coefficient of values of at least 0: Σ (2i − n − 1) x_i / (n Σ x), x ascending, i from 1. 0 when all are 0.</summary>
    internal static double GiniOf(double[] values)
    {
        Array.Sort(values);
        double weighted = 0;
        for (int i = 0; i < values.Length; i++)
        {
            weighted += ((2 * (i + 1)) - values.Length - 1) * values[i];
        }

        double sum = TensorPrimitives.Sum<double>(values);
        return sum == 0 ? 0 : weighted / (values.Length * sum);
    }

    /// <summary>Mean of 1 − Jaccard similarity of the genres over all pairs of a list of at least two movies.</summary>
    internal static double DiversityOf(ReadOnlySpan<int> list, MovieCatalog movies)
    {
        double sum = 0;
        for (int i = 0; i < list.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                sum += 1 - Jaccard(movies.GenreIndexes(list[i]), movies.GenreIndexes(list[j]));
            }
        }

        return sum / (list.Length * (list.Length - 1) / 2.0);
    }

    private static double Jaccard(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        int common = 0;
        foreach (byte genre in x)
        {
            common += y.Contains(genre) ? 1 : 0;
        }

        return x.Length + y.Length == 0 ? 0 : (double)common / (x.Length + y.Length - common);
    }

    private static double[] GroupByPopularity(double[] counts, int[] shown)
    {
        double[] groups = new double[10];
        double total = Math.Max(1, counts.Sum());
        double before = 0;
        foreach (int row in Enumerable.Range(0, counts.Length).OrderByDescending(row => counts[row]))
        {
            groups[Math.Min(9, (int)(10 * before / total))] += shown[row];
            before += counts[row];
        }

        return groups;
    }
}
