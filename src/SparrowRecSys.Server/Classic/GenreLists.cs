using System.Collections.Concurrent;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Server.Classic;

/// <summary>The movies of each genre in the original's orders, sorted when first asked for and again after a rating. Thread-safe.</summary>
internal sealed class GenreLists(FeatureStore features)
{
    private readonly ConcurrentDictionary<(int Genre, string Order), SortedRows> _lists = new();

    /// <summary>Catalog rows of a genre's movies; empty when there is no such genre.</summary>
    /// <param name="genre">In any case.</param>
    /// <param name="order"><c>rating</c>: plain average, highest first. <c>releaseYear</c>: newest first. Ties, and any other value: file order.</param>
    public ReadOnlySpan<int> Of(string genre, string order)
    {
        int index = features.Movies.FindGenre(genre);
        if (index < 0 || order is not ("rating" or "releaseYear"))
        {
            return features.Movies.RowsOfGenre(genre);
        }

        int recorded = features.RecordedCount;
        if (_lists.TryGetValue((index, order), out SortedRows? list) && list.RecordedCount == recorded)
        {
            return list.Rows;
        }

        int[] rows = Sort(features.Movies.RowsOfGenre(genre).ToArray(), order);
        _lists[(index, order)] = new SortedRows(recorded, rows);
        return rows;
    }

    private int[] Sort(int[] rows, string order)
    {
        MovieCatalog movies = features.Movies;
        return order == "rating"
            ? [.. rows.OrderByDescending(row => features.OfMovie(row).AverageRating)]
            : [.. rows.OrderByDescending(row => movies[row].ReleaseYear)];
    }

    private sealed record SortedRows(int RecordedCount, int[] Rows);
}
