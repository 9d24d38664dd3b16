using System.Globalization;
using System.Text;

namespace SparrowRecSys.Offline.Tests.Commands;

/// <summary>A data folder for the commands that train and measure: users like one of two kinds of film, most of them often, over some years.</summary>
internal static class RetrievalData
{
    public const int Movies = 40;
    public const int Users = 60;

    /// <param name="folder">Where <c>movies.csv</c> and <c>ratings.csv</c> are written.</param>
    /// <param name="lateMovieShift">Changes which movies are rated after the first 80 % of all ratings, and nothing else.</param>
    public static void Write(string folder, int lateMovieShift = 0)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllLines(
            Path.Combine(folder, "movies.csv"),
            ["movieId,title,genres", .. Enumerable.Range(1, Movies).Select(movie => $"{movie},Film {movie} (2000),{(movie % 2 == 0 ? "Drama" : "Comedy")}")]);
        var random = new Random(1);
        var lines = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int user = 1; user <= Users; user++)
        {
            int[] kind = [.. Enumerable.Range(1, Movies).Where(movie => movie % 2 == user % 2)];
            random.Shuffle(kind);
            for (int i = 0; i < 15; i++)
            {
                // The time is that of the film's place in the history, so the last three of each user come after the first 80 % of all.
                int movie = i < 12 ? kind[i] : kind[12 + ((i - 12 + lateMovieShift) % 8)];
                lines.Append(CultureInfo.InvariantCulture, $"{user},{movie},{3.5 + (0.5 * random.Next(4)):0.0},{(1000 * i) + user}\n");
            }
        }

        File.WriteAllText(Path.Combine(folder, "ratings.csv"), lines.ToString());
    }
}
