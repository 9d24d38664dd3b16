using System.Buffers;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Retrieval;

/// <summary>
/// Proposes the most popular movies of the user's genres, each genre in proportion to the user's affinity to it (D'Hondt's method:
/// the k-th movie of a genre scores affinity / k, and the highest scores win; a movie of several genres has the highest of its scores).
/// </summary>
public sealed class GenreRetriever : IRetriever
{
    public const string RetrieverName = "genre";

    private readonly int[][] _rowsOfGenre; // by genre, most popular first
    private readonly float[] _shareOfRank; // 1 / (position + 1)

    public GenreRetriever(MovieCatalog movies, MoviePopularity popularity)
    {
        var rowsOfGenre = new List<int>[movies.Genres.Count];
        for (int genre = 0; genre < rowsOfGenre.Length; genre++)
        {
            rowsOfGenre[genre] = [];
        }

        foreach (int row in popularity.BestFirst)
        {
            foreach (byte genre in movies.GenreIndexes(row))
            {
                rowsOfGenre[genre].Add(row);
            }
        }

        _rowsOfGenre = [.. rowsOfGenre.Select(rows => rows.ToArray())];
        _shareOfRank = [.. Enumerable.Range(1, movies.Count).Select(rank => 1f / rank)];
    }

    public string Name => RetrieverName;

    public bool IsInMemory => true;

    public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates)
    {
        int movieCount = _shareOfRank.Length;
        float[] scores = ArrayPool<float>.Shared.Rent(movieCount); // by movie row
        try
        {
            scores.AsSpan(0, movieCount).Clear();

            // A genre's scores fall as affinity / k, so at most 1 / cutoff movies reach a cutoff, those of several genres counted as often.
            bool isMoreLeft = !candidates.IsEmpty;
            int count = 0;
            for (float cutoff = 1f / (3 * Math.Max(1, candidates.Length)); isMoreLeft && count < candidates.Length; cutoff /= 2)
            {
                isMoreLeft = ScoreMovies(user.GenreAffinity, cutoff, scores);
                count = TakeBest(user.GenreAffinity, cutoff, scores, candidates);
            }

            return count;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    /// <summary>Writes the score of every movie that reaches the cutoff; returns whether the liked genres have others.</summary>
    private bool ScoreMovies(ReadOnlySpan<float> affinity, float cutoff, float[] scores)
    {
        bool isMoreLeft = false;
        for (int genre = 0; genre < affinity.Length; genre++)
        {
            ReadOnlySpan<int> rows = Reaching(genre, affinity[genre], cutoff);
            for (int i = 0; i < rows.Length; i++)
            {
                scores[rows[i]] = Math.Max(scores[rows[i]], affinity[genre] * _shareOfRank[i]);
            }

            isMoreLeft |= affinity[genre] > 0 && rows.Length < _rowsOfGenre[genre].Length;
        }

        return isMoreLeft;
    }

    private int TakeBest(ReadOnlySpan<float> affinity, float cutoff, float[] scores, Span<Candidate> candidates)
    {
        var best = new TopCandidates(candidates);
        for (int genre = 0; genre < affinity.Length; genre++)
        {
            foreach (int row in Reaching(genre, affinity[genre], cutoff))
            {
                if (scores[row] > 0)
                {
                    best.Add(row, scores[row]);
                    scores[row] = 0; // offered; not a second time
                }
            }
        }

        return best.SortBestFirst();
    }

    /// <summary>The movies of a genre that score at least <paramref name="cutoff"/> in it.</summary>
    private ReadOnlySpan<int> Reaching(int genre, float affinity, float cutoff)
    {
        int[] rows = _rowsOfGenre[genre];
        return rows.AsSpan(0, (int)Math.Min(rows.Length, affinity / cutoff));
    }
}
