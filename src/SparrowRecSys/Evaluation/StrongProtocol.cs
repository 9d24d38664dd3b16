using SparrowRecSys.Catalog;

namespace SparrowRecSys.Evaluation;

/// <summary>
/// Strong generalisation (Liang et al. 2018, "Variational Autoencoders for Collaborative Filtering"): interactions are ratings of 4 stars and
/// more of users with at least five; the tested users are not in training at all. A model is told 80 % of such a user's movies, drawn at
/// random, and tested on the rest. Only movies that training has seen are ranked.
/// </summary>
internal static class StrongProtocol
{
    public const byte MinHalfStars = 8;

    private const int FewestInteractions = 5;
    private const double ToldShare = 0.8;

    public static EvaluationSplit Split(DataSet interactions, ProtocolOptions options)
    {
        RatingTable ratings = interactions.Ratings;
        int[] users = [.. Enumerable.Range(0, ratings.UserCount).Where(row => ratings.OfUser(row).Count >= FewestInteractions)];
        new Random(options.Seed).Shuffle(users);
        int heldOut = (int)(options.HeldOutUsers * users.Length);
        DataSet training = interactions with { Ratings = Rows(ratings, users[(2 * heldOut)..]) };
        bool[] isRanked = [.. Enumerable.Range(0, ratings.MovieCount).Select(row => !training.Ratings.PositionsOfMovie(row).IsEmpty)];
        EvaluationSplit Create(int[] tested, Func<EvaluationSplit> validation) => new()
        {
            Protocol = Protocols.Strong,
            Train = training,
            Cases = CreateCases(ratings, tested, isRanked, options.Seed),
            IsRanked = isRanked,
            ForValidation = validation,
        };
        return Create(
            users[..heldOut],
            () => Create(users[heldOut..(2 * heldOut)], () => throw new InvalidOperationException("A validation has no validation of its own.")));
    }

    private static RatingTable Rows(RatingTable ratings, int[] userRows)
    {
        var kept = new RatingTableBuilder(ratings.MovieCount, ratings.Count);
        foreach (int userRow in userRows.Order())
        {
            RatingSlice slice = ratings.OfUser(userRow);
            for (int i = 0; i < slice.Count; i++)
            {
                kept.Add(ratings.UserIds[userRow], slice.MovieRows[i], slice.HalfStars[i], slice.Timestamps[i]);
            }
        }

        return kept.Build();
    }

    private static List<TestCase> CreateCases(RatingTable ratings, int[] userRows, bool[] isRanked, int seed)
    {
        var cases = new List<TestCase>();
        var random = new Random(seed);
        foreach (int userRow in userRows.Order())
        {
            (int[] rows, byte[] halfStars) = TestCase.HistoryOf(ratings.OfUser(userRow));
            int[] positions = [.. Enumerable.Range(0, rows.Length).Where(i => isRanked[rows[i]])];
            int told = (int)Math.Round(ToldShare * positions.Length);
            random.Shuffle(positions);
            int[] history = [.. positions[..told].Order()];
            if (told < positions.Length)
            {
                cases.Add(new TestCase
                {
                    UserId = ratings.UserIds[userRow],
                    HistoryRows = [.. history.Select(i => rows[i])],
                    HistoryHalfStars = [.. history.Select(i => halfStars[i])],
                    RelevantRows = [.. positions[told..].Select(i => rows[i]).Order()],
                });
            }
        }

        return cases;
    }
}
