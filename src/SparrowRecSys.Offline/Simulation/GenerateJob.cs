using System.Text.Json;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Simulation;

/// <summary>Generates a data set of simulated ratings.</summary>
internal static class GenerateJob
{
    /// <summary>Most movies of a generated catalog.</summary>
    public const int MostMovies = 1_000_000;

    private static readonly JsonSerializerOptions SummaryJson = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes <c>ratings.csv</c>, <c>generated.json</c> and, when the directory is not the catalog's own, the catalog.</summary>
    /// <exception cref="UsageException">A number is out of range.</exception>
    /// <exception cref="InvalidDataException">The catalog cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; no half-written file is left.</exception>
    public static GeneratedSummary Run(GenerateOptions options, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        Check(options, options.Movies == 0 ? null : options.Movies);
        MovieCatalog real = DataSetLoader.LoadMovies(options.Catalog);
        int movieCount = options.Movies == 0 ? real.Count : options.Movies;
        Check(options, movieCount);
        bool isInPlace = FullPath(options.Catalog) == FullPath(options.Out);
        if (isInPlace && movieCount != real.Count)
        {
            throw new UsageException(
                $"--movies {movieCount} would change the catalog of {real.Count} movies in {options.Out}; expected another directory for --out.");
        }

        ulong seed = (ulong)options.Seed;
        MovieCatalog movies = movieCount == real.Count ? real
            : movieCount > real.Count ? InventedMovies.Extend(real, movieCount, seed)
            : InventedMovies.TakeBestKnown(real, movieCount, seed);
        WriteRatings(options, movies, seed, progress, cancellation);
        if (!isInPlace)
        {
            CatalogFiles.Write(movies, options.Out);
        }

        GeneratedSummary summary = Summarise(options, movieCount, Math.Max(0, movieCount - real.Count));
        AtomicFile.WriteText(Path.Combine(options.Out, "generated.json"), JsonSerializer.Serialize(summary, SummaryJson) + "\n");
        return summary;
    }

    private static string FullPath(string directory) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));

    private static void WriteRatings(GenerateOptions options, MovieCatalog movies, ulong seed, IProgress<long>? progress, CancellationToken cancellation)
    {
        int[] counts = ActivityPlan.Draw(options.Users, movies.Count, options.Ratings, seed);
        var simulation = new RatingsSimulation(new TasteModel(new MovieTraits(movies, seed), seed), seed);
        AtomicFile.Write(Path.Combine(options.Out, "ratings.csv"), stream => simulation.Write(stream, counts, options.Threads, progress, cancellation));
    }

    /// <summary>Checks the numbers; those that need the catalog's size only when it is known.</summary>
    private static void Check(GenerateOptions options, int? movies)
    {
        Check("--users", options.Users, 1, int.MaxValue);
        Check("--threads", options.Threads, 1, 1024);
        if (movies is { } count)
        {
            Check("--movies", count, 2, MostMovies);
            Check("--ratings", options.Ratings, options.Users, (long)options.Users * ActivityPlan.Most(count), $" (for {options.Users} users and {count} movies)");
        }
    }

    private static void Check(string option, long found, long smallest, long largest, string circumstances = "")
    {
        if (found < smallest || found > largest)
        {
            throw new UsageException($"{option}: found {found}, allowed are {smallest} to {largest}{circumstances}.");
        }
    }

    private static GeneratedSummary Summarise(GenerateOptions options, int movies, int invented) => new()
    {
        Command = $"sparrow data generate --users {options.Users} --ratings {options.Ratings} --movies {movies} --seed {options.Seed}",
        Seed = options.Seed,
        Users = options.Users,
        Movies = movies,
        InventedMovies = invented,
        Ratings = options.Ratings,
    };
}
