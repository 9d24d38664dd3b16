using CsCheck;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Samples;

namespace SparrowRecSys.Offline.Tests.Samples;

public sealed class PointInTimeReplayTests
{
    private const int MovieCount = 12;

    private static readonly string[] GenreNames = ["Comedy", "Drama", "War", "Western"];

    private static readonly MovieCatalog Movies = new(Enumerable.Range(0, MovieCount).Select(row => new Movie
    {
        MovieId = (row + 1) * 10,
        Title = "T",
        DisplayTitle = "T",
        ReleaseYear = row % 5 == 0 ? 0 : 1950 + row,
        Genres = [.. GenreNames.Where((_, genre) => ((row + 1) & (1 << genre)) != 0)],
        Details = new MovieDetails { Directors = [$"D{row % 3}"], Cast = [$"A{row % 4}", $"A{row % 5}"] },
    }));

    /// <summary>Distinct pairs of user and movie in many of the same seconds.</summary>
    private static readonly Gen<(int UserId, int MovieRow, byte HalfStars, uint Time)[]> Ratings =
        Gen.Select(Gen.Int[0, (6 * MovieCount) - 1], Gen.Byte[1, 10], Gen.UInt[0, 20], (pair, halfStars, time) =>
            ((pair / MovieCount) + 1, pair % MovieCount, halfStars, 5000 + (time * 40_000))).Array[1, 60]
            .Select(ratings => ratings.DistinctBy(rating => (rating.Item1, rating.Item2)).ToArray());

    [Fact]
    public void Every_sample_has_the_features_that_a_server_gives_which_was_told_only_what_came_before() => Ratings.Sample(ratings =>
    {
        SampleTable samples = Replay(Data(ratings));

        for (int i = 0; i < samples.Count; i++)
        {
            uint moment = samples.Timestamps[i];
            DataSet before = Data([.. ratings.Where(rating => rating.Time < moment)]);
            var store = new FeatureStore(before);
            int userId = Data(ratings).Ratings.UserIds[samples.UserRows[i]];
            Assert.Equal(Row(samples, i), Encode(store, userId, samples.MovieRows[i], moment));
        }
    }, iter: 60);

    [Fact]
    public void Ratings_told_one_by_one_to_a_running_server_give_the_same_features_bit_for_bit() => Ratings.Sample(ratings =>
    {
        (int UserId, int MovieRow, byte HalfStars, uint Time)[] ordered = [.. ratings.OrderBy(rating => rating.Time)];
        uint end = ordered[^1].Time + 1;
        var batch = new FeatureStore(Data(ordered));
        var running = new FeatureStore(Data([]));
        foreach ((int userId, int movieRow, byte halfStars, uint time) in ordered)
        {
            running.Record(new Rating(userId, Movies[movieRow].MovieId, halfStars / 2f, time));
        }

        Assert.All(ordered, rating => Assert.Equal(
            Encode(batch, rating.UserId, rating.MovieRow, end), Encode(running, rating.UserId, rating.MovieRow, end)));
    }, iter: 200);

    [Fact]
    public void Deleting_or_changing_later_ratings_changes_no_feature_of_an_earlier_one() => Ratings.Sample(ratings =>
    {
        uint cut = ratings[ratings.Length / 2].Time;
        (int, int, byte, uint)[] changed = [.. ratings.Select(rating => rating.Time < cut ? rating : rating with { HalfStars = (byte)(11 - rating.HalfStars), Time = rating.Time + 7 })];
        (int, int, byte, uint)[] deleted = [.. ratings.Where(rating => rating.Time < cut)];

        string[] Earlier((int, int, byte, uint)[] all)
        {
            DataSet data = Data(all);
            SampleTable early = Replay(data).Between(0, cut);
            return [.. Enumerable.Range(0, early.Count).Select(i => $"{data.Ratings.UserIds[early.UserRows[i]]} {early.MovieRows[i]} {string.Join(' ', Row(early, i))}")];
        }

        Assert.Equal(Earlier(ratings), Earlier(changed));
        Assert.Equal(Earlier(ratings), Earlier(deleted));
    }, iter: 200);

    [Fact]
    public void Chunks_are_the_whole_in_pieces() => Gen.Select(Ratings, Gen.Int[1, 70]).Sample((ratings, size) =>
    {
        SampleTable whole = Replay(Data(ratings));
        SampleTable[] chunks = [.. new PointInTimeReplay(Data(ratings), Encoder()).Chunks(size, new SamplesOptions())];

        Assert.Equal(
            Enumerable.Range(0, whole.Count).Select(i => Row(whole, i)), chunks.SelectMany(chunk => Enumerable.Range(0, chunk.Count).Select(i => Row(chunk, i))));
        Assert.All(chunks[..^1], chunk => Assert.Equal(size, chunk.Count));
    }, iter: 100);

