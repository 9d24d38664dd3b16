using SparrowRecSys.Catalog;

namespace SparrowRecSys.Evaluation;

/// <summary>
/// Each user's interactions are divided at random: 80 % are learned from, 10 % are for the validation, 10 % are the test. In the test the
/// validation's movies are masked too, as in RecBole. Knows no time, so it flatters: see <see cref="TemporalProtocol"/>.
/// </summary>
internal static class RatioProtocol
{
    private enum Part : byte
    {
        Train,
        Validation,
        Test,
    }

    public static EvaluationSplit Split(DataSet interactions, ProtocolOptions options)
    {
        RatingTable ratings = interactions.Ratings;
        Part[] parts = Divide(ratings, new Random(options.Seed));
        var train = new RatingTableBuilder(ratings.MovieCount, ratings.Count);
        for (int i = 0; i < ratings.Count; i++)
        {
            if (parts[i] == Part.Train)
            {
                train.Add(ratings.UserIds[ratings.UserRows[i]], ratings.MovieRows[i], ratings.HalfStars[i], ratings.Timestamps[i]);
            }
        }

        DataSet training = interactions with { Ratings = train.Build() };
        EvaluationSplit Create(Part tested, Func<EvaluationSplit> validation) => new()
        {
            Protocol = Protocols.Ratio,
            Train = training,
            Cases = CreateCases(ratings, training.Ratings, parts, tested),
            IsRanked = Protocols.Ranked(interactions, options),
            ForValidation = validation,
        };
        return Create(Part.Test, () => Create(Part.Validation, () => throw new InvalidOperationException("A validation has no validation of its own.")));
    }

    /// <summary>A tenth of a user's interactions, rounded down, is the test and as many the validation; at least one each while one is left to learn from.</summary>
    private static Part[] Divide(RatingTable ratings, Random random)
    {
        var parts = new Part[ratings.Count];
        int start = 0;
        for (int userRow = 0; userRow < ratings.UserCount; userRow++)
        {
            int count = ratings.OfUser(userRow).Count;
            int test = count < 2 ? 0 : Math.Max(1, count / 10);
            int validation = count < 3 ? 0 : Math.Max(1, count / 10);
            Span<Part> own = parts.AsSpan(start, count);
            own[..test].Fill(Part.Test);
            own.Slice(test, validation).Fill(Part.Validation);
            random.Shuffle(own);
            start += count;
        }

        return parts;
    }

    private static List<TestCase> CreateCases(RatingTable ratings, RatingTable train, Part[] parts, Part tested)
    {
        var cases = new List<TestCase>();
        int start = 0;
        for (int userRow = 0; userRow < ratings.UserCount; userRow++)
        {
            int[] movies = ratings.OfUser(userRow).MovieRows.ToArray();
            int first = start;
            int[] RowsOf(Part part) => [.. Enumerable.Range(0, movies.Length).Where(i => parts[first + i] == part).Select(i => movies[i]).Order()];
            int[] relevant = RowsOf(tested);
            if (relevant.Length > 0)
            {
                int userId = ratings.UserIds[userRow];
                (int[] rows, byte[] halfStars) = TestCase.HistoryOf(train.OfUser(train.FindUserRow(userId)));
                cases.Add(new TestCase
                {
                    UserId = userId,
                    HistoryRows = rows,
                    HistoryHalfStars = halfStars,
                    MaskedRows = tested == Part.Test ? RowsOf(Part.Validation) : [],
                    RelevantRows = relevant,
                });
            }

            start += movies.Length;
        }

        return cases;
    }
}
