using System.Globalization;
using BenchmarkDotNet.Attributes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Content;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Benchmarks.Content;

/// <summary>
/// Time for the content vectors of 62,000 movies, the size of ML-25M, with the defaults: titles of one to five words whose frequency falls as
/// 1 / rank, year and genres; with details also people, country and a synopsis of 25 words. Seconds, so <c>--warmupCount 1 --iterationCount 3</c> are enough.
/// </summary>
[MemoryDiagnoser]
public class ContentBenchmark
{
    private const int Movies = 62_000;
    private const int Words = 40_000;
    private const int People = 60_000;
    private const int Genres = 19;
    private const int Countries = 80;

    private DataSet? _data;

    [Params(false, true)]
    public bool Details { get; set; }

    [GlobalSetup]
    public void CreateMovies()
    {
        Random random = SeededRandom.Create(1, 0);
        var movies = new MovieCatalog(Enumerable.Range(1, Movies).Select(id => Create(id, random)));
        _data = new DataSet
        {
            Directory = "memory",
            Layout = "latest",
            Movies = movies,
            Ratings = new RatingTableBuilder(Movies).Build(),
            Hash = "",
            IsSimulated = true,
            Report = new DataReport([]),
        };
    }

    [Benchmark]
    public int Learn() => ContentMethod.Learn(_data!, new ContentOptions(), new LearningContext()).Facts.Count;

    private Movie Create(int movieId, Random random)
    {
        string title = string.Join(' ', Names("Word", Words, 1 + random.Next(5), random));
        return new Movie
        {
            MovieId = movieId,
            Title = title,
            DisplayTitle = title,
            ReleaseYear = 2020 - (int)Math.Pow(100, random.NextDouble()),
            Genres = [.. Names("genre", Genres, 1 + random.Next(3), random).Distinct()],
            Details = !Details ? null : new MovieDetails
            {
                Directors = Names("director", People, 1, random),
                Cast = Names("actor", People, 4, random),
                Countries = Names("country", Countries, 1, random),
                Synopsis = string.Join(' ', Names("word", Words, 25, random)),
            },
        };
    }

    /// <summary>Names whose frequency falls as 1 / rank.</summary>
    private static string[] Names(string kind, int count, int wanted, Random random) =>
        [.. Enumerable.Range(0, wanted).Select(_ => string.Create(CultureInfo.InvariantCulture, $"{kind}{(int)Math.Pow(count, random.NextDouble())}"))];
}
