using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Offline.Samples;

/// <summary>
/// Replays all ratings of a data set in order of time and writes, for each, the features as they stood before it: the same folds and the same
/// encoder as the server's. A rating is told of nothing of its own second or later, so no order of rows within a second matters.
/// </summary>
/// <param name="data">The ratings.</param>
/// <param name="encoder">Writes the features.</param>
internal sealed class PointInTimeReplay(DataSet data, FeatureEncoder encoder)
{
    private readonly RatingTable _ratings = data.Ratings;
    private readonly UserFold _nobody = new(data.Movies);

    /// <summary>The samples of all ratings.</summary>
    /// <param name="positive">Half stars from which a rating is a positive label.</param>
    public SampleTable Run(byte positive = Rating.PositiveHalfStars) =>
        Chunks(Math.Max(1, _ratings.Count), positive).FirstOrDefault() ?? new SampleTable(encoder.Schema, encoder.Vocabularies, 0);

    /// <summary>The samples of all ratings in order of time, so many at once, so that memory does not grow with their number.</summary>
    /// <param name="size">Samples in a chunk, at least 1; the last has what is left.</param>
    /// <param name="positive">Half stars from which a rating is a positive label.</param>
    public IEnumerable<SampleTable> Chunks(int size, byte positive = Rating.PositiveHalfStars)
    {
        int[] order = OrderByTime(_ratings.Timestamps);
        var users = new UserFold?[_ratings.UserCount];
        var movies = new MovieCounts[data.Movies.Count];
        SampleTable? chunk = null;
        int filled = 0;
        int folded = 0; // positions of the order that are folded
        for (int i = 0; i < order.Length; i++)
        {
            uint moment = _ratings.Timestamps[order[i]];
            for (; _ratings.Timestamps[order[folded]] < moment; folded++)
            {
                Fold(order[folded], users, movies);
            }

            chunk ??= new SampleTable(encoder.Schema, encoder.Vocabularies, Math.Min(size, order.Length - i));
            Write(order[i], users[_ratings.UserRows[order[i]]] ?? _nobody, movies, chunk, filled++, positive);
            if (filled == chunk.Count)
            {
                yield return chunk;
                (chunk, filled) = (null, 0);
            }
        }
    }

    private void Fold(int position, UserFold?[] users, MovieCounts[] movies)
    {
        int movieRow = _ratings.MovieRows[position];
        byte halfStars = _ratings.HalfStars[position];
        uint timestamp = _ratings.Timestamps[position];
        (users[_ratings.UserRows[position]] ??= new UserFold(data.Movies)).Add(movieRow, halfStars, timestamp);
        movies[movieRow] = movies[movieRow].With(halfStars, timestamp);
    }

    private void Write(int position, UserFold user, MovieCounts[] movies, SampleTable table, int row, byte positive)
    {
        int movieRow = _ratings.MovieRows[position];
        int userRow = _ratings.UserRows[position];
        uint moment = _ratings.Timestamps[position];
        table.UserRows[row] = userRow;
        table.MovieRows[row] = movieRow;
        table.Timestamps[row] = moment;
        table.HalfStars[row] = _ratings.HalfStars[position];
        table.Labels[row] = _ratings.HalfStars[position] >= positive;
        encoder.EncodeUser(_ratings.UserIds[userRow], user, moment, Ids(table, FeatureBlock.UserIds, row), Numbers(table, FeatureBlock.UserNumbers, row));
        encoder.EncodeMovies(
            user, [movieRow], movies.AsSpan(movieRow, 1), moment, Ids(table, FeatureBlock.MovieIds, row), Numbers(table, FeatureBlock.MovieNumbers, row));
    }

    private static Span<int> Ids(SampleTable table, FeatureBlock block, int row) =>
        table.Ids(block).Slice(row * table.Schema.Width(block), table.Schema.Width(block));

    private static Span<float> Numbers(SampleTable table, FeatureBlock block, int row) =>
        table.Numbers(block).Slice(row * table.Schema.Width(block), table.Schema.Width(block));

    /// <summary>Positions in order of time; equal times keep the order of the table.</summary>
    private static int[] OrderByTime(ReadOnlySpan<uint> timestamps)
    {
        int[] order = new int[timestamps.Length];
        ulong[] keys = new ulong[timestamps.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = ((ulong)timestamps[i] << 32) | (uint)i;
        }

        Array.Sort(keys, order);
        return order;
    }
}
