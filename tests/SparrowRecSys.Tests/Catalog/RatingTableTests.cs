using CsCheck;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Tests.Catalog;

public sealed class RatingTableTests
{
    private const int MovieCount = 7;

    private static readonly Gen<Added[]> Ratings =
        Gen.Select(Gen.Int[1, 9], Gen.Int[0, MovieCount - 1], Gen.Int[1, 10], Gen.Int[0, 5], (user, movie, score, time) => new Added(user * 100_000, movie, (byte)score, (uint)time))
            .Array[0, 60];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_table_answers_as_the_plain_list_does_in_files_sorted_by_user_and_not(bool isSorted) => Ratings.Sample(file =>
    {
        Added[] added = isSorted ? [.. file.OrderBy(rating => rating.UserId)] : file;
        Added[] kept = [.. added.Where((rating, i) => !added.Skip(i + 1).Any(later => (later.UserId, later.MovieRow) == (rating.UserId, rating.MovieRow)))];

        RatingTable table = Build(added, capacity: 3);

        int[] users = [.. kept.Select(rating => rating.UserId).Distinct().Order()];
        Assert.Equal((kept.Length, users.Length, MovieCount), (table.Count, table.UserCount, table.MovieCount));
        Assert.Equal(users, table.UserIds.ToArray());
        Assert.Equal(kept.OrderBy(rating => rating.UserId), users.SelectMany((_, row) => OfUser(table, row)));
        Assert.Equal(kept.OrderBy(rating => rating.MovieRow), Enumerable.Range(0, MovieCount).SelectMany(row => OfMovie(table, row)));
        Assert.Equal(users.Select((_, row) => row), users.Select(table.FindUserRow));
        Assert.Equal(-1, table.FindUserRow(5));
    });

    [Fact]
    public void Superseded_ratings_are_named_by_their_order_of_adding() => Ratings.Sample(added =>
    {
        var builder = NewBuilder(added, capacity: 0);
        builder.Build();

        var expected = added
            .Select((rating, i) => (rating, i, later: Array.FindIndex(added, i + 1, other => (other.UserId, other.MovieRow) == (rating.UserId, rating.MovieRow))))
            .Where(x => x.later >= 0)
            .Select(x => new SupersededRating(x.i, x.later, x.rating.UserId, x.rating.MovieRow, x.rating.HalfStars, x.rating.Timestamp));
        Assert.Equal(expected, builder.Superseded.OrderBy(rating => rating.Position));
    });

    [Fact]
    public void Ordering_by_time_keeps_the_file_order_of_equal_times() => Ratings.Sample(added =>
    {
        RatingTable table = Build(added, capacity: 60);
        for (int row = 0; row < table.UserCount; row++)
        {
            RatingSlice slice = table.OfUser(row);
            uint[] times = slice.Timestamps.ToArray();

            Assert.Equal(Enumerable.Range(0, slice.Count).OrderBy(i => times[i]), slice.OrderByTime());
        }
    });

    [Fact]
    public void A_table_without_ratings_knows_its_movies()
    {
        RatingTable table = Build([], capacity: 0);

        Assert.Equal((0, 0, MovieCount), (table.Count, table.UserCount, table.MovieCount));
        Assert.Empty(table.PositionsOfMovie(3).ToArray());
    }

    private static RatingTable Build(Added[] added, int capacity) => NewBuilder(added, capacity).Build();

    private static RatingTableBuilder NewBuilder(Added[] added, int capacity)
    {
        var builder = new RatingTableBuilder(MovieCount, capacity);
        foreach (Added rating in added)
        {
            builder.Add(rating.UserId, rating.MovieRow, rating.HalfStars, rating.Timestamp);
        }

        return builder;
    }

    private static Added[] OfUser(RatingTable table, int row)
    {
        RatingSlice slice = table.OfUser(row);
        var ratings = new Added[slice.Count];
        for (int i = 0; i < ratings.Length; i++)
        {
            ratings[i] = new Added(table.UserIds[row], slice.MovieRows[i], slice.HalfStars[i], slice.Timestamps[i]);
        }

        return ratings;
    }

    private static Added[] OfMovie(RatingTable table, int movieRow) =>
        Array.ConvertAll(table.PositionsOfMovie(movieRow).ToArray(), position =>
            new Added(table.UserIds[table.UserRows[position]], table.MovieRows[position], table.HalfStars[position], table.Timestamps[position]));

    private sealed record Added(int UserId, int MovieRow, byte HalfStars, uint Timestamp);
}
