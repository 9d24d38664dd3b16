using System.Text.Json;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Simulation;

namespace SparrowRecSys.Offline.Tests.Simulation;

public sealed class GenerateJobTests : IDisposable
{
    private static readonly string[] CatalogNames = ["movies.csv", "links.csv", "details.csv"];

    private readonly TemporaryFolder _folder = new();

    public GenerateJobTests() => CatalogFiles.Write(SimulatedWorld.Catalog, Catalog);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Catalog => Path.Combine(_folder.Path, "catalog");

    private string Out => Path.Combine(_folder.Path, "out");

    private GenerateOptions Options => new() { Users = 20, Ratings = 900, Catalog = Catalog, Out = Out };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_data_set_is_made_that_says_it_is_simulated()
    {
        GenerateJob.Run(Options, cancellation: Stop);

        DataSet data = DataSetLoader.Load(Out);
        using JsonDocument summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "generated.json")));
        Assert.True(data.IsSimulated);
        Assert.Equal((900, 20, 300), (data.Ratings.Count, data.Ratings.UserCount, data.Movies.Count));
        Assert.Equal(20261124, summary.RootElement.GetProperty("seed").GetInt64());
        Assert.Equal(900, summary.RootElement.GetProperty("ratings").GetInt64());
    }

    [Fact]
    public void The_catalog_is_copied_with_all_its_facts()
    {
        GenerateJob.Run(Options, cancellation: Stop);

        Assert.All(
            CatalogNames,
            file => Assert.Equal(File.ReadAllText(Path.Combine(Catalog, file)), File.ReadAllText(Path.Combine(Out, file))));
        Movie movie = DataSetLoader.LoadMovies(Out)[1];
        Assert.Equal(("Movie 001 \"Quoted\", The", "0000001", "Director 1"), (movie.Title, movie.ImdbId, movie.Details?.Directors[0]));
    }

    [Fact]
    public void In_the_catalogs_own_directory_only_ratings_and_summary_are_written()
    {
        DateTime before = File.GetLastWriteTimeUtc(Path.Combine(Catalog, "movies.csv"));

        GenerateJob.Run(Options with { Out = Catalog + "/" }, cancellation: Stop);

        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(Catalog, "movies.csv")));
        Assert.Equal(900, DataSetLoader.Load(Catalog).Ratings.Count);
    }

    [Fact]
    public void Movies_beyond_the_catalog_are_invented_and_valid()
    {
        GeneratedSummary summary = GenerateJob.Run(Options with { Movies = 6_000 }, cancellation: Stop);

        DataSet data = DataSetLoader.Load(Out);
        Assert.Equal(5_700, summary.InventedMovies);
        Assert.Equal(0, data.Report.WorstBadShare);
        Assert.Equal(6_000, data.Movies.Count);
        Assert.Equal("Invented Film 000001", data.Movies[data.Movies.FindRow(601)].Title);
        Assert.All(Enumerable.Range(300, 5_700), row => Assert.InRange(data.Movies[row].ReleaseYear, 1950, 2020));
    }

    [Fact]
    public void Of_fewer_movies_the_best_known_are_taken_with_their_ids()
    {
        GenerateJob.Run(Options with { Movies = 90 }, cancellation: Stop);

        MovieCatalog movies = DataSetLoader.LoadMovies(Out);
        IReadOnlyList<float> fame = new MovieFame(SimulatedWorld.Catalog, MovieFacts.Sagas(SimulatedWorld.Catalog), 20261124).Fame;
        int[] bestKnown = [.. Enumerable.Range(0, 300).OrderByDescending(row => fame[row]).Take(90).Order().Select(row => SimulatedWorld.Catalog[row].MovieId)];
        Assert.Equal(bestKnown, Enumerable.Range(0, 90).Select(row => movies[row].MovieId));
    }

    [Fact]
    public void When_stopped_it_leaves_no_file()
    {
        using var stop = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(
            () => GenerateJob.Run(Options with { Users = 5_000, Ratings = 200_000 }, new StoppingProgress(stop), stop.Token));

        Assert.Empty(Directory.EnumerateFiles(Out));
    }

    [Fact]
    public void A_catalog_with_a_bad_row_is_refused_with_file_and_line()
    {
        File.AppendAllText(Path.Combine(Catalog, "movies.csv"), "x,Bad (2000),Drama\n");

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => GenerateJob.Run(Options, cancellation: Stop));

        Assert.Equal($"{Path.Combine(Catalog, "movies.csv")}(302): found x,Bad (2000),Drama, expected a movieId of 1 to 2147483647.", error.Message);
    }

    [Fact]
    public void A_directory_without_a_catalog_is_refused() =>
        Assert.Contains("found no movies.csv", Assert.Throws<InvalidDataException>(() => GenerateJob.Run(Options with { Catalog = _folder.Path }, cancellation: Stop)).Message);

    [Theory]
    [InlineData(0, 900, 0, "--users: found 0, allowed are 1 to 2147483647.")]
    [InlineData(20, 19, 0, "--ratings: found 19, allowed are 20 to 3000 (for 20 users and 300 movies).")]
    [InlineData(20, 3001, 0, "--ratings: found 3001, allowed are 20 to 3000 (for 20 users and 300 movies).")]
    [InlineData(20, 900, 1, "--movies: found 1, allowed are 2 to 1000000.")]
    [InlineData(20, 900, 1_000_001, "--movies: found 1000001, allowed are 2 to 1000000.")]
    public void A_number_out_of_range_is_refused_naming_option_found_and_allowed(int users, long ratings, int movies, string message)
    {
        UsageException error = Assert.Throws<UsageException>(() => GenerateJob.Run(Options with { Users = users, Ratings = ratings, Movies = movies }, cancellation: Stop));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_catalog_is_not_overwritten_by_one_of_another_size()
    {
        UsageException error = Assert.Throws<UsageException>(() => GenerateJob.Run(Options with { Movies = 400, Out = Catalog }, cancellation: Stop));

        Assert.StartsWith("--movies 400 would change the catalog of 300 movies", error.Message, StringComparison.Ordinal);
    }

    private sealed class StoppingProgress(CancellationTokenSource stop) : IProgress<long>
    {
        public void Report(long value) => stop.Cancel();
    }
}
