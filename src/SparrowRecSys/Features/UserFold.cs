using SparrowRecSys.Catalog;

namespace SparrowRecSys.Features;

/// <summary>
/// Folds one user's ratings, one by one in order of time, into what rankers are told of the user: sample writer, log processor and server
/// all use it, so that they agree bit for bit. All sums are whole numbers. Not thread-safe while it is added to.
/// </summary>
public sealed class UserFold
{
    /// <summary>Ratings in the window of the counts and means: the last hundred, as in the original.</summary>
    public const int WindowLength = 100;

    /// <summary>Positives that are remembered.</summary>
    public const int PositiveLength = 50;

    /// <summary>What a movie gives to its genres: divided by each number of genres up to ten without a rest.</summary>
    private const int GenreWeight = 2520;

    private readonly MovieCatalog _movies;
    private readonly Ring<(int MovieRow, byte HalfStars)> _window = new(WindowLength);
    private readonly Ring<(int MovieRow, uint Timestamp)> _positives = new(PositiveLength);
    private readonly int[] _genreCounts; // (G), positives of the window with the genre
    private readonly long[] _genreWeights; // (G), each movie giving GenreWeight / k to each of its k genres
    private long _sum; // half stars
    private long _squareSum;
    private int _yearCount;
    private long _yearSum;
    private long _yearSquareSum;

    public UserFold(MovieCatalog movies)
    {
        _movies = movies;
        _genreCounts = new int[movies.Genres.Count];
        _genreWeights = new long[movies.Genres.Count];
    }

    /// <summary>Ratings in the window, 0 to <see cref="WindowLength"/>.</summary>
    public int WindowCount => _window.Count;

    /// <summary>Mean of the window in stars; 0 when it is empty.</summary>
    public double AverageRating => _window.Count == 0 ? 0 : _sum / 2.0 / _window.Count;

    /// <summary>Sample standard deviation of the window in stars; 0 for fewer than two.</summary>
    public double RatingDeviation => MovieCounts.Deviation(_window.Count, _sum, _squareSum) / 2;

    /// <summary>Mean year of release in the window, movies of unknown year left out; 0 when there is none.</summary>
    public double AverageReleaseYear => _yearCount == 0 ? 0 : (double)_yearSum / _yearCount;

    /// <summary>Sample standard deviation of those years; 0 for fewer than two.</summary>
    public double ReleaseYearDeviation => MovieCounts.Deviation(_yearCount, _yearSum, _yearSquareSum);

    /// <summary>Time of the last rating, seconds since 1970-01-01 UTC; 0 when there is none.</summary>
    public uint LastTimestamp { get; private set; }

    /// <summary>Positives remembered, 0 to <see cref="PositiveLength"/>.</summary>
    public int PositiveCount => _positives.Count;

    /// <summary>Positives of the window by genre of the catalog.</summary>
    public ReadOnlySpan<int> GenreCounts => _genreCounts;

    /// <summary>Catalog row and time of a remembered positive; 0 is the last one.</summary>
    public (int MovieRow, uint Timestamp) Positive(int fromNewest) => _positives.FromNewest(fromNewest);

    /// <summary>Shares of the genres among the positives of the window, by genre of the catalog: sums to 1, or all 0.</summary>
    public void WriteGenreAffinity(Span<float> affinity)
    {
        long total = 0;
        foreach (long weight in _genreWeights)
        {
            total += weight;
        }

        for (int genre = 0; genre < _genreWeights.Length; genre++)
        {
            affinity[genre] = total == 0 ? 0 : (float)((double)_genreWeights[genre] / total);
        }
    }

    /// <summary>Adds the next rating. O(1).</summary>
    /// <param name="movieRow">Row of the movie.</param>
    /// <param name="halfStars">1 to 10.</param>
    /// <param name="timestamp">Seconds since 1970-01-01 UTC, not before the last.</param>
    public void Add(int movieRow, byte halfStars, uint timestamp)
    {
        if (_window.Count == WindowLength)
        {
            (int oldRow, byte oldHalfStars) = _window.FromNewest(WindowLength - 1);
            Count(oldRow, oldHalfStars, -1);
        }

        _window.Add((movieRow, halfStars));
        Count(movieRow, halfStars, 1);
        if (halfStars >= Rating.PositiveHalfStars)
        {
            _positives.Add((movieRow, timestamp));
        }

        LastTimestamp = timestamp;
    }

    private void Count(int movieRow, byte halfStars, int sign)
    {
        _sum += sign * halfStars;
        _squareSum += sign * halfStars * halfStars;
        int year = _movies[movieRow].ReleaseYear;
        if (year > 0)
        {
            _yearCount += sign;
            _yearSum += sign * year;
            _yearSquareSum += (long)sign * year * year;
        }

        if (halfStars >= Rating.PositiveHalfStars)
        {
            ReadOnlySpan<byte> genres = _movies.GenreIndexes(movieRow);
            foreach (byte genre in genres)
            {
                _genreCounts[genre] += sign;
                _genreWeights[genre] += sign * (GenreWeight / genres.Length);
            }
        }
    }
}
