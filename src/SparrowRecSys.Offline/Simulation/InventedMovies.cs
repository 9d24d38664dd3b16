using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Simulation;

/// <summary>Makes a catalog larger or smaller than the one at hand.</summary>
internal static class InventedMovies
{
    /// <summary>
    /// Adds movies that do not exist, named so: genres of one real movie, year of another. Ids go on after the largest. They have no people,
    /// no country and no links.
    /// </summary>
    /// <param name="real">At least one movie.</param>
    /// <param name="count">Movies of the result, at least those of <paramref name="real"/>.</param>
    /// <param name="seed">Seed of the whole simulation.</param>
    public static MovieCatalog Extend(MovieCatalog real, int count, ulong seed)
    {
        int nextId = real[real.Count - 1].MovieId + 1;
        return new MovieCatalog(real.FileOrder.Select(row => real[row]).Concat(Enumerable.Range(0, count - real.Count).Select(i => Invent(real, nextId, i, seed))));
    }

    /// <summary>The best known movies of a catalog, with their ids, in file order; ties go to the smaller id.</summary>
    public static MovieCatalog TakeBestKnown(MovieCatalog real, int count, ulong seed)
    {
        IReadOnlyList<float> fame = new MovieFame(real, MovieFacts.Sagas(real), seed).Fame;
        HashSet<int> kept = [.. Enumerable.Range(0, real.Count).OrderByDescending(row => fame[row]).ThenBy(row => row).Take(count)];
        return new MovieCatalog(real.FileOrder.Where(kept.Contains).Select(row => real[row]));
    }

    private static Movie Invent(MovieCatalog real, int firstId, int index, ulong seed)
    {
        var random = new SimulationRandom(seed, "invented movie", index);
        string title = $"Invented Film {index + 1:D6}";
        return new Movie
        {
            MovieId = firstId + index,
            Title = title,
            DisplayTitle = title,
            Genres = real[random.Next(real.Count)].Genres,
            ReleaseYear = real[random.Next(real.Count)].ReleaseYear,
        };
    }
}
