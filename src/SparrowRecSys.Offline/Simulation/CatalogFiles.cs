using System.Text;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Simulation;

/// <summary>Writes a catalog as <c>movies.csv</c>, <c>links.csv</c> and <c>details.csv</c>: UTF-8, LF, quoted as in RFC 4180 where needed.</summary>
internal static class CatalogFiles
{
    /// <summary>Writes the three files in the catalog's file order, streaming; links and details only of movies that have any.</summary>
    public static void Write(MovieCatalog movies, string directory)
    {
        Movie[] inOrder = [.. movies.FileOrder.Select(row => movies[row])];
        WriteRows(Path.Combine(directory, "movies.csv"), "movieId,title,genres", inOrder, ToMovieFields);
        WriteRows(Path.Combine(directory, "links.csv"), "movieId,imdbId,tmdbId", inOrder.Where(HasFacts), movie => [movie.ImdbId ?? "", movie.TmdbId ?? ""]);
        WriteRows(
            Path.Combine(directory, "details.csv"), "movieId,originalTitle,chineseTitle,director,cast,country,synopsis,synopsisZh",
            inOrder.Where(HasFacts), ToDetailFields);
    }

    private static bool HasFacts(Movie movie) => movie.Details is not null || movie.ImdbId is not null || movie.TmdbId is not null;

    private static string[] ToMovieFields(Movie movie) =>
    [
        movie.ReleaseYear == 0 ? movie.Title : $"{movie.Title} ({movie.ReleaseYear})",
        movie.Genres.Count == 0 ? "(no genres listed)" : string.Join('|', movie.Genres),
    ];

    private static string[] ToDetailFields(Movie movie)
    {
        MovieDetails details = movie.Details ?? new MovieDetails();
        return
        [
            details.OriginalTitle, details.ChineseTitle, string.Join('|', details.Directors), string.Join('|', details.Cast),
            string.Join('|', details.Countries), details.Synopsis, details.ChineseSynopsis,
        ];
    }

    private static void WriteRows(string path, string header, IEnumerable<Movie> movies, Func<Movie, string[]> fieldsOf) =>
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
            writer.WriteLine(header);
            foreach (Movie movie in movies)
            {
                writer.Write(movie.MovieId);
                foreach (string field in fieldsOf(movie))
                {
                    writer.Write(',');
                    writer.Write(Quote(field));
                }

                writer.WriteLine();
            }
        });

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
