using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Features;

namespace SparrowRecSys.Retrieval;

/// <summary>Makes the channels that are switched on.</summary>
public static class RetrieverSet
{
    /// <param name="options">Which channels.</param>
    /// <param name="movies">The catalog.</param>
    /// <param name="popularity">Order of the popular and the genre channel.</param>
    /// <param name="embedding">Aligned to the catalog; <see langword="null"/> when none is loaded: its channels are then left out.</param>
    public static IReadOnlyList<IRetriever> Create(
        RetrievalOptions options, MovieCatalog movies, MoviePopularity popularity, MovieEmbedding? embedding)
    {
        var retrievers = new List<IRetriever>();
        if (options.Popular)
        {
            retrievers.Add(new PopularRetriever(popularity));
        }

        if (options.Genre)
        {
            retrievers.Add(new GenreRetriever(movies, popularity));
        }

        if (options.Embedding && embedding is not null)
        {
            retrievers.Add(new EmbeddingRetriever(embedding.Table));
        }

        if (options.Neighbors && embedding is not null)
        {
            retrievers.Add(new NeighborRetriever(embedding.Neighbors, options.RecentMovies));
        }

        return retrievers;
    }
}
