namespace SparrowRecSys.Features;

/// <summary>Every feature there is, and what it means. All are as of a moment, from events before it; 0 where nothing is known.</summary>
public static class FeatureNames
{
    /// <summary>The user.</summary>
    public const string UserId = "userId";

    /// <summary>The last five positives, the newest in <c>userRatedMovie1</c>; -1 where there are fewer.</summary>
    public static IReadOnlyList<string> UserRatedMovies { get; } = [.. Enumerable.Range(1, 5).Select(i => $"userRatedMovie{i}")];

    /// <summary>The five most frequent genres among the positives of the window, ties in the order of the vocabulary; -1 where there are fewer.</summary>
    public static IReadOnlyList<string> UserGenres { get; } = [.. Enumerable.Range(1, 5).Select(i => $"userGenre{i}")];

    /// <summary>The last positives, the newest first; -1 after the last.</summary>
    public const string UserHistory = "userHistory";

    /// <summary>Seconds from each movie of <see cref="UserHistory"/> to the moment; 0 after the last.</summary>
    public const string UserHistoryAge = "userHistoryAge";

    /// <summary>Ratings in the window, 0 to <see cref="UserFold.WindowLength"/>.</summary>
    public const string UserRatingCount = "userRatingCount";

    /// <summary>Mean of the window in stars.</summary>
    public const string UserAvgRating = "userAvgRating";

    /// <summary>Sample standard deviation of the window in stars; 0 for fewer than two.</summary>
    public const string UserRatingStddev = "userRatingStddev";

    /// <summary>Mean year of the movies of the window whose year is known.</summary>
    public const string UserAvgReleaseYear = "userAvgReleaseYear";

    /// <summary>Sample standard deviation of those years.</summary>
    public const string UserReleaseYearStddev = "userReleaseYearStddev";

    /// <summary>Seconds since the user's last rating; 0 for a new user.</summary>
    public const string UserSecondsSinceLastEvent = "userSecondsSinceLastEvent";

    /// <summary>A column for each genre: its share of the window's positives, a movie giving 1/k to each of its k genres. Sums to 1, or all 0.</summary>
    public const string UserGenreAffinity = "userGenreAffinity";

    /// <summary>The candidate.</summary>
    public const string MovieId = "movieId";

    /// <summary>The candidate's first three genres; -1 where it has fewer.</summary>
    public static IReadOnlyList<string> MovieGenres { get; } = [.. Enumerable.Range(1, 3).Select(i => $"movieGenre{i}")];

    /// <summary>Year of release; 0 where it is not known.</summary>
    public const string ReleaseYear = "releaseYear";

    /// <summary>Ratings so far.</summary>
    public const string MovieRatingCount = "movieRatingCount";

    /// <summary>Mean of the ratings so far in stars.</summary>
    public const string MovieAvgRating = "movieAvgRating";

    /// <summary>Sample standard deviation of the ratings so far in stars; 0 for fewer than two.</summary>
    public const string MovieRatingStddev = "movieRatingStddev";

    /// <summary>Ratings so far, each losing half its weight in <see cref="MovieCounts.RecentHalfLifeDays"/> days.</summary>
    public const string MovieRecentCount = "movieRecentCount";

    /// <summary>Pair: the user's affinity to the candidate's genres, summed; 0 to 1.</summary>
    public const string GenreOverlap = "genreOverlap";

    /// <summary>Pair: how many of the last positives share a director with the candidate.</summary>
    public const string LikedByDirector = "likedByDirector";

    /// <summary>Pair: how many appearances of the candidate's cast are among the last positives.</summary>
    public const string LikedByCast = "likedByCast";
}
