using SparrowRecSys.Catalog;

namespace SparrowRecSys.Evaluation;

/// <summary>Interactions split into what models may learn from and what they are tested on. Immutable.</summary>
public sealed record EvaluationSplit
{
    /// <summary>Name of the protocol, such as <c>temporal</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>The data that models may learn from; all its ratings are interactions.</summary>
    public required DataSet Train { get; init; }

    /// <summary>By ascending user id; at most one a user.</summary>
    public required IReadOnlyList<TestCase> Cases { get; init; }

    /// <summary>By catalog row: whether the movie is ranked. Without a core filter all are.</summary>
    public required bool[] IsRanked { get; init; }

    /// <summary>Where one moment divides training and test: the time of the last training interaction. Else <see langword="null"/>.</summary>
    public uint? SplitTime { get; init; }

    /// <summary>Negatives drawn for each test; 0: the relevant movies are ranked among all.</summary>
    public int SampledNegatives { get; init; }

    /// <summary>Splits the training part once more, for choosing options: nothing of it lies in the test.</summary>
    public required Func<EvaluationSplit> ForValidation { get; init; }

    /// <summary>The same split with some of its cases.</summary>
    public EvaluationSplit Where(Func<TestCase, bool> keep) => this with { Cases = [.. Cases.Where(keep)] };

    /// <summary>
    /// Only the relevant movies that nobody has interacted with in training: what only their content can tell. Cases without such a movie are
    /// left out.
    /// </summary>
    /// <param name="amongThemselves">Whether they are ranked among such movies only, instead of among all.</param>
    public EvaluationSplit ColdMovies(bool amongThemselves)
    {
        RatingTable train = Train.Ratings;
        bool[] isCold = [.. Enumerable.Range(0, train.MovieCount).Select(row => train.PositionsOfMovie(row).IsEmpty)];
        TestCase[] cases = [..
            from test in Cases
            let relevant = Array.FindAll(test.RelevantRows, row => isCold[row])
            where relevant.Length > 0
            select test with { RelevantRows = relevant, MaskedRows = [.. test.MaskedRows, .. test.RelevantRows.Except(relevant)] }];
        return this with { Cases = cases, IsRanked = amongThemselves ? [.. IsRanked.Zip(isCold, (ranked, cold) => ranked && cold)] : IsRanked };
    }

    /// <summary>All ratings of some data but those of the test: for what learns from more than the interactions of <see cref="Train"/>.</summary>
    public DataSet WithoutTest(DataSet data)
    {
        Dictionary<int, TestCase> caseOfUser = Cases.ToDictionary(test => test.UserId);
        RatingTable all = data.Ratings;
        var kept = new RatingTableBuilder(all.MovieCount, all.Count);
        for (int i = 0; i < all.Count; i++)
        {
            int userId = all.UserIds[all.UserRows[i]];
            if (!caseOfUser.TryGetValue(userId, out TestCase? test) || Array.BinarySearch(test.RelevantRows, all.MovieRows[i]) < 0)
            {
                kept.Add(userId, all.MovieRows[i], all.HalfStars[i], all.Timestamps[i]);
            }
        }

        return data with { Ratings = kept.Build() };
    }
}
