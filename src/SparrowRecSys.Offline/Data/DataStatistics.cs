using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Data;

/// <summary>What kind of data a data set is: how much, how spread, how skewed. Immutable.</summary>
internal sealed record DataStatistics
{
    /// <summary>Full path of the data set.</summary>
    public required string Directory { get; init; }

    public required string Layout { get; init; }

    public required string Hash { get; init; }

    /// <summary>Whether the ratings were simulated: then every number below describes the simulation.</summary>
    public required bool IsSimulated { get; init; }

    public required int Movies { get; init; }

    /// <summary>Movies with at least one rating.</summary>
    public required int RatedMovies { get; init; }

    public required int Users { get; init; }

    public required int Ratings { get; init; }

    /// <summary>Share of all pairs of user and movie without a rating, 0 to 1.</summary>
    public required double Sparsity { get; init; }

    /// <summary>In stars; 0 without ratings.</summary>
    public required double MeanScore { get; init; }

    /// <summary>Ratings by score: position 0 counts 0.5 stars, position 9 counts 5.</summary>
    public required IReadOnlyList<int> ScoreHistogram { get; init; }

    public required Quantiles RatingsPerUser { get; init; }

    /// <summary>Over all movies, those without ratings included.</summary>
    public required Quantiles RatingsPerMovie { get; init; }

    /// <summary>Gini coefficient of the ratings per movie: 0 when all movies have equally many, near 1 when few have all.</summary>
    public required double PopularityGini { get; init; }

    /// <summary>Share of the ratings that the most rated 1 % of the movies have (at least one movie).</summary>
    public required double Top1PercentShare { get; init; }

    /// <summary>Share of the ratings that the most rated 10 % of the movies have (at least one movie).</summary>
    public required double Top10PercentShare { get; init; }

    /// <summary>Time of the first rating, UTC; <see langword="null"/> without ratings.</summary>
    public required DateTimeOffset? FirstRatingAt { get; init; }

    /// <summary>Time of the last rating, UTC; <see langword="null"/> without ratings.</summary>
    public required DateTimeOffset? LastRatingAt { get; init; }

    /// <summary>Most movies first, equals by name.</summary>
    public required IReadOnlyList<GenreCount> Genres { get; init; }

    /// <summary>Counts everything. O(R + N log N + U log U).</summary>
    public static DataStatistics Of(DataSet data)
    {
        RatingTable ratings = data.Ratings;
        int[] perMovie = [.. Enumerable.Range(0, ratings.MovieCount).Select(row => ratings.PositionsOfMovie(row).Length).Order()];
        int[] perUser = [.. Enumerable.Range(0, ratings.UserCount).Select(row => ratings.OfUser(row).Count).Order()];
        int[] histogram = new int[10];
        foreach (byte halfStars in ratings.HalfStars)
        {
            histogram[halfStars - 1]++;
        }

        return new DataStatistics
        {
            Directory = data.Directory,
            Layout = data.Layout,
            Hash = data.Hash,
            IsSimulated = data.IsSimulated,
            Movies = ratings.MovieCount,
            RatedMovies = perMovie.Count(count => count > 0),
            Users = ratings.UserCount,
            Ratings = ratings.Count,
            Sparsity = ratings.Count == 0 ? 1 : 1 - ((double)ratings.Count / ratings.UserCount / ratings.MovieCount),
            MeanScore = ratings.Count == 0 ? 0 : histogram.Select((count, i) => (i + 1) / 2.0 * count).Sum() / ratings.Count,
            ScoreHistogram = histogram,
            RatingsPerUser = Quantiles.Of(perUser),
            RatingsPerMovie = Quantiles.Of(perMovie),
            PopularityGini = Gini(perMovie),
            Top1PercentShare = TopShare(perMovie, 0.01),
            Top10PercentShare = TopShare(perMovie, 0.1),
            FirstRatingAt = Earliest(ratings.Timestamps),
            LastRatingAt = Latest(ratings.Timestamps),
            Genres = CountGenres(data),
        };
    }

    /// <summary>Gini coefficient: <c>Σ (2i - n - 1) xᵢ / (n Σ xᵢ)</c>, i from 1; 0 where nothing is counted.</summary>
    /// <param name="ascending">Counts x, smallest first.</param>
    internal static double Gini(IReadOnlyList<int> ascending)
    {
        double weighted = 0;
        double total = 0;
        for (int i = 0; i < ascending.Count; i++)
        {
            weighted += ((2.0 * (i + 1)) - ascending.Count - 1) * ascending[i];
            total += ascending[i];
        }

        return total == 0 ? 0 : weighted / (ascending.Count * total);
    }

    private static double TopShare(int[] ascending, double share)
    {
        long total = ascending.Sum(count => (long)count);
        int top = Math.Max(1, (int)(ascending.Length * share));
        return total == 0 ? 0 : ascending.TakeLast(top).Sum(count => (double)count) / total;
    }

    private static DateTimeOffset? Earliest(ReadOnlySpan<uint> times) =>
        times.IsEmpty ? null : DateTimeOffset.FromUnixTimeSeconds(System.Numerics.Tensors.TensorPrimitives.Min(times));

    private static DateTimeOffset? Latest(ReadOnlySpan<uint> times) =>
        times.IsEmpty ? null : DateTimeOffset.FromUnixTimeSeconds(System.Numerics.Tensors.TensorPrimitives.Max(times));

    private static GenreCount[] CountGenres(DataSet data) =>
        [.. data.Movies.Genres
            .Select(genre => new GenreCount(genre, data.Movies.RowsOfGenre(genre).Length, CountRatings(data, genre)))
            .OrderByDescending(genre => genre.Movies).ThenBy(genre => genre.Name, StringComparer.Ordinal)];

    private static long CountRatings(DataSet data, string genre)
    {
        long count = 0;
        foreach (int row in data.Movies.RowsOfGenre(genre))
        {
            count += data.Ratings.PositionsOfMovie(row).Length;
        }

        return count;
    }
}
