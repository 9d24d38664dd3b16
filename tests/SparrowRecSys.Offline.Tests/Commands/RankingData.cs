using System.Globalization;
using System.Text;

namespace SparrowRecSys.Offline.Tests.Commands;

/// <summary>A data folder for rankers: users like one of two genres, films are good or bad, and a fifth of the ratings is chance.</summary>
internal static class RankingData
{
    public const int Movies = 300;

    public static void Write(string folder, int users = 240, int ratingsOfUser = 40)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllLines(
            Path.Combine(folder, "movies.csv"),
            ["movieId,title,genres", .. Enumerable.Range(1, Movies).Select(movie => $"{movie},Film {movie} (2000),{(movie % 2 == 0 ? "Drama" : "Comedy")}")]);
        var random = new Random(1);
        int[] movies = [.. Enumerable.Range(1, Movies)];
        var lines = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int user = 1; user <= users; user++)
        {
            random.Shuffle(movies);
            foreach (int movie in movies.AsSpan(0, ratingsOfUser))
            {
                double liking = (movie % 2 == user % 2 ? 1 : -1) + (movie % 5 == 0 ? 1 : -0.5) + (user % 7 == 0 ? 1 : 0) + (2 * random.NextDouble()) - 1;
                lines.Append(CultureInfo.InvariantCulture, $"{user},{movie},{(liking > 0 ? 4.5 : 2.5):0.0},{1_000_000 + (user * 300) + random.Next(60_000)}\n");
            }
        }

        File.WriteAllText(Path.Combine(folder, "ratings.csv"), lines.ToString());
    }
}
