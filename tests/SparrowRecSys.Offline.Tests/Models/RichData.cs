using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Tests.Models;

/// <summary>A small data set with everything that a network can ask for: genres, years, directors, cast, and users with and without a history.</summary>
internal static class RichData
{
    private static readonly string[] Genres = ["Action", "Comedy", "Drama", "Horror"];

    /// <summary>Users like the genre that is theirs and films that are good. Some users are new at the end, some films are rated only then.</summary>
    public static DataSet Create(int users = 40, int movies = 30, int ratings = 1500)
    {
        var random = new Random(7);
        var catalog = new MovieCatalog(Enumerable.Range(1, movies).Select(i => new Movie
        {
            MovieId = i * 10,
            Title = $"M{i}",
            DisplayTitle = $"M{i}",
            ReleaseYear = i % 7 == 0 ? 0 : 1950 + i,
            Genres = [.. Enumerable.Range(0, (i % 3) + 1).Select(g => Genres[(i + g) % Genres.Length])],
        }));
        var builder = new RatingTableBuilder(movies);
        for (int i = 0; i < ratings; i++)
        {
            int user = 1 + random.Next(users / 2) + (i * users / 2 / ratings);
            int movie = Math.Min(movies - 1, random.Next(movies * 2 / 3) + (i * movies / 3 / ratings));
            bool likes = catalog[movie].Genres.Contains(Genres[user % Genres.Length]) ^ random.Next(5) == 0;
            builder.Add(user, movie, (byte)(likes ? 7 + random.Next(4) : 1 + random.Next(6)), (uint)(1_000_000 + (i * 5000) + random.Next(5000)));
        }

        return SmallData.Of(movies, []) with { Movies = catalog, Ratings = builder.Build() };
    }
}
