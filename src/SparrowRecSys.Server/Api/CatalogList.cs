using System.Collections.Concurrent;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Server.Api;

/// <summary>The catalogue in every order, page by page. An order is sorted when it is first asked for and again after a rating. Thread-safe.</summary>
internal sealed class CatalogList(DataSet data, FeatureStore features, MoviePopularity popularity)
{
    private const double TrendingHalfLifeDays = 90;

    /// <summary>Orders; the first is the default.</summary>
    public static readonly string[] Orders = ["score", "rating", "year", "popular", "trending"];

    private readonly ConcurrentDictionary<string, SortedMovies> _sorted = new();
    private readonly Lazy<MoviePopularity> _trending = new(() => new MoviePopularity(data, TrendingHalfLifeDays));

    /// <summary>What is wrong with the genre; null when nothing is.</summary>
    public string? UnknownGenre(string? genre) => string.IsNullOrEmpty(genre) || features.Movies.FindGenre(genre) >= 0
        ? null
        : $"There is no genre '{genre}' (parameter 'genre'); there are {string.Join(", ", features.Movies.Genres)}.";

    /// <summary>One page.</summary>
    public MovieListResponse Page(string? genre, int? yearFrom, int? yearTo, string order, int size, Cursor? after)
    {
        SortedMovies sorted = Sort(order);
        int genreIndex = string.IsNullOrEmpty(genre) ? -1 : features.Movies.FindGenre(genre);
        int[] rows = Array.FindAll(sorted.Rows, row => Fits(row, genreIndex, yearFrom, yearTo));
        int start = after is { } last ? Array.FindIndex(rows, row => last.IsBefore(sorted.Values[row], IdOf(row))) : 0;
        int[] page = start < 0 ? [] : rows[start..Math.Min(rows.Length, start + size)];
        string? next = start < 0 || start + size >= rows.Length ? null : new Cursor(sorted.Values[page[^1]], IdOf(page[^1])).ToString();
        return new MovieListResponse(
            Array.ConvertAll(page, row => new MovieCard(features.Movies[row], features.OfMovie(row))), next, rows.Length);
    }

    private bool Fits(int row, int genreIndex, int? yearFrom, int? yearTo)
    {
        int year = features.Movies[row].ReleaseYear;
        return (genreIndex < 0 || features.Movies.GenreIndexes(row).Contains((byte)genreIndex))
            && (yearFrom is null || year >= yearFrom)
            && (yearTo is null || (year <= yearTo && year > 0));
    }

    private SortedMovies Sort(string order)
    {
        int recorded = features.RecordedCount;
        if (_sorted.TryGetValue(order, out SortedMovies? known) && known.RecordedCount == recorded)
        {
            return known;
        }

        double[] values = [.. Enumerable.Range(0, features.Movies.Count).Select(row => ValueOf(row, order))];
        int[] rows = [.. Enumerable.Range(0, values.Length).OrderByDescending(row => values[row])];
        return _sorted[order] = new SortedMovies(recorded, rows, values);
    }

    private double ValueOf(int row, string order) => order switch
    {
        "rating" => features.OfMovie(row).AverageRating,
        "year" => features.Movies[row].ReleaseYear,
        "popular" => features.OfMovie(row).RatingCount,
        "trending" => _trending.Value.Scores[row],
        _ => features.OfMovie(row).RatingCount == 0
            ? 0
            : features.OfMovie(row).DampedMean(popularity.MeanRating, MoviePopularity.PriorCount),
    };

    private int IdOf(int row) => features.Movies[row].MovieId;

    private sealed record SortedMovies(int RecordedCount, int[] Rows, double[] Values);
}
