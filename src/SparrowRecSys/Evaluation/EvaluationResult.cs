namespace SparrowRecSys.Evaluation;

/// <summary>Quality of one scorer over the cases of a split. Immutable.</summary>
public sealed record EvaluationResult
{
    /// <summary>Name of the scorer.</summary>
    public required string Name { get; init; }

    /// <summary>U, tested users.</summary>
    public required int Users { get; init; }

    /// <summary>Users about whom the scorer had nothing to say; they count as misses.</summary>
    public required int SilentUsers { get; init; }

    /// <summary>Names such as <c>NDCG@10</c>, with <c>(99 sampled)</c> behind them where negatives were sampled.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>A mean over users with its interval for each of <see cref="Metrics"/>.</summary>
    public required IReadOnlyList<MetricEstimate> Estimates { get; init; }

    /// <summary>(metrics)(U): the values that the means are of, in the order of the split's cases.</summary>
    public required IReadOnlyList<double[]> PerUser { get; init; }

    /// <summary>What the lists are like.</summary>
    public required ListStatistics Lists { get; init; }

    /// <summary>Seconds for scoring, ranking and intervals.</summary>
    public required double Seconds { get; init; }

    /// <summary>The estimate of a metric.</summary>
    /// <exception cref="ArgumentException">It was not measured.</exception>
    public MetricEstimate this[string metric] => Estimates[IndexOf(metric)];

    /// <summary>
    /// Mean over users of this scorer's value less another's, with the interval of the difference: the users are the same, so it is narrower
    /// than the two intervals suggest. When 0 lies within, the two are level.
    /// </summary>
    public MetricEstimate DifferenceTo(EvaluationResult other, string metric, int seed = 1)
    {
        double[] own = PerUser[IndexOf(metric)];
        double[] others = other.PerUser[other.IndexOf(metric)];
        return Bootstrap.Estimate([[.. own.Zip(others, (x, y) => x - y)]], seed)[0];
    }

    /// <summary>The estimate of a metric over some of the users.</summary>
    /// <param name="metric">One of <see cref="Metrics"/>.</param>
    /// <param name="cases">Positions of the users in <see cref="PerUser"/>.</param>
    /// <param name="seed">Of the interval.</param>
    /// <exception cref="ArgumentException">It was not measured.</exception>
    public MetricEstimate EstimateOver(string metric, IReadOnlyList<int> cases, int seed = 1)
    {
        double[] values = PerUser[IndexOf(metric)];
        return Bootstrap.Estimate([[.. cases.Select(user => values[user])]], seed)[0];
    }

    private int IndexOf(string metric)
    {
        for (int i = 0; i < Metrics.Count; i++)
        {
            if (Metrics[i] == metric)
            {
                return i;
            }
        }

        throw new ArgumentException($"'{metric}' was not measured; measured were {string.Join(", ", Metrics)}.", nameof(metric));
    }
}
