using SparrowRecSys.Features;

namespace SparrowRecSys.Ranking;

/// <summary>Scores movies for a user; the higher the score, the likelier the user likes the movie. Thread-safe.</summary>
public interface IRanker
{
    /// <summary>Name by which a query asks for this ranker, such as <c>emb</c> or <c>neuralcf</c>.</summary>
    string Name { get; }

    /// <summary>Whether the ranker has something personal to say about the user; if not, the pipeline asks the next ranker down.</summary>
    bool CanRank(UserState user);

    /// <summary>Writes the score of the movie at catalog row <c>movieRows[i]</c> to <c>scores[i]</c>; equal lengths, every score finite.</summary>
    void Score(UserState user, ReadOnlySpan<int> movieRows, Span<float> scores);
}
