using SparrowRecSys.Catalog;

namespace SparrowRecSys.Evaluation;

/// <summary>
/// One moment divides all interactions: the first 80 % are learned from, what comes later is the test, as when a model is trained today and
/// serves tomorrow. Interactions of the same second stay together, in training.
/// </summary>
internal static class TemporalProtocol
{
    public static EvaluationSplit Split(DataSet interactions, ProtocolOptions options)
    {
        RatingTable ratings = interactions.Ratings;
        uint splitTime = FindSplitTime(ratings, options.TrainShare);
        var train = new RatingTableBuilder(ratings.MovieCount, ratings.Count);
        var cases = new List<TestCase>();
        for (int userRow = 0; userRow < ratings.UserCount; userRow++)
        {
            RatingSlice slice = ratings.OfUser(userRow);
            foreach (int i in Enumerable.Range(0, slice.Count).Where(i => slice.Timestamps[i] <= splitTime))
            {
                train.Add(ratings.UserIds[userRow], slice.MovieRows[i], slice.HalfStars[i], slice.Timestamps[i]);
            }

            if (CreateCase(ratings.UserIds[userRow], slice, splitTime, options) is { } test)
            {
                cases.Add(test);
            }
        }

        DataSet training = interactions with { Ratings = train.Build() };
        return new EvaluationSplit
        {
            Protocol = Protocols.Temporal,
            Train = training,
            Cases = cases,
            IsRanked = Protocols.Ranked(interactions, options),
            SplitTime = splitTime,
            ForValidation = () => Split(training, options),
        };
    }

    private static uint FindSplitTime(RatingTable ratings, double trainShare)
    {
        uint[] times = ratings.Timestamps.ToArray();
        Array.Sort(times);
        return times.Length == 0 ? 0 : times[Math.Max(0, (int)(trainShare * times.Length) - 1)];
    }

    private static TestCase? CreateCase(int userId, RatingSlice slice, uint splitTime, ProtocolOptions options)
    {
        (int[] rows, byte[] halfStars) = TestCase.HistoryOf(slice);
        int later = 0; // the history is newest first, so the test stands before what was learned from
        foreach (uint time in slice.Timestamps)
        {
            later += time > splitTime ? 1 : 0;
        }

        return later == 0 ? null : new TestCase
        {
            UserId = userId,
            HistoryRows = rows[later..],
            HistoryHalfStars = halfStars[later..],
            RelevantRows = [.. rows[..later].Order()],
            TestTime = FirstAfter(slice.Timestamps, splitTime),
            IsWarm = rows.Length - later >= options.WarmInteractions,
        };
    }

    private static uint FirstAfter(ReadOnlySpan<uint> times, uint splitTime)
    {
        uint first = uint.MaxValue;
        foreach (uint time in times)
        {
            first = time > splitTime ? Math.Min(first, time) : first;
        }

        return first;
    }
}
