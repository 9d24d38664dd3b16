using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Samples;

/// <summary>Draws movies that a user never rated, uniformly. Draws depend on seed, user and movie of the positive alone. Not thread-safe.</summary>
/// <param name="ratings">All ratings: a movie that the user rates later is no negative.</param>
/// <param name="seed">Seed.</param>
internal sealed class NegativeSampler(RatingTable ratings, int seed)
{
    private readonly bool[] _isRated = new bool[ratings.MovieCount];

    /// <summary>Fills <paramref name="movieRows"/> with different movies; returns how many there were.</summary>
    /// <param name="position">Position of the positive in the table.</param>
    /// <param name="movieRows">Receives catalog rows.</param>
    public int Draw(int position, Span<int> movieRows)
    {
        if (movieRows.IsEmpty)
        {
            return 0;
        }

        ReadOnlySpan<int> rated = ratings.OfUser(ratings.UserRows[position]).MovieRows;
        Mark(rated, true);
        int free = ratings.MovieCount - rated.Length;
        int count = Math.Min(movieRows.Length, free);
        Random random = SeededRandom.Create(seed, position);
        for (int i = 0; i < count; i++)
        {
            do
            {
                movieRows[i] = random.Next(ratings.MovieCount);
            }
            while (_isRated[movieRows[i]]);
            _isRated[movieRows[i]] = true;
        }

        Mark(rated, false);
        Mark(movieRows[..count], false);
        return count;
    }

    private void Mark(ReadOnlySpan<int> rows, bool value)
    {
        foreach (int row in rows)
        {
            _isRated[row] = value;
        }
    }
}