    [Fact]
    public void The_rows_of_a_small_history_are_these()
    {
        const uint Day = 86_400;
        (int, int, byte, uint)[] ratings = [(1, 0, 8, Day), (1, 2, 4, 2 * Day), (2, 0, 5, 2 * Day), (1, 3, 10, 3 * Day), (1, 6, 7, 33 * Day)];

        SampleTable samples = Replay(Data(ratings));

        Assert.Equal(File.ReadAllLines(Repository.PathOf("tests", "SparrowRecSys.Offline.Tests", "Samples", "features.golden.txt")), Golden(samples));
    }

    [Fact]
    public void Parts_of_a_table_are_cut_at_the_first_sample_of_a_time()
    {
        SampleTable samples = Replay(Data([(1, 0, 8, 10), (1, 1, 8, 20), (2, 1, 8, 20), (2, 2, 8, 20), (3, 2, 8, 30)]));

        Assert.Equal((1, 3, 1), (samples.Between(0, 20).Count, samples.Between(20, 30).Count, samples.Between(30, uint.MaxValue).Count));
        Assert.Equal([1, 1, 2], samples.Between(20, 30).MovieRows.ToArray());
        Assert.Equal(samples.Ids(FeatureBlock.UserIds)[samples.Schema.Width(FeatureBlock.UserIds)], samples.Between(20, 30).Ids(FeatureBlock.UserIds)[0]);
    }

    private static SampleTable Replay(DataSet data) => new PointInTimeReplay(data, Encoder()).Run();

    private static FeatureEncoder Encoder() => new(
        FeatureSchema.All(GenreNames.Length, historyLength: 4),
        new FeatureVocabularies([1, 2, 3], [.. Enumerable.Range(0, MovieCount - 2).Select(row => Movies[row].MovieId)], GenreNames), Movies);

    private static string[] Row(SampleTable samples, int row) =>
    [
        .. Text(samples.Ids(FeatureBlock.UserIds), samples.Count, row), .. Text(samples.Numbers(FeatureBlock.UserNumbers), samples.Count, row),
        .. Text(samples.Ids(FeatureBlock.MovieIds), samples.Count, row), .. Text(samples.Numbers(FeatureBlock.MovieNumbers), samples.Count, row),
    ];

    private static string[] Encode(FeatureStore store, int userId, int movieRow, uint moment)
    {
        FeatureEncoder encoder = Encoder();
        int Width(FeatureBlock block) => encoder.Schema.Width(block);
        (int[] userIds, float[] userNumbers) = (new int[Width(FeatureBlock.UserIds)], new float[Width(FeatureBlock.UserNumbers)]);
        (int[] movieIds, float[] movieNumbers) = (new int[Width(FeatureBlock.MovieIds)], new float[Width(FeatureBlock.MovieNumbers)]);
        UserFold user = store.OfUser(userId).Recent;
        encoder.EncodeUser(userId, user, moment, userIds, userNumbers);
        encoder.EncodeMovies(user, [movieRow], [store.OfMovie(movieRow).Counts], moment, movieIds, movieNumbers);
        return [.. Text<int>(userIds, 1, 0), .. Text<float>(userNumbers, 1, 0), .. Text<int>(movieIds, 1, 0), .. Text<float>(movieNumbers, 1, 0)];
    }

    private static string[] Golden(SampleTable samples) =>
    [
        .. Enumerable.Range(0, samples.Count).SelectMany(row => samples.Schema.Features.Select(feature => feature.Name + ": " + string.Join(
            ' ', Columns(samples, row, samples.Schema.Find(feature.Name)!)))),
    ];

    private static string[] Columns(SampleTable samples, int row, FeatureSlot slot) => slot.Feature.IsId
        ? Text(samples.Ids(slot.Block), samples.Count, row)[slot.Offset..(slot.Offset + slot.Width)]
        : Text(samples.Numbers(slot.Block), samples.Count, row)[slot.Offset..(slot.Offset + slot.Width)];

    private static string[] Text<T>(Span<T> block, int rows, int row)
        where T : IFormattable
    {
        int width = block.Length / rows;
        return [.. block.Slice(row * width, width).ToArray().Select(value => value.ToString(null, null))];
    }

    private static DataSet Data((int UserId, int MovieRow, byte HalfStars, uint Time)[] ratings)
    {
        var builder = new RatingTableBuilder(MovieCount);
        foreach ((int userId, int movieRow, byte halfStars, uint time) in ratings)
        {
            builder.Add(userId, movieRow, halfStars, time);
        }

        return SmallData.Of(MovieCount, []) with { Movies = Movies, Ratings = builder.Build() };
    }
}
