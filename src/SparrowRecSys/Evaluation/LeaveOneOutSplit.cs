using SparrowRecSys.Catalog;

namespace SparrowRecSys.Evaluation;

/// <summary>One user's held-out movie.</summary>
/// <param name="UserRow">Row of the user in the training table.</param>
/// <param name="MovieRow">Catalog row of the user's last positive movie, whose rating is not in the training table.</param>
public readonly record struct HeldOutMovie(int UserRow, int MovieRow);

/// <summary>
/// Ratings without each user's last positive one (ties in time: the last of the file), which is the test. Splitting
/// <see cref="Train"/> once more gives the validation set: its test is the second-last positive movie. Immutable.
/// </summary>
/// <remarks>A user with fewer than two positive movies stays in the training table whole and is not tested.</remarks>
public sealed class LeaveOneOutSplit
{
    private LeaveOneOutSplit(RatingTable train, HeldOutMovie[] heldOut) => (Train, HeldOut) = (train, heldOut);

    /// <summary>All ratings but the held-out ones.</summary>
    public RatingTable Train { get; }

    /// <summary>One entry for each tested user, by ascending user row.</summary>
    public IReadOnlyList<HeldOutMovie> HeldOut { get; }

    public static LeaveOneOutSplit Create(RatingTable ratings)
    {
        var train = new RatingTableBuilder(ratings.MovieCount, ratings.Count);
        var heldOut = new List<(int UserId, int MovieRow)>();
        for (int userRow = 0; userRow < ratings.UserCount; userRow++)
        {
            RatingSlice slice = ratings.OfUser(userRow);
            int last = FindLastPositive(slice);
            for (int i = 0; i < slice.Count; i++)
            {
                if (i != last)
                {
                    train.Add(ratings.UserIds[userRow], slice.MovieRows[i], slice.HalfStars[i], slice.Timestamps[i]);
                }
            }

            if (last >= 0)
            {
                heldOut.Add((ratings.UserIds[userRow], slice.MovieRows[last]));
            }
        }

        RatingTable table = train.Build();
        return new LeaveOneOutSplit(table, [.. heldOut.Select(test => new HeldOutMovie(table.FindUserRow(test.UserId), test.MovieRow))]);
    }

    /// <summary>Position of the last positive rating, or -1 when there are fewer than two.</summary>
    private static int FindLastPositive(RatingSlice slice)
    {
        (int last, int positives) = (-1, 0);
        for (int i = 0; i < slice.Count; i++)
        {
            if (slice.HalfStars[i] >= Rating.PositiveHalfStars)
            {
                positives++;
                last = last < 0 || slice.Timestamps[i] >= slice.Timestamps[last] ? i : last;
            }
        }

        return positives >= 2 ? last : -1;
    }
}
