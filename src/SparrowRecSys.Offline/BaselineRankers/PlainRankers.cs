using SparrowRecSys.Features;
using SparrowRecSys.Offline.Evaluation.Rankers;
using SparrowRecSys.Offline.Samples;

namespace SparrowRecSys.Offline.BaselineRankers;

/// <summary>What can be said of a pair without learning: counts and averages. A model that does not beat them has learned nothing.</summary>
internal static class PlainRankers
{
    /// <summary>The user's and the movie's damped average, both as of the moment: the strongest rule, and what the others are compared with.</summary>
    public const string AveragesNow = "averagesnow";

    private const double PriorCount = 5; // ratings of average score, as in Baselines

    public static IReadOnlyList<RankerContestant> All { get; } =
    [
        Plain("baserate", "The training samples' share of positives for everybody.", train => samples => Filled(samples.Count, (float)train.PositiveShare), areProbabilities: true),
        Counted("popularity", "Number of the movie's training ratings.", (baselines, samples) => baselines.Popularity(samples)),
        Counted("movieaverage", "Damped mean of the movie's training ratings.", (baselines, samples) => baselines.DampedMovieAverage(samples)),
        Counted("averages", "Sum of the damped means of the user's and of the movie's training ratings.", (baselines, samples) => baselines.UserAndMovieAverage(samples)),
        Plain(AveragesNow, "The same sum as of the moment of the sample, from the features.", train => Averages.Of(train).Score),
    ];

    private static RankerContestant Plain(string name, string help, Func<SampleTable, Func<SampleTable, float[]>> fit, bool areProbabilities = false) =>
        new(name, help, IsSeeded: false, (samples, _, _) => new TrainedRanker(fit(samples.Train)) { AreProbabilities = areProbabilities });

    /// <summary>A rule over counts of the training samples; movies and users that these lack count as unknown.</summary>
    private static RankerContestant Counted(string name, string help, Func<Baselines, RatingSamples, float[]> score) =>
        new(name, help, IsSeeded: false, (samples, _, _) =>
        {
            SampleTable[] parts = [samples.Train, samples.Validation, samples.Test];
            int users = parts.Max(part => RowCount(part.UserRows));
            int movies = Math.Max(samples.Train.Vocabularies.MovieIds.Count, parts.Max(part => RowCount(part.MovieRows)));
            var baselines = new Baselines(Ratings(samples.Train, users, movies), users, movies);
            return new TrainedRanker(table => score(baselines, Ratings(table, users, movies))) { AreProbabilities = false };
        });

    private static RatingSamples Ratings(SampleTable table, int users, int movies) => new(
        Array.ConvertAll(table.UserRows.ToArray(), row => Math.Min(row, users - 1)), Array.ConvertAll(table.MovieRows.ToArray(), row => Math.Min(row, movies - 1)),
        table.Labels.ToArray(), table.HalfStars.ToArray());

    private static int RowCount(ReadOnlySpan<int> rows)
    {
        int most = 0;
        foreach (int row in rows)
        {
            most = Math.Max(most, row + 1);
        }

        return most;
    }

    private static float[] Filled(int count, float value)
    {
        float[] scores = new float[count];
        Array.Fill(scores, value);
        return scores;
    }

    /// <summary>Averages of the features, in stars, pulled to the mean of the training samples where few ratings stand behind them.</summary>
    private sealed record Averages(double UserMean, double MovieMean)
    {
        public static Averages Of(SampleTable train) => new(
            MeanOf(train, FeatureNames.UserAvgRating, FeatureNames.UserRatingCount), MeanOf(train, FeatureNames.MovieAvgRating, FeatureNames.MovieRatingCount));

        public float[] Score(SampleTable samples)
        {
            float[] scores = new float[samples.Count];
            AddDamped(samples, FeatureNames.UserAvgRating, FeatureNames.UserRatingCount, UserMean, scores);
            AddDamped(samples, FeatureNames.MovieAvgRating, FeatureNames.MovieRatingCount, MovieMean, scores);
            return scores;
        }

        private static void AddDamped(SampleTable samples, string average, string count, double prior, float[] scores)
        {
            for (int i = 0; i < scores.Length; i++)
            {
                double weight = samples.Number(count, i);
                scores[i] += (float)(((samples.Number(average, i) * weight) + (prior * PriorCount)) / (weight + PriorCount));
            }
        }

        private static double MeanOf(SampleTable train, string average, string count)
        {
            (double sum, int known) = (0, 0);
            for (int i = 0; i < train.Count; i++)
            {
                if (train.Number(count, i) > 0)
                {
                    (sum, known) = (sum + train.Number(average, i), known + 1);
                }
            }

            return known == 0 ? 0 : sum / known;
        }
    }
}
