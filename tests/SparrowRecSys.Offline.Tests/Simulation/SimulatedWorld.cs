using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Simulation;

namespace SparrowRecSys.Offline.Tests.Simulation;

/// <summary>A small invented catalog, and what the simulation makes of it.</summary>
internal static class SimulatedWorld
{
    public const ulong Seed = 7;

    private static readonly string[] Genres = ["Action", "Comedy", "Drama", "Horror", "Western", "Animation"];
    private static readonly string[] Countries = ["USA", "Japan", "China", "France"];

    /// <summary>300 movies from 1950 to 2020, ids 2, 4, 6, ...</summary>
    public static MovieCatalog Catalog { get; } = new(Enumerable.Range(0, 300).Select(i => new Movie
    {
        MovieId = 2 * (i + 1),
        Title = $"Movie {i:D3} \"Quoted\", The",
        DisplayTitle = $"The Movie {i:D3} \"Quoted\"",
        ReleaseYear = 1950 + (i * 7 % 71),
        Genres = [Genres[i % 6], Genres[(i / 6 % 5) + (i / 6 % 5 >= i % 6 ? 1 : 0)]],
        ImdbId = $"{i:D7}",
        Details = new MovieDetails { Directors = [$"Director {i % 40}"], Cast = [$"Lead {i % 70}", $"Lead {i % 90}"], Countries = [Countries[i % 4]] },
    }));

    public static TasteModel CreateModel(MovieCatalog? movies = null, ulong seed = Seed) => new(new MovieTraits(movies ?? Catalog, seed), seed);

    /// <summary>The bytes of <c>ratings.csv</c>.</summary>
    public static byte[] Simulate(int users, long ratings, int threads = 2, ulong seed = Seed)
    {
        using var stream = new MemoryStream();
        int[] counts = ActivityPlan.Draw(users, Catalog.Count, ratings, seed);
        new RatingsSimulation(CreateModel(seed: seed), seed).Write(stream, counts, threads, progress: null, CancellationToken.None);
        return stream.ToArray();
    }

    /// <summary>The same, read back.</summary>
    public static DataSet Load(int users, long ratings)
    {
        using var folder = new TemporaryFolder();
        CatalogFiles.Write(Catalog, folder.Path);
        File.WriteAllBytes(Path.Combine(folder.Path, "ratings.csv"), Simulate(users, ratings));
        return DataSetLoader.Load(folder.Path);
    }
}
