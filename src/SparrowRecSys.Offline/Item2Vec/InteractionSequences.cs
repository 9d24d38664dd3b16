using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>
/// Each user's movies in order of time, as one flat array of items. An item is a dense number 0..N-1 of a movie that has enough interactions;
/// items ascend with movie rows. Immutable.
/// </summary>
internal sealed class InteractionSequences : ISkipGramCorpus
{
    private readonly int[] _items; // sequence after sequence
    private readonly int[] _starts; // (sequences + 1)
    private readonly int[] _movieRows; // (N)
    private readonly int[] _counts; // (N)

    private InteractionSequences(int[] items, int[] starts, int[] movieRows, int[] counts) =>
        (_items, _starts, _movieRows, _counts, LongestSequence) =
            (items, starts, movieRows, counts, starts.Zip(starts.Skip(1), (start, end) => end - start).DefaultIfEmpty().Max());

    /// <summary>Users with at least one item.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>N.</summary>
    public int ItemCount => _movieRows.Length;

    /// <summary>Items in all sequences together.</summary>
    public long TotalLength => _items.Length;

    public int LongestSequence { get; }

    /// <summary>Catalog row of each item.</summary>
    public ReadOnlySpan<int> MovieRows => _movieRows;

    /// <summary>Occurrences of each item, at least 1.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    public ReadOnlySpan<int> this[int sequence] => _items.AsSpan(_starts[sequence].._starts[sequence + 1]);

    public ReadOnlySpan<int> Read(int sequence, Span<int> buffer) => this[sequence];

    /// <param name="ratings">The interactions to learn from.</param>
    /// <param name="minCount">Interactions that a movie must have to become an item.</param>
    public static InteractionSequences From(RatingTable ratings, int minCount)
    {
        int[] countOfMovie = new int[ratings.MovieCount];
        for (int i = 0; i < ratings.Count; i++)
        {
            countOfMovie[ratings.MovieRows[i]]++;
        }

        int[] movieRows = [.. Enumerable.Range(0, ratings.MovieCount).Where(row => countOfMovie[row] >= minCount)];
        int[] itemOfMovie = new int[ratings.MovieCount];
        Array.Fill(itemOfMovie, -1);
        for (int item = 0; item < movieRows.Length; item++)
        {
            itemOfMovie[movieRows[item]] = item;
        }

        var items = new List<int>(ratings.Count);
        var starts = new List<int> { 0 };
        for (int userRow = 0; userRow < ratings.UserCount; userRow++)
        {
            AddMovies(ratings.OfUser(userRow), itemOfMovie, items);
            if (items.Count > starts[^1])
            {
                starts.Add(items.Count);
            }
        }

        return new InteractionSequences([.. items], [.. starts], movieRows, [.. movieRows.Select(row => countOfMovie[row])]);
    }

    private static void AddMovies(RatingSlice slice, int[] itemOfMovie, List<int> items)
    {
        foreach (int position in slice.OrderByTime())
        {
            int item = itemOfMovie[slice.MovieRows[position]];
            if (item >= 0)
            {
                items.Add(item);
            }
        }
    }
}
