using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Tests.Evaluation;

/// <summary>Small data sets and splits for the tests of the evaluation.</summary>
internal static class SplitData
{
    public static readonly ProtocolOptions Options = new();

    /// <summary>Movies have ids 100 + row and no genre but <c>A</c> for even rows and <c>B</c> for odd ones.</summary>
    public static DataSet Of(int movieCount, params (int UserId, int MovieRow, byte HalfStars, uint Time)[] ratings)
    {
        var builder = new RatingTableBuilder(movieCount);
        foreach ((int userId, int movieRow, byte halfStars, uint time) in ratings)
        {
            builder.Add(userId, movieRow, halfStars, time);
        }

        return new DataSet
        {
            Directory = "/split",
            Layout = "latest",
            Movies = new MovieCatalog(Enumerable.Range(0, movieCount).Select(row => PlantedData.NewMovie(100 + row, [row % 2 == 0 ? "A" : "B"]))),
            Ratings = builder.Build(),
            Hash = "feedfeedfeedfeed",
            IsSimulated = true,
            Report = new DataReport([]),
        };
    }

    /// <summary>Users who each interacted with a random part of the movies at random times.</summary>
    public static DataSet Random(int users, int movies, int ofUser, int seed)
    {
        var random = new Random(seed);
        return Of(movies, [..
            from user in Enumerable.Range(1, users)
            from row in random.GetItems([.. Enumerable.Range(0, movies)], ofUser).Distinct()
            select (user, row, (byte)random.Next(1, 11), (uint)random.Next(1, 1000))]);
    }

    /// <summary>User u (from 1) knows movie 0 and is tested on the given movies.</summary>
    public static EvaluationSplit TestedOn(int movieCount, params int[][] relevantOfUser)
    {
        DataSet train = Of(movieCount, [.. relevantOfUser.Select((_, i) => (i + 1, 0, (byte)8, 1u))]);
        return new EvaluationSplit
        {
            Protocol = Protocols.Ratio,
            Train = train,
            Cases = [.. relevantOfUser.Select((relevant, i) => new TestCase { UserId = i + 1, HistoryRows = [0], HistoryHalfStars = [8], RelevantRows = relevant })],
            IsRanked = [.. Enumerable.Repeat(true, movieCount)],
            ForValidation = () => throw new InvalidOperationException(),
        };
    }

    /// <summary>Everything in a split that a test can compare.</summary>
    public static string Describe(EvaluationSplit split) => string.Join('\n', [
        $"train {string.Join(' ', Enumerable.Range(0, split.Train.Ratings.Count).Select(i => $"{split.Train.Ratings.UserIds[split.Train.Ratings.UserRows[i]]}:{split.Train.Ratings.MovieRows[i]}"))}",
        .. split.Cases.Select(test =>
            $"user {test.UserId} knows {string.Join(' ', test.HistoryRows)}; masked {string.Join(' ', test.MaskedRows)}; right {string.Join(' ', test.RelevantRows)}{(test.IsWarm ? "" : " cold")}")]);
}
