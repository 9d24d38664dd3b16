using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Retrieval;

/// <summary>Makes the channels that are switched on.</summary>
public static class RetrieverSet
{
    /// <param name="options">Which channels.</param>
    /// <param name="movies">The catalog.</param>
    /// <param name="popularity">Order of the popular and the genre channel.</param>
    /// <param name="models">The models that are loaded; each is a channel.</param>
    public static IReadOnlyList<IRetriever> Create(
        RetrievalOptions options, MovieCatalog movies, MoviePopularity popularity, RetrievalModelSet models)
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

        if (options.Embedding)
        {
            retrievers.AddRange(models.All.Select(model => new ModelRetriever(model)));
        }

        if (options.Neighbors && models.Primary is { } primary)
        {
            retrievers.Add(new NeighborRetriever(primary.Neighbors, options.RecentMovies));
        }

        return retrievers;
    }
}
