using System.Text.Json.Serialization;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Server.Api;

/// <summary>What every list shows of a movie. Lists that show more derive from it, so that a card is the same everywhere.</summary>
internal class MovieCard
{
    // Not public: these types are only written, and the serialiser's generator would look into what a public constructor takes.
    internal MovieCard(Movie movie, MovieStatistics statistics)
    {
        MovieId = movie.MovieId;
        Title = movie.DisplayTitle;
        TitleZh = movie.Details?.ChineseTitle ?? "";
        Year = movie.ReleaseYear;
        Genres = movie.Genres;
        AverageRating = statistics.AverageRating;
        RatingCount = statistics.RatingCount;
    }

    [JsonPropertyOrder(-7)]
    public int MovieId { get; }

    /// <summary>In natural order: The Godfather.</summary>
    [JsonPropertyOrder(-6)]
    public string Title { get; }

    /// <summary>Empty where unknown.</summary>
    [JsonPropertyOrder(-5)]
    public string TitleZh { get; }

    /// <summary>0 where unknown.</summary>
    [JsonPropertyOrder(-4)]
    public int Year { get; }

    [JsonPropertyOrder(-3)]
    public IReadOnlyList<string> Genres { get; }

    /// <summary>Mean in stars; 0 without ratings.</summary>
    [JsonPropertyOrder(-2)]
    public double AverageRating { get; }

    [JsonPropertyOrder(-1)]
    public int RatingCount { get; }
}
