using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Simulation;

namespace SparrowRecSys.Offline.Tests.Simulation;

/// <summary>The project's own sample: the default options on the catalog in <c>data</c>.</summary>
public sealed class SampleDataTests(SampleDataTests.Sample sample) : IClassFixture<SampleDataTests.Sample>
{
    private const double NearestMustBeat = 1.3; // times the hit rate of popularity

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DataSet Data => sample.Data;

    [Fact]
    public void The_committed_ratings_are_what_the_defaults_generate() => Assert.Equal(DataSetLoader.Load(Sample.FindCatalog()).Hash, Data.Hash);

    [Fact]
    public void It_stays_below_12_megabytes() => Assert.InRange(sample.RatingsBytes, 6_000_000, 12_000_000);

    [Fact]
    public void Its_scores_are_spread_like_those_of_MovieLens()
    {
        double[] share = [.. Enumerable.Range(1, 10).Select(score => Data.Ratings.HalfStars.Count((byte)score) / (double)Data.Ratings.Count)];

        Assert.InRange(share.Index().Sum(pair => pair.Item * (pair.Index + 1) / 2), 3.4, 3.65);
        Assert.Equal(share.Max(), share[7]);
        Assert.InRange(share[0] + share[2] + share[4] + share[6] + share[8], 0.2, 0.35);
    }

    [Fact]
    public void Its_popularity_is_heavy_tailed()
    {
        int[] counts = [.. Enumerable.Range(0, Data.Movies.Count).Select(row => Data.Ratings.PositionsOfMovie(row).Length).Order()];
        double gini = counts.Index().Sum(pair => ((2.0 * (pair.Index + 1)) - counts.Length - 1) * pair.Item) / counts.Length / counts.Sum();

        Assert.InRange(gini, 0.4, 0.55);
        Assert.InRange(counts[^1] / (double)Data.Ratings.UserCount, 0.3, 0.55);
    }

    [Theory]
    [InlineData("Toy Story", 1995)]
    [InlineData("Godfather, The", 1972)]
    [InlineData("Star Wars: Episode IV - A New Hope", 1977)]
    [InlineData("Spirited Away", 2001)]
    [InlineData("Titanic", 1997)]
    public void A_film_known_all_over_the_world_is_among_the_first_tenth(string title, int year)
    {
        int row = Enumerable.Range(0, Data.Movies.Count).Single(row => Data.Movies[row].Title == title && Data.Movies[row].ReleaseYear == year);
        int before = Enumerable.Range(0, Data.Movies.Count).Count(other => Data.Ratings.PositionsOfMovie(other).Length > Data.Ratings.PositionsOfMovie(row).Length);

        Assert.InRange(before, 0, Data.Movies.Count / 10);
    }

    [Fact]
    public void Every_household_name_stands_in_the_catalog() =>
        Assert.Equal(
            HouseholdNames.Count,
            Enumerable.Range(0, Data.Movies.Count).Count(row => HouseholdNames.Contains(Data.Movies[row].DisplayTitle, Data.Movies[row].ReleaseYear)));

    [Fact]
    public void Movies_liked_together_foretell_the_next_one_clearly_better_than_popularity()
    {
        EvaluationSplit split = Protocols.Split(Protocols.LeaveOneOut, Data, new ProtocolOptions { MinHalfStars = Rating.PositiveHalfStars });
        RatingTable train = split.Train.Ratings;
        float[,] together = CountTogether(train);
        float[] liked = [.. Enumerable.Range(0, train.MovieCount).Select(row => (float)train.PositionsOfMovie(row).Length)];
        var evaluator = new Evaluator(split, new EvaluatorOptions());

        double popular = evaluator.Evaluate("popular", (_, scores) => liked.AsSpan().TryCopyTo(scores), Stop)["HitRate@10"].Value;
        double nearest = evaluator.Evaluate("nearest", (test, scores) => ScoreByNeighbours(test.HistoryRows, together, liked, scores), Stop)["HitRate@10"].Value;

        Assert.InRange(popular, 0.03, 0.12);
        Assert.True(nearest > NearestMustBeat * popular, $"nearest {nearest}, popular {popular}");
    }

    private static float[,] CountTogether(RatingTable ratings)
    {
        float[,] together = new float[ratings.MovieCount, ratings.MovieCount];
        for (int user = 0; user < ratings.UserCount; user++)
        {
            int[] rows = ratings.OfUser(user).MovieRows.ToArray();
            foreach (int left in rows)
            {
                foreach (int right in rows)
                {
                    together[left, right]++;
                }
            }
        }

        return together;
    }

    private static bool ScoreByNeighbours(int[] history, float[,] together, float[] liked, Span<float> scores)
    {
        foreach (int row in history)
        {
            for (int other = 0; other < scores.Length; other++)
            {
                scores[other] += together[row, other] / MathF.Sqrt((liked[row] + 20) * (liked[other] + 20));
            }
        }

        return true;
    }

    /// <summary>Generated once for all tests.</summary>
    public sealed class Sample
    {
        public Sample()
        {
            using var folder = new TemporaryFolder();
            GenerateJob.Run(new GenerateOptions { Catalog = FindCatalog(), Out = folder.Path });
            RatingsBytes = new FileInfo(Path.Combine(folder.Path, "ratings.csv")).Length;
            Data = DataSetLoader.Load(folder.Path);
        }

        public long RatingsBytes { get; }

        public DataSet Data { get; }

        public static string FindCatalog()
        {
            DirectoryInfo? directory = new(AppContext.BaseDirectory);
            while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "SparrowRecSys.sln")))
            {
                directory = directory.Parent;
            }

            return Path.Combine(directory?.FullName ?? "", "data");
        }
    }
}
