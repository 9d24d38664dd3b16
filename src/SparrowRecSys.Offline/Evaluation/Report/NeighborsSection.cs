using System.Globalization;
using System.Xml.Linq;
using SparrowRecSys.Catalog;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>The nearest movies of some well-known ones, by each model, side by side.</summary>
internal static class NeighborsSection
{
    private const int Count = 10;
    private const int OpenAtFirst = 2;

    /// <summary>Nothing where the movies have no titles of their own.</summary>
    public static IEnumerable<XElement> Create(MeasuredModels models)
    {
        DataSet data = models.Run.Split.Train;
        int[] movies = WellKnownMovies.Choose(data);
        var neighbors = models.Run.Models.ToDictionary(model => model.Key, model => movies.Select(row => Find(model.Value, row)).ToArray());
        string[] speaking = [.. neighbors.Where(entry => entry.Value.Any(found => found.Length > 0)).Select(entry => entry.Key)];
        string[] silent = [.. neighbors.Keys.Except(speaking)];
        if (speaking.Length > 0)
        {
            yield return Tag.Paragraph(
                $"The {Count} movies that each model finds most alike, nearest first; the number is its own measure of likeness and means nothing across models. A dot marks a movie that another model names too. "
                + "Neighbours are learned from the training part only.");
        }

        if (silent.Length > 0)
        {
            yield return Tag.Paragraph($"No neighbours: {string.Join(", ", silent)}. Such a model scores movies for users and does not compare movies with each other.");
        }

        for (int i = 0; i < movies.Length && speaking.Length > 0; i++)
        {
            Candidate[][] lists = [.. speaking.Select(model => neighbors[model][i])];
            int interactions = data.Ratings.PositionsOfMovie(movies[i]).Length;
            Movie movie = data.Movies[movies[i]];
            yield return Tag.Of(
                "details", null, i < OpenAtFirst ? Tag.Attribute("open", "open") : null,
                Tag.Of("summary", null, WellKnownMovies.Name(movie), Tag.Of("small", null, $" {string.Join(", ", movie.Genres)} · {EvaluationWords.Count(interactions)} interactions")),
                Table(WellKnownMovies.Name(movie), speaking, lists, data.Movies));
        }
    }

    private static Candidate[] Find(IRetrievalModel model, int movieRow)
    {
        var similar = new Candidate[Count];
        return similar[..model.FindSimilar(movieRow, similar)];
    }

    private static XElement Table(string movie, string[] models, Candidate[][] lists, MovieCatalog movies) => Tag.Of(
        "div", "scroll", Tag.Attribute("tabindex", "0"), Tag.Attribute("role", "region"), Tag.Attribute("aria-label", $"Nearest to {movie}"),
        Tag.Of(
            "table", "neighbors",
            Tag.Of("thead", null, Tag.Of("tr", null, Tag.Of("th", null, Tag.Attribute("scope", "col"), "#"), models.Select(model => Tag.Of("th", null, Tag.Attribute("scope", "col"), model)))),
            Tag.Of("tbody", null, Enumerable.Range(0, Count).Where(rank => lists.Any(list => rank < Math.Max(1, list.Length))).Select(rank => Tag.Of(
                "tr", null, Tag.RowHead((rank + 1).ToString(CultureInfo.InvariantCulture)), lists.Select(list => Cell(list, rank, lists, movies)))))));

    private static XElement Cell(Candidate[] list, int rank, Candidate[][] lists, MovieCatalog movies)
    {
        if (rank >= list.Length)
        {
            return Tag.Of("td", "quiet", rank == 0 ? "nothing known of this movie" : "");
        }

        Candidate found = list[rank];
        bool isShared = lists.Any(other => other != list && Array.Exists(other, candidate => candidate.MovieRow == found.MovieRow));
        return Tag.Of(
            "td", isShared ? "shared" : null, WellKnownMovies.Name(movies[found.MovieRow]),
            Tag.Of("small", null, found.Score.ToString("0.000", CultureInfo.InvariantCulture)));
    }
}
