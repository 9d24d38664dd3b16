using System.CommandLine;
using SparrowRecSys.Offline.Simulation;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow data generate</c>: simulated ratings in the MovieLens form.</summary>
internal static class DataGenerateCommand
{
    private const string Description =
        """
        Simulate ratings of real movies, from a seed.

        Users have latent tastes, habits and sessions; movies have a kind, a fame and a quality. The same seed gives the same
        bytes. The number of ratings is met exactly. generated.json beside them marks the data as simulated.

        Examples:
          sparrow data generate --out data
              the committed sample: 6,000 users, 400,000 ratings of the catalog in data
          sparrow data generate --movies 1000 --users 30000 --ratings 1160000 --out out/load
              the 1,000 best known movies, for load tests
          sparrow data generate --movies 1000000 --users 200000 --ratings 20000000 --out out/large
              a million movies, nearly all of them invented
        """;

    private static readonly GenerateOptions Defaults = new() { Out = "" };

    private static readonly Option<int> Users = Defaulted("--users", "Users, 1 or more.", Defaults.Users);
    private static readonly Option<long> Ratings = Defaulted("--ratings", "Ratings of all users together.", Defaults.Ratings);
    private static readonly Option<long> Seed = Defaulted("--seed", "Same seed, same bytes.", Defaults.Seed);
    private static readonly Option<int> Threads = Defaulted("--threads", "Threads; does not change the result.", Defaults.Threads);
    private static readonly Option<string> Catalog = Defaulted("--catalog", "Directory with movies.csv and details.csv.", Defaults.Catalog);

    private static readonly Option<int?> Movies = new("--movies")
    {
        Description = $"Movies, 2 to {GenerateJob.MostMovies}: more than the catalog has are invented, of fewer the best known are taken. [default: the catalog]",
    };

    private static readonly Option<string> Out = new("--out") { Description = "Directory to write to.", Required = true };

    public static Command Create()
    {
        var command = new Command("generate", Description) { Users, Ratings, Movies, Seed, Out, Catalog, Threads, CommandLine.Json };
        return command.Runs(Run);
    }

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(Movies) == 0)
        {
            throw new UsageException($"--movies: found 0, allowed are 2 to {GenerateJob.MostMovies}.");
        }

        var options = new GenerateOptions
        {
            Users = parsed.GetValue(Users),
            Ratings = parsed.GetValue(Ratings),
            Movies = parsed.GetValue(Movies) ?? 0,
            Seed = parsed.GetValue(Seed),
            Threads = parsed.GetValue(Threads),
            Catalog = parsed.GetRequiredValue(Catalog),
            Out = parsed.GetRequiredValue(Out),
        };
        GeneratedSummary summary = CommandLine.Console.Progress().Start(context =>
        {
            ProgressTask bar = context.AddTask("Simulating ratings", maxValue: options.Ratings);
            return GenerateJob.Run(options, new BarProgress(bar), cancellation);
        });
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(summary);
            return;
        }

        System.Console.Out.WriteLine(
            $"{Path.GetFullPath(options.Out)}: {summary.Ratings:N0} simulated ratings by {summary.Users:N0} users of {summary.Movies:N0} movies"
            + (summary.InventedMovies > 0 ? $", {summary.InventedMovies:N0} of them invented." : "."));
    }

    private static Option<T> Defaulted<T>(string name, string description, T value) => new(name) { Description = description, DefaultValueFactory = _ => value };

    /// <summary>Moves the bar from the writing thread; <see cref="Progress{T}"/> would do it later, in any order.</summary>
    private sealed class BarProgress(ProgressTask bar) : IProgress<long>
    {
        public void Report(long value) => bar.Value = value;
    }
}
