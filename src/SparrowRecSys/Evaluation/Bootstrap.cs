using System.Numerics.Tensors;

namespace SparrowRecSys.Evaluation;

/// <summary>
/// 95 % intervals of means over users: users are drawn with replacement a thousand times, and the 2.5 % and 97.5 % quantiles of the means are
/// the interval (Efron 1979). The same users are drawn for all columns, so that differences may be taken. The same seed gives the same result.
/// </summary>
public static class Bootstrap
{
    public const int Resamples = 1000;

    /// <summary>Estimates the mean of each column.</summary>
    /// <param name="columns">Values of the same U users, finite; none may be longer than another.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="threads">Threads at most.</param>
    public static MetricEstimate[] Estimate(IReadOnlyList<double[]> columns, int seed, int threads = 1)
    {
        int users = columns.Count == 0 ? 0 : columns[0].Length;
        if (users == 0)
        {
            return [.. columns.Select(_ => new MetricEstimate(double.NaN, double.NaN, double.NaN))];
        }

        double[][] means = [.. columns.Select(_ => new double[Resamples])];
        Parallel.For(
            0, Resamples, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new double[users],
            (sample, _, weights) =>
            {
                Draw(SeededRandom.Create(seed, sample), weights);
                for (int column = 0; column < means.Length; column++)
                {
                    means[column][sample] = TensorPrimitives.Dot(weights, columns[column]) / users;
                }

                return weights;
            },
            _ => { });
        return [.. columns.Zip(means, ToEstimate)];
    }

    /// <summary>How often each user is drawn.</summary>
    private static void Draw(Random random, double[] weights)
    {
        Array.Clear(weights);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[random.Next(weights.Length)]++;
        }
    }

    private static MetricEstimate ToEstimate(double[] values, double[] means)
    {
        Array.Sort(means);
        return new MetricEstimate(values.Average(), means[(int)(Resamples * 0.025)], means[(int)(Resamples * 0.975)]);
    }
}
