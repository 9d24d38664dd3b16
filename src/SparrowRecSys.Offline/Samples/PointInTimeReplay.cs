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
    public SampleTable Run() => Chunks(Math.Max(1, _ratings.Count), new SamplesOptions()).FirstOrDefault() ?? new SampleTable(encoder.Schema, encoder.Vocabularies, 0);

    /// <summary>
    /// The samples of all ratings in order of time, each positive followed by its negatives, so many at once that memory does not grow with
    /// their number.
    /// </summary>
    /// <param name="size">Samples in a chunk, at least 1; the last has what is left.</param>
    /// <param name="options">What a positive is, and how many negatives are drawn for it.</param>
    public IEnumerable<SampleTable> Chunks(int size, SamplesOptions options)
    {
        int[] order = OrderByTime(_ratings.Timestamps);
        var users = new UserFold?[_ratings.UserCount];
        var movies = new MovieCounts[data.Movies.Count];
        var negatives = new NegativeSampler(_ratings, options.Seed);
        int[] drawn = new int[1 + options.Negatives]; // the rated movie, then the negatives
        SampleTable? chunk = null;
        (int filled, int folded) = (0, 0);
        for (int i = 0; i < order.Length; i++)
        {
            uint moment = _ratings.Timestamps[order[i]];
            for (; _ratings.Timestamps[order[folded]] < moment; folded++)
            {
                Fold(order[folded], users, movies);
            }

            bool isPositive = _ratings.HalfStars[order[i]] >= options.PositiveHalfStars;
            drawn[0] = _ratings.MovieRows[order[i]];
            int count = 1 + (isPositive ? negatives.Draw(order[i], drawn.AsSpan(1)) : 0);
            for (int n = 0; n < count; n++)
            {
                chunk ??= NewChunk(size, (order.Length - i) * (1L + options.Negatives));
                var label = new SampleLabel(order[i], drawn[n], n == 0 ? _ratings.HalfStars[order[i]] : (byte)0, n == 0 && isPositive);
                Write(label, users[_ratings.UserRows[order[i]]] ?? _nobody, movies, chunk, filled++);
                if (filled == chunk.Count)
                {
                    yield return chunk;
                    (chunk, filled) = (null, 0);
                }
            }
        }

        if (chunk is not null)
        {
            yield return chunk.Slice(0, filled);
        }
    }

    private SampleTable NewChunk(int size, long most) => new(encoder.Schema, encoder.Vocabularies, (int)Math.Min(size, most));

    private void Fold(int position, UserFold?[] users, MovieCounts[] movies)
    {
        int movieRow = _ratings.MovieRows[position];
        byte halfStars = _ratings.HalfStars[position];
        uint timestamp = _ratings.Timestamps[position];
        (users[_ratings.UserRows[position]] ??= new UserFold(data.Movies)).Add(movieRow, halfStars, timestamp);
        movies[movieRow] = movies[movieRow].With(halfStars, timestamp);
    }

    private void Write(SampleLabel label, UserFold user, MovieCounts[] movies, SampleTable table, int row)
    {
        int userRow = _ratings.UserRows[label.Position];
        uint moment = _ratings.Timestamps[label.Position];
        table.UserRows[row] = userRow;
        table.MovieRows[row] = label.MovieRow;
        table.Timestamps[row] = moment;
        table.HalfStars[row] = label.HalfStars;
        table.Labels[row] = label.IsPositive;
        encoder.EncodeUser(_ratings.UserIds[userRow], user, moment, table.IdsOf(FeatureBlock.UserIds, row), table.NumbersOf(FeatureBlock.UserNumbers, row));
        encoder.EncodeMovies(
            user, [label.MovieRow], movies.AsSpan(label.MovieRow, 1), moment, table.IdsOf(FeatureBlock.MovieIds, row), table.NumbersOf(FeatureBlock.MovieNumbers, row));
    }

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

    /// <param name="Position">Of the rating that the sample is about, or that it is a negative of.</param>
    /// <param name="MovieRow">The sample's movie.</param>
    /// <param name="HalfStars">0 for a negative.</param>
    /// <param name="IsPositive">The label.</param>
    private readonly record struct SampleLabel(int Position, int MovieRow, byte HalfStars, bool IsPositive);
}
