using SparrowRecSys.Features;

namespace SparrowRecSys.Retrieval;

/// <summary>Proposes movies for a user, cheaply and many at once; ranking sorts them out later. Thread-safe.</summary>
public interface IRetriever
{
    /// <summary>Stable name for traces, metrics and configuration, such as <c>popular</c> or <c>als</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Whether the retriever only computes, on what lies in memory, and never waits for anything: then it may run on the thread of the query,
    /// where nothing can interrupt it.
    /// </summary>
    bool IsInMemory { get; }

    /// <summary>Writes at most <c>candidates.Length</c> candidates, best first, without duplicates, and returns how many.</summary>
    /// <remarks>A new user is no error: a retriever that has nothing to say returns 0. Ties are broken by row.</remarks>
    int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates);
}
