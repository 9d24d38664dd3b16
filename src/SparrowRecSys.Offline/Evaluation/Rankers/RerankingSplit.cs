using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>The positives of a data set before and from a moment on, as a split for retrieval.</summary>
internal static class RerankingSplit
{
    /// <summary>Users with a positive on both sides, whose earlier ratings of any kind are left out of what is ranked.</summary>
    /// <param name="data">All ratings.</param>
    /// <param name="from">The moment: seconds since 1970-01-01 UTC.</param>
    public static EvaluationSplit At(DataSet data, uint from)
    {
        RatingTable ratings = data.Ratings;
        var train = new RatingTableBuilder(ratings.MovieCount, ratings.Count);
        var cases = new List<TestCase>();
        for (int userRow = 0; userRow < ratings.UserCount; userRow++)
        {
            RatingSlice slice = ratings.OfUser(userRow);
            int[] order = [.. slice.OrderByTime()];
            int userId = ratings.UserIds[userRow];
            foreach (int i in order.Where(i => IsTold(slice, i, from)))
            {
                train.Add(userId, slice.MovieRows[i], slice.HalfStars[i], slice.Timestamps[i]);
            }

            if (CaseOf(userId, slice, order, from) is { } test)
            {
                cases.Add(test);
            }
        }

        return new EvaluationSplit
        {
            Protocol = Protocols.Temporal,
            Train = data with { Ratings = train.Build() },
            Cases = cases,
            IsRanked = [.. Enumerable.Repeat(true, ratings.MovieCount)],
            SplitTime = from - 1,
            ForValidation = () => throw new NotSupportedException("The list is measured once, on the test."),
        };
    }

    private static TestCase? CaseOf(int userId, RatingSlice slice, int[] order, uint from)
    {
        (uint[] times, int[] rows, byte[] halfStars) = (slice.Timestamps.ToArray(), slice.MovieRows.ToArray(), slice.HalfStars.ToArray());
        int[] told = [.. order.Where(i => IsPositive(halfStars[i]) && times[i] < from).Reverse()]; // the newest first
        int[] masked = [.. order.Where(i => !IsPositive(halfStars[i]) && times[i] < from).Select(i => rows[i])];
        int[] known = [.. told.Select(i => rows[i]), .. masked];
        int[] relevant = [.. order.Where(i => IsPositive(halfStars[i]) && times[i] >= from).Select(i => rows[i]).Except(known).Order()];
        return told.Length == 0 || relevant.Length == 0 ? null : new TestCase
        {
            UserId = userId,
            HistoryRows = [.. told.Select(i => rows[i])],
            HistoryHalfStars = [.. told.Select(i => halfStars[i])],
            MaskedRows = masked,
            RelevantRows = relevant,
            TestTime = order.Where(i => times[i] >= from).Min(i => times[i]),
            IsWarm = told.Length >= RankerSegment.WarmSamples,
        };
    }

    private static bool IsTold(RatingSlice slice, int i, uint from) => IsPositive(slice.HalfStars[i]) && slice.Timestamps[i] < from;

    private static bool IsPositive(byte halfStars) => halfStars >= Rating.PositiveHalfStars;
}
