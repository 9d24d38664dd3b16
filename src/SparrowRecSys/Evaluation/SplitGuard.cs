using SparrowRecSys.Catalog;

namespace SparrowRecSys.Evaluation;

/// <summary>Refuses splits over which no number would be honest.</summary>
public static class SplitGuard
{
    /// <summary>Looks at every case of a split. O(R + cases · movies of a case).</summary>
    /// <exception cref="InvalidDataException">
    /// A test movie stands in the user's training or history, or twice in the test; training knows interactions later than the test; a user is
    /// tested twice. The message names user, movie and times.
    /// </exception>
    public static void Check(EvaluationSplit split)
    {
        CheckSplitTime(split);
        var tested = new HashSet<int>();
        foreach (TestCase test in split.Cases)
        {
            if (!tested.Add(test.UserId))
            {
                throw Bad(split, $"user {test.UserId} is tested twice, expected each user once");
            }

            CheckMovies(split, test);
            if (split.Protocol is Protocols.LeaveOneOut or Protocols.Ncf)
            {
                CheckOwnTimes(split, test);
            }
        }
    }

    /// <summary>Features and vectors that come from elsewhere must have been learned from nothing but the training part.</summary>
    /// <param name="split">The split that is to be measured.</param>
    /// <param name="name">Name of the features, for the message.</param>
    /// <param name="dataHash">Hash of the data that they were learned from; <see langword="null"/> when nothing is known: then nothing can be refused.</param>
    /// <exception cref="InvalidDataException">They were learned from data that hold the test.</exception>
    public static void CheckFeatures(EvaluationSplit split, string name, string? dataHash)
    {
        if (dataHash is not null && dataHash == split.Train.Hash)
        {
            throw Bad(split, $"'{name}' was learned from the whole data set ({dataHash}), the test included: features that see the future");
        }
    }

    private static void CheckSplitTime(EvaluationSplit split)
    {
        if (split.SplitTime is not { } splitTime)
        {
            return;
        }

        RatingTable train = split.Train.Ratings;
        int late = train.Timestamps.IndexOfAnyInRange(splitTime + 1, uint.MaxValue);
        if (late >= 0)
        {
            throw Bad(split, $"training has an interaction of user {train.UserIds[train.UserRows[late]]} at {train.Timestamps[late]}, expected none after {splitTime}, where the test begins");
        }

        if (split.Cases.FirstOrDefault(test => test.TestTime <= splitTime) is { } early)
        {
            throw Bad(split, $"user {early.UserId} is tested on an interaction at {early.TestTime}, expected none before the end of training at {splitTime}");
        }
    }

    private static void CheckMovies(EvaluationSplit split, TestCase test)
    {
        if (test.RelevantRows.Length == 0)
        {
            throw Bad(split, $"user {test.UserId} is tested on nothing, expected at least one movie");
        }

        HashSet<int> known = [.. test.HistoryRows, .. test.MaskedRows];
        int userRow = split.Train.Ratings.FindUserRow(test.UserId);
        if (userRow >= 0)
        {
            known.UnionWith(split.Train.Ratings.OfUser(userRow).MovieRows.ToArray());
        }

        int last = -1;
        foreach (int row in test.RelevantRows)
        {
            if (known.Contains(row))
            {
                throw Bad(split, $"movie {split.Train.Movies[row].MovieId} of user {test.UserId} is in the test and in training too, expected it in one of them");
            }

            last = row > last ? row : throw Bad(split, $"movie {split.Train.Movies[row].MovieId} of user {test.UserId} is in the test twice or out of order");
        }
    }

    private static void CheckOwnTimes(EvaluationSplit split, TestCase test)
    {
        int userRow = split.Train.Ratings.FindUserRow(test.UserId);
        if (userRow < 0)
        {
            return;
        }

        RatingSlice own = split.Train.Ratings.OfUser(userRow);
        int late = own.Timestamps.IndexOfAnyExceptInRange(0u, test.TestTime);
        if (late >= 0)
        {
            throw Bad(split, $"training has an interaction of user {test.UserId} at {own.Timestamps[late]}, expected none after the test's at {test.TestTime}");
        }
    }

    private static InvalidDataException Bad(EvaluationSplit split, string what) =>
        new($"{split.Train.Directory}, protocol {split.Protocol}: {what}. No number is printed over such data.");
}
