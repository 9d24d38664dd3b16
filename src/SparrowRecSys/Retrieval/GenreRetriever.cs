using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Retrieval;

/// <summary>
/// Proposes the most popular movies of the user's genres, each genre in proportion to the user's affinity to it (D'Hondt's method:
/// the k-th movie of a genre scores affinity / k, and the highest scores win).
/// </summary>
public sealed class GenreRetriever : IRetriever
{
    private readonly MovieCatalog _movies;
    private readonly int[][] _rowsOfGenre; // by genre, most popular first
    private readonly int[][] _ranks; // by movie row: rank from 1 within each of the movie's genres, parallel to GenreIndexes

    public GenreRetriever(MovieCatalog movies, MoviePopularity popularity)
    {
        _movies = movies;
        var rowsOfGenre = new List<int>[movies.Genres.Count];
        for (int genre = 0; genre < rowsOfGenre.Length; genre++)
        {
            rowsOfGenre[genre] = [];
        }

        _ranks = new int[movies.Count][];
        foreach (int row in popularity.BestFirst)
        {
            ReadOnlySpan<byte> genres = movies.GenreIndexes(row);
            _ranks[row] = new int[genres.Length];
            for (int i = 0; i < genres.Length; i++)
            {
                rowsOfGenre[genres[i]].Add(row);
                _ranks[row][i] = rowsOfGenre[genres[i]].Count;
            }
        }

        _rowsOfGenre = [.. rowsOfGenre.Select(rows => rows.ToArray())];
    }

    public string Name => "genre";

    public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates)
    {
        ReadOnlySpan<float> affinity = user.GenreAffinity;
        Span<int> taken = stackalloc int[affinity.Length]; // movies of each genre looked at so far
        taken.Clear();
        int count = 0;
        while (count < candidates.Length && FindNext(affinity, taken) is var genre and >= 0)
        {
            int row = _rowsOfGenre[genre][taken[genre]++];
            float score = affinity[genre] / taken[genre];
            if (!CameThroughAnotherGenre(row, genre, score, affinity))
            {
                candidates[count++] = new Candidate(row, score);
            }
        }

        return count;
    }

    /// <summary>The genre whose next movie scores highest (ties: the lower movie row), or -1 when every liked genre is used up.</summary>
    private int FindNext(ReadOnlySpan<float> affinity, ReadOnlySpan<int> taken)
    {
        (int best, float bestScore, int bestRow) = (-1, 0, int.MaxValue);
        for (int genre = 0; genre < affinity.Length; genre++)
        {
            if (affinity[genre] <= 0 || taken[genre] >= _rowsOfGenre[genre].Length)
            {
                continue;
            }

            float score = affinity[genre] / (taken[genre] + 1);
            int row = _rowsOfGenre[genre][taken[genre]];
            if (score > bestScore || (score == bestScore && row < bestRow))
            {
                (best, bestScore, bestRow) = (genre, score, row);
            }
        }

        return best;
    }

    // Whoever scores higher in another genre was proposed there already: no need to remember who was.
    private bool CameThroughAnotherGenre(int row, int genre, float score, ReadOnlySpan<float> affinity)
    {
        ReadOnlySpan<byte> genres = _movies.GenreIndexes(row);
        for (int i = 0; i < genres.Length; i++)
        {
            float other = affinity[genres[i]] / _ranks[row][i];
            if (other > score || (other == score && genres[i] < genre))
            {
                return true;
            }
        }

        return false;
    }
}
