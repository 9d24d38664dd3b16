using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Server.Api;

/// <summary>A movie with all that is known of it. Texts are empty, and lists empty, where a fact is not known.</summary>
internal sealed class MovieResponse : MovieCard
{
    internal MovieResponse(Movie movie, MovieStatistics statistics)
        : base(movie, statistics)
    {
        MovieDetails details = movie.Details ?? new MovieDetails();
        OriginalTitle = details.OriginalTitle;
        Directors = details.Directors;
        Cast = details.Cast;
        Countries = details.Countries;
        Synopsis = details.Synopsis;
        SynopsisZh = details.ChineseSynopsis;
        ImdbId = movie.ImdbId;
        TmdbId = movie.TmdbId;
        Histogram = statistics.Histogram.ToArray();
    }

    /// <summary>In the original language; empty when it is the English title.</summary>
    public string OriginalTitle { get; }

    public IReadOnlyList<string> Directors { get; }

    /// <summary>At most four leads.</summary>
    public IReadOnlyList<string> Cast { get; }

    public IReadOnlyList<string> Countries { get; }

    public string Synopsis { get; }

    public string SynopsisZh { get; }

    public string? ImdbId { get; }

    public string? TmdbId { get; }

    /// <summary>Ten counts, 0.5 to 5.0 stars.</summary>
    public IReadOnlyList<int> Histogram { get; }

    /// <summary>At most eight users who rated the movie highest.</summary>
    public required IReadOnlyList<FanResponse> Fans { get; init; }

    /// <summary>Stars; null when the user has not rated the movie, or no user was named.</summary>
    public required double? YourRating { get; init; }

    /// <summary>Null when there is nothing personal to predict from.</summary>
    public required PredictedResponse? Predicted { get; init; }
}

/// <summary>Somebody who likes a movie.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Persona">The user's taste.</param>
/// <param name="Score">Stars.</param>
internal sealed record FanResponse(int UserId, PersonaResponse Persona, double Score);

/// <summary>What a user would think of a movie.</summary>
/// <param name="Score">Stars, 0.5 to 5.</param>
/// <param name="Ranker">Whose prediction it is.</param>
internal sealed record PredictedResponse(double Score, string Ranker);

/// <summary>A page of the catalogue.</summary>
/// <param name="Items">Cards.</param>
/// <param name="NextCursor">Null at the end.</param>
/// <param name="Total">Movies on all pages.</param>
internal sealed record MovieListResponse(IReadOnlyList<MovieCard> Items, string? NextCursor, int Total);

/// <summary>A similar movie.</summary>
internal sealed class SimilarMovieCard : MovieCard
{
    internal SimilarMovieCard(Movie movie, MovieStatistics statistics)
        : base(movie, statistics)
    {
    }

    /// <summary>Similarity, at most 1.</summary>
    public required float Score { get; init; }

    /// <summary><c>liked</c>, with the movie asked about: the same people like both; or <c>genre</c>.</summary>
    public required ReasonResponse Reason { get; init; }
}

/// <summary>Movies similar to one.</summary>
/// <param name="Embedding">The similarity that was used: another than the one asked for, where the movie has no vector.</param>
/// <param name="Available">What can be asked for.</param>
/// <param name="Items">Best first.</param>
/// <param name="NextCursor">Always null.</param>
internal sealed record SimilarMoviesResponse(
    string Embedding, IReadOnlyList<string> Available, IReadOnlyList<SimilarMovieCard> Items, string? NextCursor);

/// <summary>A genre.</summary>
/// <param name="Name">As in the data.</param>
/// <param name="Count">Movies.</param>
internal sealed record GenreCountResponse(string Name, int Count);
