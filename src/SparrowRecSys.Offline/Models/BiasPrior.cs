using SparrowRecSys.Features;
using SparrowRecSys.Offline.Samples;

namespace SparrowRecSys.Offline.Models;

/// <summary>What can be known of users and movies without a network: damped log-odds, on which the network builds. Immutable.</summary>
/// <remarks>
/// b = logit p, the base rate; movie: logit((positives + k p) / (count + k)) − b; user: the same against the mean probability that the
/// movies alone give the user's ratings. k = 10 ratings as they are on average, so a rare id starts near 0.
/// </remarks>
/// <param name="Base">Log-odds of a positive.</param>
/// <param name="Users">(U + 1), in logits, by row of the user embedding; 0 for the unknown user. Empty when the samples do not say which user.</param>
/// <param name="Movies">(M + 1), in logits, by row of the movie embedding; 0 for the unknown movie. Likewise.</param>
internal sealed record BiasPrior(float Base, float[] Users, float[] Movies)
{
    private const double PriorCount = 10; // best of 5, 10 and 20 on the validation ratings of ml-latest-small

    /// <param name="samples">The training samples; both labels occur.</param>
    public static BiasPrior Of(SampleTable samples)
    {
        FeatureVocabularies vocabularies = samples.Vocabularies;
        double baseRate = samples.PositiveShare;
        FeatureSchema schema = samples.Schema;
        if (schema.Find(FeatureNames.UserId) is not { } user || schema.Find(FeatureNames.MovieId) is not { } movie)
        {
            return new BiasPrior((float)Logit(baseRate), [], []);
        }

        int[] userRows = Column(samples.Ids(user.Block), schema.Width(user.Block), user.Offset);
        int[] movieRows = Column(samples.Ids(movie.Block), schema.Width(movie.Block), movie.Offset);
        double[] expected = new double[samples.Count];
        Array.Fill(expected, baseRate);
        float[] movieBiases = LogOddsOver(expected, movieRows, samples.Labels, vocabularies.RowCount(FeatureKind.MovieId));
        for (int i = 0; i < expected.Length; i++)
        {
            expected[i] = 1 / (1 + Math.Exp(-(Logit(baseRate) + movieBiases[movieRows[i]])));
        }

        return new BiasPrior((float)Logit(baseRate), LogOddsOver(expected, userRows, samples.Labels, vocabularies.RowCount(FeatureKind.UserId)), movieBiases);
    }

    private static int[] Column(ReadOnlySpan<int> block, int width, int offset)
    {
        int[] column = new int[block.Length / width];
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = block[(i * width) + offset];
        }

        return column;
    }

    /// <summary>For each row: how much more often than expected its samples are positive, in logits.</summary>
    private static float[] LogOddsOver(double[] expected, int[] rows, ReadOnlySpan<bool> labels, int rowCount)
    {
        int[] counts = new int[rowCount];
        int[] positives = new int[rowCount];
        double[] expectedSums = new double[rowCount];
        for (int i = 0; i < rows.Length; i++)
        {
            counts[rows[i]]++;
            positives[rows[i]] += labels[i] ? 1 : 0;
            expectedSums[rows[i]] += expected[i];
        }

        float[] biases = new float[rowCount];
        for (int row = 0; row < rowCount; row++)
        {
            if (counts[row] > 0)
            {
                double mean = expectedSums[row] / counts[row];
                biases[row] = (float)(Logit((positives[row] + (PriorCount * mean)) / (counts[row] + PriorCount)) - Logit(mean));
            }
        }

        return biases;
    }

    private static double Logit(double probability) => Math.Log(probability / (1 - probability));
}
