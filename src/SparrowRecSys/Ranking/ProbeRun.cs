namespace SparrowRecSys.Ranking;

/// <summary>Scores the probe of a model again: the trainer after it has written the graph, and whoever loads it.</summary>
public static class ProbeRun
{
    /// <summary>Largest absolute difference between the probe's scores and the graph's; NaN when one is not a number.</summary>
    /// <param name="probe">At least one user, at most <see cref="ScoringBuffer.Capacity"/> movies.</param>
    /// <param name="scorer">The graph.</param>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">An id is out of the range of its embedding.</exception>
    public static double LargestDifference(ModelProbe probe, OnnxScorer scorer)
    {
        ScoringBuffer buffer = scorer.Rent();
        try
        {
            float[] scores = new float[probe.Movies];
            double largest = 0;
            for (int u = 0; u < probe.Users; u++)
            {
                CopyRow(probe.UserIds, probe.Users, u, buffer.UserIds);
                CopyRow(probe.UserNumbers, probe.Users, u, buffer.UserNumbers);
                CopyRow(probe.MovieIds, probe.Users, u, buffer.MovieIds);
                CopyRow(probe.MovieNumbers, probe.Users, u, buffer.MovieNumbers);
                scorer.Run(buffer, probe.Movies, scores);
                for (int i = 0; i < scores.Length; i++)
                {
                    double difference = Math.Abs((double)scores[i] - probe.Scores[(u * scores.Length) + i]);
                    largest = double.IsNaN(difference) ? difference : Math.Max(largest, difference);
                }
            }

            return largest;
        }
        finally
        {
            scorer.Return(buffer);
        }
    }

    private static void CopyRow<T>(IReadOnlyList<T> values, int rows, int row, Span<T> target)
    {
        int length = values.Count / rows;
        for (int i = 0; i < length; i++)
        {
            target[i] = values[(row * length) + i];
        }
    }
}
