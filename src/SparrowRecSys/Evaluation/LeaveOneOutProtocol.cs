using SparrowRecSys.Catalog;

namespace SparrowRecSys.Evaluation;

/// <summary>
/// Each user's last interaction is the test (equal times: the last of the file); users with one interaction are not tested. Other users'
/// training interactions may be later: the protocol of the literature, kinder than <see cref="TemporalProtocol"/>.
/// </summary>
internal static class LeaveOneOutProtocol
{
    public static EvaluationSplit Split(DataSet interactions, ProtocolOptions options)
    {
        RatingTable ratings = interactions.Ratings;
        bool[] isRanked = Protocols.Ranked(interactions, options);
        var train = new RatingTableBuilder(ratings.MovieCount, ratings.Count);
        var cases = new List<TestCase>();
        var random = new Random(options.Seed);
        for (int userRow = 0; userRow < ratings.UserCount; userRow++)
        {
            RatingSlice slice = ratings.OfUser(userRow);
            (int[] rows, byte[] halfStars) = TestCase.HistoryOf(slice);
            int held = rows.Length > 1 ? rows[0] : -1;
            for (int i = 0; i < slice.Count; i++)
            {
                if (slice.MovieRows[i] != held)
                {
                    train.Add(ratings.UserIds[userRow], slice.MovieRows[i], slice.HalfStars[i], slice.Timestamps[i]);
                }
            }

            if (held >= 0)
            {
                cases.Add(new TestCase
                {
                    UserId = ratings.UserIds[userRow],
                    HistoryRows = rows[1..],
                    HistoryHalfStars = halfStars[1..],
                    RelevantRows = [held],
                    CandidateRows = options.SampledNegatives == 0 ? null : [.. DrawNegatives(rows, isRanked, options.SampledNegatives, random), held],
                    TestTime = slice.Timestamps[slice.MovieRows.IndexOf(held)],
                });
            }
        }

        DataSet training = interactions with { Ratings = train.Build() };
        return new EvaluationSplit
        {
            Protocol = Protocols.LeaveOneOut,
            Train = training,
            Cases = cases,
            IsRanked = isRanked,
            SampledNegatives = options.SampledNegatives,
            ForValidation = () => Split(training, options),
        };
    }

    /// <summary>Movies that the user never interacted with, each once; fewer than wanted where there are not so many.</summary>
    private static HashSet<int> DrawNegatives(int[] interacted, bool[] isRanked, int wanted, Random random)
    {
        HashSet<int> known = [.. interacted];
        int available = isRanked.Count(ranked => ranked) - known.Count;
        var negatives = new HashSet<int>();
        while (negatives.Count < Math.Min(wanted, available))
        {
            int row = random.Next(isRanked.Length);
            if (isRanked[row] && !known.Contains(row))
            {
                negatives.Add(row);
            }
        }

        return negatives;
    }
}
