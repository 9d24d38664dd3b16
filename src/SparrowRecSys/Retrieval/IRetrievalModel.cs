namespace SparrowRecSys.Retrieval;

/// <summary>
/// A trained model that knows for every movie of the catalog how well it suits a history. Evaluation asks it for all scores, the server
/// for the best. Immutable, thread-safe.
/// </summary>
/// <remarks>Nothing is filtered: movies of the history itself are scored and found like all others.</remarks>
public interface IRetrievalModel
{
    /// <summary>Stable name, such as <c>als</c>; of the channel, the ranker and the similarity that the model gives.</summary>
    string Name { get; }

    /// <summary>Writes the score of every movie of the catalog, by row; the higher the better.</summary>
    /// <param name="history">What is known of the user.</param>
    /// <param name="scores">(N). Finite, or <see cref="float.NegativeInfinity"/> for a movie that the model does not know.</param>
    /// <returns>False, with nothing written, when the model has nothing to say about this history.</returns>
    bool TryScore(UserHistory history, Span<float> scores);

    /// <summary>Writes the scores of some movies: <c>scores[i]</c> belongs to <c>movieRows[i]</c>. Otherwise as the other overload.</summary>
    bool TryScore(UserHistory history, ReadOnlySpan<int> movieRows, Span<float> scores);

    /// <summary>Writes the best movies, best first, ties by row, without duplicates, and returns how many; 0 when there is nothing to say.</summary>
    /// <remarks>An approximate index may miss some of the best; their scores are those of <see cref="TryScore(UserHistory, Span{float})"/>.</remarks>
    int Retrieve(UserHistory history, Span<Candidate> candidates);

    /// <summary>Writes the movies most similar to a movie, best first, ties by row, never the movie itself, and returns how many.</summary>
    int FindSimilar(int movieRow, Span<Candidate> similar);
}
