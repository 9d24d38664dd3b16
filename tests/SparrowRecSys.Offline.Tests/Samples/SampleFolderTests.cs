using ParquetSharp;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Samples;

namespace SparrowRecSys.Offline.Tests.Samples;

public sealed class SampleFolderTests : IDisposable
{
    private const int MovieCount = 30;

    private readonly TemporaryFolder _folder = new();

    /// <summary>Random ratings of films with genres; every tenth second has ten of them.</summary>
    private static readonly DataSet Data = RandomRatings(count: 600);

    [Fact]
    public void What_is_written_as_csv_reads_back_as_the_same_features()
    {
        SampleFolder.Write(Data, new SamplesOptions(), _folder.Path, ["csv"], null, TestContext.Current.CancellationToken);

        SampleFiles files = SampleFiles.Read(PathOf("trainingSamples.csv"), PathOf("testSamples.csv"));
        SampleTable expected = new PointInTimeReplay(Data, new FeatureEncoder(files.Training.Schema, files.Training.Vocabularies, Data.Movies)).Run();
        Assert.Equal(600, files.Training.Count + files.Test.Count);
        AssertSame(expected.Slice(0, files.Training.Count), files.Training);
        AssertSame(expected.Slice(files.Training.Count, files.Test.Count), files.Test);
        Assert.Contains(FeatureNames.UserHistory, files.Training.Schema.Features.Select(feature => feature.Name));
    }

    [Fact]
    public void The_columns_are_those_of_the_original()
    {
        SampleFolder.Write(Data, new SamplesOptions(), _folder.Path, ["csv"], null, TestContext.Current.CancellationToken);

        string[] lines = File.ReadAllLines(PathOf("trainingSamples.csv"));
        Assert.Equal(
            "movieId,userId,rating,timestamp,label,releaseYear,movieGenre1,movieGenre2,movieGenre3,movieRatingCount,movieAvgRating,movieRatingStddev,"
            + "userRatedMovie1,userRatedMovie2,userRatedMovie3,userRatedMovie4,userRatedMovie5,userRatingCount,userAvgReleaseYear,userReleaseYearStddev,"
            + "userAvgRating,userRatingStddev,userGenre1,userGenre2,userGenre3,userGenre4,userGenre5", lines[0]);
        Assert.All(lines, line => Assert.Equal(26, line.Count(letter => letter == ',')));
    }

    [Fact]
    public void A_split_by_time_tests_nothing_that_is_older_than_a_training_sample()
    {
        SamplesSummary summary = SampleFolder.Write(Data, new SamplesOptions { TestShare = 0.25 }, _folder.Path, ["csv"], null, TestContext.Current.CancellationToken);

        SampleFiles files = SampleFiles.Read(PathOf("trainingSamples.csv"), PathOf("testSamples.csv"));
        Assert.Equal((450, 150), (summary.Training, summary.Test));
        Assert.True(files.Training.Timestamps[^1] < files.Test.Timestamps[0]);
        Assert.Equal(summary.TestFrom, DateTimeOffset.FromUnixTimeSeconds(files.Test.Timestamps[0]));
    }

    [Fact]
    public void A_random_split_is_the_same_for_a_seed_and_about_as_large_as_asked()
    {
        int Tested(int seed)
        {
            SampleFolder.Write(Data, new SamplesOptions { IsRandom = true, TestShare = 0.3, Seed = seed }, _folder.Path, ["csv"], null, TestContext.Current.CancellationToken);
            return File.ReadAllText(PathOf("testSamples.csv")).GetHashCode(StringComparison.Ordinal);
        }

        int first = Tested(1);
        Assert.InRange(File.ReadAllLines(PathOf("testSamples.csv")).Length - 1, 120, 240);
        Assert.Equal(first, Tested(1));
        Assert.NotEqual(first, Tested(2));
    }

