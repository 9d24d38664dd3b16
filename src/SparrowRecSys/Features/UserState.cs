using SparrowRecSys.Catalog;

namespace SparrowRecSys.Features;

/// <summary>What the recommender knows of one user, folded from the user's ratings in order of time. Immutable.</summary>
public sealed class UserState
{
    private readonly int[] _positives;
    private readonly float[] _genreAffinity;

    private UserState(int userId, RatingSlice ratings, int[] positives, float[] genreAffinity, double averageRating, UserFold recent)
    {
        (UserId, Ratings, AverageRating, Recent) = (userId, ratings, averageRating, recent);
        (_positives, _genreAffinity) = (positives, genreAffinity);
    }

    /// <summary>The id that was asked for; the user may be unknown to the data.</summary>
    public int UserId { get; }

    /// <summary>All ratings of the user, at most one a movie: file order first, then those that came while the server ran.</summary>
    public RatingSlice Ratings { get; }

    /// <summary>Whether the user has not rated anything yet.</summary>
    public bool IsNew => Ratings.Count == 0;

    /// <summary>Mean in stars; 0 for a new user.</summary>
    public double AverageRating { get; }

    /// <summary>Catalog rows of the movies rated at least <see cref="Rating.PositiveScore"/> stars, the most recent first.</summary>
    public ReadOnlySpan<int> Positives => _positives;

    /// <summary>
    /// Affinity to each genre of the catalog (position as in <see cref="MovieCatalog.Genres"/>): share of the genre among the user's positive
    /// movies, each movie giving 1/k to each of its k genres. Sums to 1; all 0 when there is no positive movie.
    /// </summary>
    public ReadOnlySpan<float> GenreAffinity => _genreAffinity;

    /// <summary>What rankers are told of the user; nobody adds to it any more.</summary>
    public UserFold Recent { get; }

    /// <summary>Folds a user's ratings into the state. O(n log n).</summary>
    public static UserState Fold(int userId, RatingSlice ratings, MovieCatalog movies)
    {
        int[] order = ratings.OrderByTime();
        ReadOnlySpan<int> rows = ratings.MovieRows;
        ReadOnlySpan<byte> halfStars = ratings.HalfStars;
        var positives = new List<int>();
        long sum = 0;
        for (int i = order.Length - 1; i >= 0; i--)
        {
            byte score = halfStars[order[i]];
            sum += score;
            if (score >= Rating.PositiveHalfStars)
            {
                positives.Add(rows[order[i]]);
            }
        }

        var recent = new UserFold(movies);
        foreach (int position in order)
        {
            recent.Add(rows[position], halfStars[position], ratings.Timestamps[position]);
        }

        double average = order.Length == 0 ? 0 : sum / 2.0 / order.Length;
        return new UserState(userId, ratings, [.. positives], FoldGenres(positives, movies), average, recent);
    }

    private static float[] FoldGenres(List<int> positives, MovieCatalog movies)
    {
        float[] affinity = new float[movies.Genres.Count];
        float total = 0;
        foreach (int row in positives)
        {
            ReadOnlySpan<byte> genres = movies.GenreIndexes(row);
            foreach (byte genre in genres)
            {
                affinity[genre] += 1f / genres.Length;
            }

            total += genres.Length > 0 ? 1 : 0;
        }

        for (int i = 0; i < affinity.Length && total > 0; i++)
        {
            affinity[i] /= total;
        }

        return affinity;
    }
}
