using System.Buffers;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Features;

namespace SparrowRecSys.Retrieval;

/// <summary>
/// Proposes the neighbours of the movies the user liked last. A movie scores the sum of its cosines to them, so that a neighbour of
/// several comes first; negative cosines do not count.
/// </summary>
/// <param name="neighbors">Neighbour lists of the catalog's rows.</param>
/// <param name="recentMovies">How many of the last liked movies are looked at.</param>
public sealed class NeighborRetriever(MovieNeighbors neighbors, int recentMovies) : IRetriever
{
    public const string RetrieverName = "neighbors";

    public string Name => RetrieverName;

    public bool IsInMemory => true;

    public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates)
    {
        ReadOnlySpan<int> liked = user.Positives[..Math.Min(user.Positives.Length, recentMovies)];
        if (liked.IsEmpty)
        {
            return 0;
        }

        float[] sums = ArrayPool<float>.Shared.Rent(neighbors.Table.Count); // by movie row
        try
        {
            sums.AsSpan(0, neighbors.Table.Count).Clear();
            AddCosines(liked, sums);
            return TakeBest(liked, sums, candidates);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(sums);
        }
    }

    private void AddCosines(ReadOnlySpan<int> liked, float[] sums)
    {
        foreach (int row in liked)
        {
            foreach (Candidate neighbor in neighbors.Of(row))
            {
                sums[neighbor.MovieRow] += Math.Max(0, neighbor.Score);
            }
        }
    }

    private int TakeBest(ReadOnlySpan<int> liked, float[] sums, Span<Candidate> candidates)
    {
        var best = new TopCandidates(candidates);
        foreach (int row in liked)
        {
            foreach (Candidate neighbor in neighbors.Of(row))
            {
                if (sums[neighbor.MovieRow] > 0)
                {
                    best.Add(neighbor.MovieRow, sums[neighbor.MovieRow]);
                    sums[neighbor.MovieRow] = 0; // offered; not a second time
                }
            }
        }

        return best.SortBestFirst();
    }
}
