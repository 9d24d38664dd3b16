using SparrowRecSys.Features;

namespace SparrowRecSys.Offline.Samples;

/// <summary>The columns of <c>trainingSamples.csv</c> and <c>testSamples.csv</c> of the original SparrowRecSys, in its order.</summary>
internal static class OriginalColumns
{
    public const string Rating = "rating";
    public const string Timestamp = "timestamp";
    public const string Label = "label";

    /// <summary>All columns; those that are no feature are <see cref="Rating"/>, <see cref="Timestamp"/> and <see cref="Label"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        FeatureNames.MovieId, FeatureNames.UserId, Rating, Timestamp, Label,
        FeatureNames.ReleaseYear, .. FeatureNames.MovieGenres,
        FeatureNames.MovieRatingCount, FeatureNames.MovieAvgRating, FeatureNames.MovieRatingStddev,
        .. FeatureNames.UserRatedMovies,
        FeatureNames.UserRatingCount, FeatureNames.UserAvgReleaseYear, FeatureNames.UserReleaseYearStddev,
        FeatureNames.UserAvgRating, FeatureNames.UserRatingStddev,
        .. FeatureNames.UserGenres,
    ];

    /// <summary>The columns that are features.</summary>
    public static IEnumerable<string> Features => Names.Except([Rating, Timestamp, Label]);
}