    [Fact]
    public void Negatives_follow_each_positive_and_are_movies_that_the_user_never_rated()
    {
        SamplesSummary summary = SampleFolder.Write(Data, new SamplesOptions { Negatives = 3 }, _folder.Path, ["csv"], null, TestContext.Current.CancellationToken);

        SampleFiles files = SampleFiles.Read(PathOf("trainingSamples.csv"), PathOf("testSamples.csv"));
        int positives = Data.Ratings.HalfStars.ToArray().Count(halfStars => halfStars >= 7);
        Assert.Equal((positives, 600 + (3L * positives)), (summary.Positives, summary.Training + summary.Test));
        foreach (SampleTable part in new[] { files.Training, files.Test })
        {
            for (int i = 0; i < part.Count; i++)
            {
                bool isRated = IdOf(part, FeatureNames.UserId, i) is { } user && Data.Ratings.OfUser(Data.Ratings.FindUserRow(user)).MovieRows
                    .Contains(Data.Movies.FindRow(IdOf(part, FeatureNames.MovieId, i)!.Value));
                Assert.Equal(part.HalfStars[i] > 0, isRated);
                Assert.True(part.HalfStars[i] > 0 || !part.Labels[i]);
            }
        }
    }

    [Fact]
    public void Parquet_has_every_feature_with_ids_names_and_histories_as_lists()
    {
        SampleFolder.Write(Data, new SamplesOptions { HistoryLength = 6 }, _folder.Path, ["parquet"], null, TestContext.Current.CancellationToken);

        SampleTable expected = new PointInTimeReplay(Data, new FeatureEncoder(
            FeatureSchema.All(Data.Movies.Genres.Count, 6), SeenIds.Before(Data, uint.MaxValue), Data.Movies)).Run();
        using var file = new ParquetFileReader(PathOf("trainingSamples.parquet"));
        using RowGroupReader group = file.RowGroup(0);
        int rows = (int)group.MetaData.NumRows;
        string[] names = [.. Enumerable.Range(0, file.FileMetaData.NumColumns).Select(i => file.FileMetaData.Schema.Column(i).Path.ToDotVector()[0])];
        T[] Read<T>(string name)
        {
            using LogicalColumnReader<T> column = group.Column(Array.IndexOf(names, name)).LogicalReader<T>();
            return column.ReadAll(rows);
        }

        Assert.Equal(480, rows);
        Assert.Equal([.. expected.Schema.Features.Select(feature => feature.Name).Concat(["rating", "timestamp", "label"]).Order()], names.Order());
        Assert.Equal([.. Enumerable.Range(0, rows).Select(i => IdOf(expected, FeatureNames.UserId, i)!.Value)], Read<int>(FeatureNames.UserId));
        Assert.Equal([.. Enumerable.Range(0, rows).Select(i => IdOf(expected, "userRatedMovie2", i))], Read<int?>("userRatedMovie2"));
        Assert.Equal(expected.Labels[..rows].ToArray(), Read<bool>("label"));
        int[][] histories = Read<int[]>(FeatureNames.UserHistory);
        float[][] ages = Read<float[]>(FeatureNames.UserHistoryAge);
        FeatureSlot history = expected.Schema.Find(FeatureNames.UserHistory)!;
        for (int i = 0; i < rows; i++)
        {
            int[] filled = [.. expected.Ids(history.Block).Slice((i * expected.Schema.Width(history.Block)) + history.Offset, 6).ToArray().Where(row => row >= 0)];
            Assert.Equal(filled.Select(row => expected.Vocabularies.MovieIds[row]), histories[i]);
            Assert.Equal(filled.Length, ages[i].Length);
        }

        Assert.Equal("Comedy|Drama|War", file.FileMetaData.KeyValueMetadata["genres"]);
        Assert.Contains(Read<string?>("userGenre1"), genre => genre is "Drama");
        Assert.Null(Read<string?>("userGenre1")[0]);
    }

