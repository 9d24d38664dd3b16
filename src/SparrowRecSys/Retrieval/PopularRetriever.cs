using SparrowRecSys.Features;

namespace SparrowRecSys.Retrieval;

/// <summary>Proposes the most popular movies, to everybody the same; the only channel that has something to say about a new user.</summary>
public sealed class PopularRetriever(MoviePopularity popularity) : IRetriever
{
    public const string RetrieverName = "popular";

    public string Name => RetrieverName;

    public bool IsInMemory => true;

    public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates)
    {
        ReadOnlySpan<int> rows = popularity.BestFirst;
        int count = Math.Min(rows.Length, candidates.Length);
        for (int i = 0; i < count; i++)
        {
            candidates[i] = new Candidate(rows[i], popularity.Scores[rows[i]]);
        }

        return count;
    }
}
