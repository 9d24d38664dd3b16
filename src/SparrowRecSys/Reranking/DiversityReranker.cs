using System.Numerics.Tensors;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.LinearAlgebra;

namespace SparrowRecSys.Reranking;

/// <summary>
/// Maximal marginal relevance (Carbonell and Goldstein 1998): chooses one movie after another, each time the one with the best
/// (1 - diversity) · score - diversity · (greatest similarity to a movie chosen before), scores scaled to 0..1 within the pool.
/// </summary>
/// <remarks>
/// Similarity is the cosine of the movies' vectors, at least 0; the share of common genres (Jaccard) where one has no vector. Thread-safe.
/// </remarks>
/// <param name="movies">Gives the genres.</param>
/// <param name="table">Aligned to the catalog; <see langword="null"/>: genres only.</param>
/// <param name="options">Pool size and default weights.</param>
public sealed class DiversityReranker(MovieCatalog movies, EmbeddingTable? table, RerankingOptions options)
{
    /// <summary>Places that are diversified; nobody compares the 101st film with the first, and the cost is quadratic.</summary>
    public const int MaxDiversified = 100;

    /// <summary>Name in traces.</summary>
    public const string RerankerName = "diversity";

    /// <summary>The weight for a query: the query's own, else the configured one.</summary>
    public float DiversityOf(RecommendationQuery query, bool isNewUser) =>
        query.Diversity ?? (isNewUser ? options.NewUserDiversity : options.Diversity);

    /// <summary>Best candidates among which to choose, for a number of movies wanted.</summary>
    public int PoolSize(int size) => (int)Math.Min(int.MaxValue, (long)size * options.PoolFactor);

    /// <summary>Brings the movies to show to the front, best first.</summary>
    /// <param name="pool">Ranked candidates, best first; reordered, none added.</param>
    /// <param name="size">Movies wanted; at most this many are at the front afterwards.</param>
    /// <param name="diversity">0 leaves the order as it is; 1 looks at differences only.</param>
    /// <param name="space">Room for the work; reused from query to query.</param>
    /// <returns>How many movies to show, at most <paramref name="size"/>.</returns>
    public int Rerank(Span<Candidate> pool, int size, float diversity, RerankingSpace space)
    {
        int shown = Math.Min(size, pool.Length);
        int diversified = Math.Min(shown, MaxDiversified);
        Span<Candidate> choice = pool[..Math.Min(pool.Length, PoolSize(diversified))];
        if (diversity <= 0 || choice.Length < 2)
        {
            return shown;
        }

        space.Load(choice, table);
        Choose(choice, diversified, diversity, space);
        return shown;
    }

    private void Choose(Span<Candidate> pool, int count, float diversity, RerankingSpace space)
    {
        float range = Math.Max(pool[0].Score - pool[^1].Score, float.Epsilon);
        Span<float> relevance = space.Relevance;
        Span<float> nearest = space.Nearest;
        Span<float> gain = space.Gain;
        nearest.Clear();
        for (int i = 0; i < pool.Length; i++)
        {
            relevance[i] = (1 - diversity) * (1 - ((pool[0].Score - pool[i].Score) / range));
        }

        for (int place = 0; place < count; place++)
        {
            // The first of equal ones: the pool is in the order of score, ties by row.
            TensorPrimitives.MultiplyAdd(nearest, -diversity, relevance, gain);
            int best = TensorPrimitives.IndexOfMax<float>(gain);
            space.Chosen[place] = pool[best];
            relevance[best] = float.NegativeInfinity;
            UpdateNearest(pool, best, space);
        }

        // The chosen ones first, then the others in the order of score.
        int at = count;
        for (int i = 0; i < pool.Length; i++)
        {
            if (!float.IsNegativeInfinity(relevance[i]))
            {
                space.Chosen[at++] = pool[i];
            }
        }

        space.Chosen.CopyTo(pool);
    }

    /// <summary>Takes the movie just chosen into account in the greatest similarity of all.</summary>
    private void UpdateNearest(ReadOnlySpan<Candidate> pool, int chosen, RerankingSpace space)
    {
        int chosenRow = pool[chosen].MovieRow;
        Span<float> similarity = space.Similarity;
        bool hasVector = table is not null && table.HasVector(chosenRow);
        if (table is not null && hasVector)
        {
            DotProducts.OfColumns(table.Row(chosenRow), space.Columns, similarity);
        }

        for (int i = 0; i < similarity.Length && !(hasVector && space.HaveAllVectors); i++)
        {
            if (!hasVector || !space.HasVector[i])
            {
                similarity[i] = GenreOverlap(chosenRow, pool[i].MovieRow);
            }
        }

        TensorPrimitives.Max(space.Nearest, similarity, space.Nearest);
    }

    /// <summary>Genres of both over genres of either, 0 to 1; 0 when neither has one.</summary>
    private float GenreOverlap(int row, int otherRow)
    {
        ReadOnlySpan<byte> genres = movies.GenreIndexes(row);
        ReadOnlySpan<byte> others = movies.GenreIndexes(otherRow);
        int common = 0;
        foreach (byte genre in genres)
        {
            common += others.Contains(genre) ? 1 : 0;
        }

        int either = genres.Length + others.Length - common;
        return either == 0 ? 0 : (float)common / either;
    }
}