    [Fact]
    public void A_stopped_run_leaves_no_file()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => SampleFolder.Write(Data, new SamplesOptions(), _folder.Path, ["csv", "parquet"], null, stop.Token));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("userId,movieId\n1,2\n", "line 1: found the columns userId, movieId, expected label among them")]
    [InlineData("userId,movieId,label\n1,2\n", "line 2: found 2 fields, expected 3 as in the header")]
    [InlineData("userId,movieId,label\n1,2,1\n1,x,0\n", "line 3: found 'x' in movieId, expected a number from 0 to")]
    [InlineData("userId,movieId,label\n1,2,3\n", "line 2: found '3' in label, expected a number from 0 to 1")]
    [InlineData("userId,movieId,label\n", "found no sample, expected rows behind the header")]
    public void A_file_that_cannot_be_read_says_where_and_what_was_expected(string text, string expected)
    {
        File.WriteAllText(PathOf("bad.csv"), text);

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => SampleFile.Read(PathOf("bad.csv")));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_ids_that_only_test_are_unknown()
    {
        File.WriteAllText(PathOf("a.csv"), "label,movieId,note,userId,movieGenre1\n1,20,x,5,Drama\n0,10,y,6,\n");
        File.WriteAllText(PathOf("b.csv"), "userId,movieId,label,movieGenre1\n7,10,1,War\n5,30,0,drama\n");

        SampleFiles files = SampleFiles.Read(PathOf("a.csv"), PathOf("b.csv"));

        Assert.Equal(["userId", "movieId", "movieGenre1"], files.Test.Schema.Features.Select(feature => feature.Name));
        Assert.Equal([2, 0], files.Test.Ids(FeatureBlock.UserIds).ToArray());
        Assert.Equal([0, 1, 2, 0], files.Test.Ids(FeatureBlock.MovieIds).ToArray()); // movie, genre; 2 is the unknown movie, 1 the unknown genre
        Assert.Equal([1, 0, 0, -1], files.Training.Ids(FeatureBlock.MovieIds).ToArray());
        Assert.Equal([2, 0], files.Test.UserRows.ToArray());
    }

    public void Dispose() => _folder.Dispose();

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    private static int? IdOf(SampleTable table, string feature, int row)
    {
        FeatureSlot slot = table.Schema.Find(feature)!;
        int id = table.Ids(slot.Block)[(row * table.Schema.Width(slot.Block)) + slot.Offset];
        IReadOnlyList<int> ids = slot.Feature.Kind == FeatureKind.UserId ? table.Vocabularies.UserIds : table.Vocabularies.MovieIds;
        return id >= 0 && id < ids.Count ? ids[id] : null;
    }

    private static void AssertSame(SampleTable expected, SampleTable found)
    {
        Assert.Equal(expected.Timestamps.ToArray(), found.Timestamps.ToArray());
        Assert.Equal(expected.Labels.ToArray(), found.Labels.ToArray());
        Assert.Equal(expected.HalfStars.ToArray(), found.HalfStars.ToArray());
        foreach (FeatureBlock block in Enum.GetValues<FeatureBlock>())
        {
            bool isIds = block is FeatureBlock.UserIds or FeatureBlock.MovieIds;
            Assert.Equal(isIds ? expected.Ids(block).ToArray() : [], isIds ? found.Ids(block).ToArray() : []);
            Assert.Equal(isIds ? [] : expected.Numbers(block).ToArray(), isIds ? [] : found.Numbers(block).ToArray());
        }
    }

    private static DataSet RandomRatings(int count)
    {
        string[] genres = ["Comedy", "Drama", "War"];
        var random = new Random(3);
        var movies = new MovieCatalog(Enumerable.Range(1, MovieCount).Select(i => new Movie
        {
            MovieId = i * 10,
            Title = "T",
            DisplayTitle = "T",
            ReleaseYear = 1950 + i,
            Genres = [.. genres.Where((_, genre) => ((i + 1) & (1 << genre)) != 0)],
        }));
        var builder = new RatingTableBuilder(MovieCount);
        (int User, int Movie)[] pairs = [.. Enumerable.Range(0, 40 * MovieCount).Select(i => ((i / MovieCount) + 1, i % MovieCount))];
        random.Shuffle(pairs);
        for (int i = 0; i < count; i++)
        {
            builder.Add(pairs[i].User, pairs[i].Movie, (byte)random.Next(1, 11), (uint)(1000 + (i / 10 * 5000)));
        }

        return SmallData.Of(MovieCount, []) with { Movies = movies, Ratings = builder.Build() };
    }
}
