using SparrowRecSys.Features;

namespace SparrowRecSys.Ranking;

/// <summary>Scores a movie by its popularity, the same for every user: the end of every fallback, and the baseline of every comparison.</summary>
public sealed class PopularityRanker(MoviePopularity popularity) : IRanker
{
    public const string RankerName = "popular";

    public string Name => RankerName;

    public bool CanRank(UserState user) => true;

    public void Score(UserState user, ReadOnlySpan<int> movieRows, Span<float> scores)
    {
        ReadOnlySpan<float> popular = popularity.Scores;
        for (int i = 0; i < movieRows.Length; i++)
        {
            scores[i] = popular[movieRows[i]];
        }
    }
}
