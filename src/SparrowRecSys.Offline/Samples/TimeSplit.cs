using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Samples;

/// <summary>
/// Ratings cut by one clock for all users: the first 80 % of time-ordered ratings to train, the next 10 % to validate, the last 10 % to test.
/// </summary>
/// <remarks>Ratings of the same second stay together, so the shares may be a little off.</remarks>
/// <param name="Train">Earlier than <paramref name="ValidationFrom"/>.</param>
/// <param name="Validation">From <paramref name="ValidationFrom"/>, earlier than <paramref name="TestFrom"/>.</param>
/// <param name="Test">From <paramref name="TestFrom"/>.</param>
/// <param name="ValidationFrom">Seconds since 1970-01-01 UTC.</param>
/// <param name="TestFrom">Seconds since 1970-01-01 UTC.</param>
internal sealed record TimeSplit(RatingSamples Train, RatingSamples Validation, RatingSamples Test, uint ValidationFrom, uint TestFrom)
{
    public const double TrainShare = 0.8;
    public const double ValidationShare = 0.1;

    /// <exception cref="InvalidDataException">A part would be empty.</exception>
    public static TimeSplit Of(RatingTable ratings)
    {
        if (ratings.Count == 0)
        {
            throw new InvalidDataException("Found no rating, expected some to train on.");
        }

        uint[] times = ratings.Timestamps.ToArray();
        Array.Sort(times);
        uint validationFrom = times[(int)(times.Length * TrainShare)];
        uint testFrom = times[(int)(times.Length * (TrainShare + ValidationShare))];
        List<int> train = [];
        List<int> validation = [];
        List<int> test = [];
        for (int i = 0; i < ratings.Count; i++)
        {
            uint time = ratings.Timestamps[i];
            (time < validationFrom ? train : time < testFrom ? validation : test).Add(i);
        }

        return train.Count > 0 && validation.Count > 0
            ? new TimeSplit(RatingSamples.At(ratings, train), RatingSamples.At(ratings, validation), RatingSamples.At(ratings, test), validationFrom, testFrom)
            : throw new InvalidDataException(
                $"Found {train.Count} ratings to train on and {validation.Count} to validate among {ratings.Count}, expected timestamps that can be split by time.");
    }
}
