using SparrowRecSys.Features;

namespace SparrowRecSys.Serving;

/// <summary>The answer to a query.</summary>
/// <param name="User">The user's state that the answer was made for.</param>
/// <param name="Ranker">Name of the ranker that gave the scores.</param>
/// <param name="Degraded">Which stage fell back, in words; <see langword="null"/> when none did.</param>
/// <param name="Movies">Best first, each movie once.</param>
public sealed record Recommendations(
    UserState User, string Ranker, string? Degraded, IReadOnlyList<RecommendedMovie> Movies);

/// <summary>A movie to show.</summary>
/// <param name="MovieRow">Row in the catalog.</param>
/// <param name="Score">The ranker's score; comparable within one answer.</param>
/// <param name="Channels">Bit i: retriever i proposed the movie; see <see cref="RecommendationPipeline.ChannelNames"/>.</param>
public readonly record struct RecommendedMovie(int MovieRow, float Score, uint Channels);
