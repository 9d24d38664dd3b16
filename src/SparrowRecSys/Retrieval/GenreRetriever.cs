using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Retrieval;

/// <summary>
/// Proposes the most popular movies of the user's genres, each genre in proportion to the user's affinity to it (D'Hondt's method:
/// the k-th movie of a genre scores affinity / k, and the highest scores win). Cost depends on the movies wanted, not on the catalog.
/// </summary>
public sealed class GenreRetriever : IRetriever
{
    private readonly int[][] _rowsOfGenre; // by genre, most popular first
    private readonly float[] _shareOfRank; // 1 / (position + 1)

    // Each movie's genres with 1 / (its rank there), movie after movie, in one piece so that they stay in the processor's first cache.
    private readonly int[] _starts; // by movie row
    private readonly (int Genre, float Share)[] _shares;

    public GenreRetriever(MovieCatalog movies, MoviePopularity popularity)
    {
        var rowsOfGenre = new List<int>[movies.Genres.Count];
        for (int genre = 0; genre < rowsOfGenre.Length; genre++)
        {
            rowsOfGenre[genre] = [];
        }

        _shareOfRank = [.. Enumerable.Range(1, movies.Count + 1).Select(rank => 1f / rank)];
        _starts = new int[movies.Count + 1];
        for (int row = 0; row < movies.Count; row++)
        {
            _starts[row + 1] = _starts[row] + movies.GenreIndexes(row).Length;
        }

        _shares = new (int, float)[_starts[^1]];
        foreach (int row in popularity.BestFirst)
        {
            ReadOnlySpan<byte> genres = movies.GenreIndexes(row);
            for (int i = 0; i < genres.Length; i++)
            {
                _shares[_starts[row] + i] = (genres[i], _shareOfRank[rowsOfGenre[genres[i]].Count]);
                rowsOfGenre[genres[i]].Add(row);
            }
        }

        _rowsOfGenre = [.. rowsOfGenre.Select(rows => rows.ToArray())];
    }

    public string Name => "genre";

    public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates)
    {
        // A genre's scores fall as affinity / k, so at most 1 / cutoff movies reach a cutoff, those of several genres counted as often.
        bool isMoreLeft = !candidates.IsEmpty;
        int count = 0;
        for (float cutoff = 1f / (3 * Math.Max(1, candidates.Length)); isMoreLeft && count < candidates.Length; cutoff /= 2)
        {
            var best = new TopCandidates(candidates);
            isMoreLeft = Offer(user.GenreAffinity, cutoff, ref best);
            count = best.SortBestFirst();
        }

        return count;
    }

    /// <summary>Offers every movie that scores at least <paramref name="cutoff"/>, each once; returns whether liked genres have more.</summary>
    private bool Offer(ReadOnlySpan<float> affinity, float cutoff, ref TopCandidates best)
    {
        bool isMoreLeft = false;
        for (int genre = 0; genre < affinity.Length; genre++)
        {
            int[] rows = affinity[genre] > 0 ? _rowsOfGenre[genre] : [];
            int taken = 0;
            for (; taken < rows.Length && affinity[genre] * _shareOfRank[taken] is var score && score >= cutoff; taken++)
            {
                if (!ComesThroughAnotherGenre(rows[taken], genre, score, affinity))
                {
                    best.Add(rows[taken], score);
                }
            }

            isMoreLeft |= taken < rows.Length;
        }

        return isMoreLeft;
    }

    // Each movie is offered by the genre in which it scores highest, of equal ones by the first: no need to remember which were offered.
    private bool ComesThroughAnotherGenre(int row, int genre, float score, ReadOnlySpan<float> affinity)
    {
        foreach ((int otherGenre, float share) in _shares.AsSpan(_starts[row].._starts[row + 1]))
        {
            float other = affinity[otherGenre] * share;
            if (other > score || (other == score && otherGenre < genre))
            {
                return true;
            }
        }

        return false;
    }
}
