using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Tests.Item2Vec;

/// <summary>Small data sets whose right answer is known.</summary>
internal static class TinyData
{
    private const byte Liked = 9;

    /// <summary>
    /// Movies 0..<paramref name="groups"/> × <paramref name="moviesOfGroup"/>-1, movie m of group m mod groups; each user likes most movies of one
    /// group, in random order. Ids are the rows plus 100.
    /// </summary>
    public static DataSet Groups(int groups, int moviesOfGroup, int users, int seed = 1)
    {
        var random = new Random(seed);
        var ratings = new RatingTableBuilder(groups * moviesOfGroup);
        for (int user = 0; user < users; user++)
        {
            int[] movieRows = [.. Enumerable.Range(0, moviesOfGroup).Select(i => (i * groups) + (user % groups))];
            random.Shuffle(movieRows);
            Like(ratings, user + 1, movieRows.AsSpan(0, (moviesOfGroup * 3 / 4) + 1));
        }

        return Of(groups * moviesOfGroup, ratings);
    }

    /// <summary>User u likes movie m if u + m is even, but for one movie of each user, which is withheld: the user's own number mod the size.</summary>
    public static DataSet Checkerboard(int size)
    {
        var random = new Random(1);
        var ratings = new RatingTableBuilder(size);
        for (int user = 0; user < size; user++)
        {
            int[] movieRows = [.. Enumerable.Range(0, size).Where(movie => (user + movie) % 2 == 0 && movie != user)];
            random.Shuffle(movieRows);
            Like(ratings, user + 1, movieRows);
        }

        return Of(size, ratings);
    }

    public static DataSet Of(int movieCount, RatingTableBuilder ratings) => new()
    {
        Directory = "/nowhere",
        Layout = "latest",
        Movies = new MovieCatalog(Enumerable.Range(0, movieCount).Select(row => new Movie
        {
            MovieId = row + 100,
            Title = $"Movie {row}",
            DisplayTitle = $"Movie {row}",
        })),
        Ratings = ratings.Build(),
        Hash = "0123456789abcdef",
        IsSimulated = true,
        Report = new DataReport([]),
    };

    private static void Like(RatingTableBuilder ratings, int userId, ReadOnlySpan<int> movieRows)
    {
        for (int i = 0; i < movieRows.Length; i++)
        {
            ratings.Add(userId, movieRows[i], Liked, (uint)i);
        }
    }
}
