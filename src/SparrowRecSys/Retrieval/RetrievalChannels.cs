using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Retrieval;

/// <summary>Makes the channels that are switched on.</summary>
public static class RetrievalChannels
{
    /// <summary>Names of all channels that there are with some models.</summary>
    public static IReadOnlyList<string> NamesWith(RetrievalModelSet models) =>
        [PopularRetriever.RetrieverName, GenreRetriever.RetrieverName, .. models.Names, NeighborRetriever.RetrieverName];

    /// <param name="options">Which channels, and how much of each.</param>
    /// <param name="movies">The catalog.</param>
    /// <param name="popularity">Order of the popular and the genre channel.</param>
    /// <param name="models">The models that are loaded; each is a channel.</param>
    /// <returns>Popular, genre, the models in their order, neighbours; those that are switched off left out.</returns>
    /// <exception cref="ArgumentException">The options name a channel that does not exist; the message lists those that do.</exception>
    public static IReadOnlyList<RetrievalChannel> Create(
        RetrievalOptions options, MovieCatalog movies, MoviePopularity popularity, RetrievalModelSet models)
    {
        string[] known = [.. NamesWith(models), .. models.RefusedNames];
        if (options.Channels.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new ArgumentException(
                $"{RetrievalOptions.SectionName}:{nameof(RetrievalOptions.Channels)} has '{unknown}', but the channels are {string.Join(", ", known)}. "
                + $"A retrieval model is a channel once it is in the folder of {RetrievalOptions.SectionName}:{nameof(RetrievalOptions.Directory)}.");
        }

        var retrievers = new List<IRetriever> { new PopularRetriever(popularity), new GenreRetriever(movies, popularity) };
        retrievers.AddRange(models.All.Select(model => new ModelRetriever(model)));
        if (models.Primary is { } primary)
        {
            retrievers.Add(new NeighborRetriever(primary.Neighbors, options.RecentMovies));
        }

        return [.. retrievers
            .Select(retriever => new RetrievalChannel(retriever, options.Channels.TryGetValue(retriever.Name, out ChannelOptions? own) ? own : new ChannelOptions()))
            .Where(channel => channel.Options.Enabled)];
    }
}
