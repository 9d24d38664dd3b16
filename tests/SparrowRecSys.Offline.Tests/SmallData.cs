using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Tests;

/// <summary>Data sets made in memory. Movie ids are 10, 20, 30, ...; user ids start at 1; time is the position, in seconds.</summary>
internal static class SmallData
{
    public static DataSet Of(int movieCount, IEnumerable<(int UserId, int MovieRow, byte HalfStars)> ratings)
    {
        var movies = new MovieCatalog(Enumerable.Range(1, movieCount).Select(i => new Movie { MovieId = i * 10, Title = $"M{i}", DisplayTitle = $"M{i}" }));
        var builder = new RatingTableBuilder(movieCount);
        uint time = 1000;
        foreach ((int userId, int movieRow, byte halfStars) in ratings)
        {
            builder.Add(userId, movieRow, halfStars, time++);
        }

        return new DataSet
        {
            Directory = "memory",
            Layout = "latest",
            Movies = movies,
            Ratings = builder.Build(),
            Hash = "0123456789abcdef",
            IsSimulated = true,
            Report = new DataReport([]),
        };
    }

    /// <summary>
    /// A checkerboard: users like movies of their own parity and dislike the others. Each user's own movie (row = user modulo the number of movies) is
    /// withheld. In a fixed random order of time.
    /// </summary>
    public static DataSet Checkerboard(int userCount, int movieCount)
    {
        (int, int, byte)[] ratings =
        [
            .. Enumerable.Range(1, userCount).SelectMany(user => Enumerable.Range(0, movieCount)
                .Where(movie => movie != user % movieCount)
                .Select(movie => (user, movie, (byte)(user % 2 == movie % 2 ? 10 : 2)))),
        ];
        new Random(1).Shuffle(ratings);
        return Of(movieCount, ratings);
    }

    /// <summary>Ratings that nothing explains.</summary>
    public static DataSet RandomLabels(int userCount, int movieCount, int ratingCount)
    {
        var random = new Random(2);
        return Of(movieCount, Enumerable.Range(0, ratingCount)
            .Select(_ => (random.Next(1, userCount + 1), random.Next(movieCount), (byte)(random.Next(2) == 0 ? 10 : 2))));
    }
}
