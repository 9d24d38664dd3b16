using SparrowRecSys.Features;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Server.Api;

/// <summary>
/// Says in stars what a ranker thinks of a movie for a user. A score only orders movies, so a line is fitted through the
/// user's own ratings: stars = baseline + slope · (score - mean score), slope at least 0, shrunk where ratings are few. The baseline is the
/// movie's damped mean plus what the user usually gives above or below it. Thread-safe.
/// </summary>
internal sealed class RatingPredictor(FeatureStore features, MoviePopularity popularity)
{
    private const double PriorRatings = 10; // so many ratings weigh as much as the assumption that user and ranker add nothing

    /// <summary>Null for a user about whom neither the ranker nor those that stand in for it have anything personal to say.</summary>
    public PredictedResponse? Predict(UserState user, int movieRow, RankerChain rankers, string ranker)
    {
        int[] rows = [.. user.Ratings.MovieRows, movieRow];
        float[] scores = new float[rows.Length];
        RankerOutcome outcome = rankers.Score(ranker, user, rows, scores);
        if (user.IsNew || outcome.Name is PopularityRanker.RankerName or RankerChain.NoRanker)
        {
            return null;
        }

        double stars = Fit(user, rows, scores);
        return new PredictedResponse(Math.Round(Math.Clamp(stars, 0.5, 5), 1), outcome.Name);
    }

    private double Fit(UserState user, int[] rows, float[] scores)
    {
        int count = user.Ratings.Count;
        double[] residuals = new double[count];
        (double bias, double meanScore) = (0, 0);
        for (int i = 0; i < count; i++)
        {
            residuals[i] = (user.Ratings.HalfStars[i] / 2.0) - MeanOf(rows[i]);
            bias += residuals[i] / (count + PriorRatings);
            meanScore += scores[i] / (double)count;
        }

        (double covariance, double variance) = (0, 0);
        for (int i = 0; i < count; i++)
        {
            double distance = scores[i] - meanScore;
            covariance += distance * (residuals[i] - bias);
            variance += distance * distance;
        }

        double slope = variance <= 0 ? 0 : Math.Max(0, covariance) / (variance * (1 + (PriorRatings / count)));
        return MeanOf(rows[^1]) + bias + (slope * (scores[^1] - meanScore));
    }

    private double MeanOf(int row) => features.OfMovie(row).DampedMean(popularity.MeanRating, MoviePopularity.PriorCount);
}
