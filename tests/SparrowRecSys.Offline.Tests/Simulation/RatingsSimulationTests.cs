using System.IO.Hashing;
using System.Text;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Simulation;

namespace SparrowRecSys.Offline.Tests.Simulation;

public sealed class RatingsSimulationTests
{
    private static readonly Lazy<DataSet> Loaded = new(() => SimulatedWorld.Load(500, 20_000));

    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_any_number_of_threads()
    {
        byte[] once = SimulatedWorld.Simulate(3_000, 100_000, threads: 1);
        byte[] again = SimulatedWorld.Simulate(3_000, 100_000, threads: 5);

        Assert.Equal(once, again);
    }

    [Fact]
    public void Another_seed_gives_other_bytes() =>
        Assert.NotEqual(SimulatedWorld.Simulate(50, 2_000), SimulatedWorld.Simulate(50, 2_000, seed: SimulatedWorld.Seed + 1));

    [Fact]
    public void The_bytes_of_generator_version_1_are_the_same_on_every_machine() =>
        Assert.Equal("4f56e3db7ede0809", Convert.ToHexStringLower(XxHash3.Hash(SimulatedWorld.Simulate(500, 20_000))));

    [Fact]
    public void The_reader_finds_exactly_the_ratings_and_users_asked_for()
    {
        DataSet data = Loaded.Value;

        Assert.Equal(0, data.Report.WorstBadShare);
        Assert.Equal(20_000, data.Ratings.Count);
        Assert.Equal(Enumerable.Range(1, 500), data.Ratings.UserIds.ToArray());
    }

    [Fact]
    public void Rows_ascend_by_user_then_by_movie_and_no_movie_is_rated_twice()
    {
        (int UserId, int MovieId)[] rows =
            [.. Encoding.UTF8.GetString(SimulatedWorld.Simulate(200, 8_000)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
                .Select(line => line.Split(',')).Select(fields => (int.Parse(fields[0]), int.Parse(fields[1])))];

        Assert.Equal(rows.Distinct().Order(), rows);
    }

    [Fact]
    public void All_ten_scores_are_given_and_four_stars_most()
    {
        int[] histogram = [.. Loaded.Value.Ratings.HalfStars.ToArray().CountBy(score => score).OrderBy(pair => pair.Key).Select(pair => pair.Value)];

        Assert.Equal(10, histogram.Length);
        Assert.Equal(7, Array.IndexOf(histogram, histogram.Max()));
    }

    [Fact]
    public void A_user_rates_one_movie_at_a_time_from_2010_to_2025()
    {
        RatingTable ratings = Loaded.Value.Ratings;
        uint[] times = ratings.Timestamps.ToArray();

        Assert.All(Enumerable.Range(0, ratings.UserCount), user => Assert.Distinct(ratings.OfUser(user).Timestamps.ToArray()));
        Assert.InRange(DateTimeOffset.FromUnixTimeSeconds(times.Min()).Year, 2010, 2025);
        Assert.InRange(DateTimeOffset.FromUnixTimeSeconds(times.Max()).Year, 2010, 2025);
    }

    [Fact]
    public void Nearly_all_ratings_follow_the_one_before_within_minutes()
    {
        long[] pauses = [.. Enumerable.Range(0, 500).SelectMany(user => Pauses(Loaded.Value.Ratings.OfUser(user)))];

        Assert.InRange(pauses.Count(pause => pause <= 900) / (double)pauses.Length, 0.7, 0.98);
        Assert.InRange(pauses.Count(pause => pause > 86_400) / (double)pauses.Length, 0.02, 0.3);
    }

    [Fact]
    public void No_movie_is_rated_before_the_year_of_its_release()
    {
        DataSet data = Loaded.Value;

        Assert.DoesNotContain(
            Enumerable.Range(0, data.Ratings.Count),
            i => DateTimeOffset.FromUnixTimeSeconds(data.Ratings.Timestamps[i]).Year < data.Movies[data.Ratings.MovieRows[i]].ReleaseYear);
    }

    [Fact]
    public void Users_give_high_scores_to_what_is_to_their_taste()
    {
        RatingTable ratings = Loaded.Value.Ratings;
        TasteModel model = SimulatedWorld.CreateModel();
        ILookup<bool, float> affinities = Enumerable.Range(0, ratings.Count).ToLookup(
            i => ratings.HalfStars[i] >= Rating.PositiveHalfStars,
            i => model.Affinity(model.TasteOf(ratings.UserIds[ratings.UserRows[i]]), ratings.MovieRows[i], SessionPlan.DayOf(ratings.Timestamps[i])));

        Assert.True(affinities[true].Average() > affinities[false].Average() + 0.05);
    }

    [Fact]
    public void Users_choose_what_is_to_their_taste()
    {
        RatingTable ratings = Loaded.Value.Ratings;
        TasteModel model = SimulatedWorld.CreateModel();
        double chosen = Enumerable.Range(0, ratings.Count).Average(
            i => model.Affinity(model.TasteOf(ratings.UserIds[ratings.UserRows[i]]), ratings.MovieRows[i], SessionPlan.DayOf(ratings.Timestamps[i])));
        double other = Enumerable.Range(0, ratings.Count).Average(
            i => model.Affinity(model.TasteOf(ratings.UserIds[ratings.UserRows[i]]), i % ratings.MovieCount, SessionPlan.DayOf(ratings.Timestamps[i])));

        Assert.True(chosen > other + 0.1, $"chosen {chosen}, other {other}");
    }

    [Fact]
    public void Ratings_go_to_the_stream_in_small_pieces()
    {
        using var stream = new MeasuringStream();
        int[] counts = ActivityPlan.Draw(10_000, 300, 400_000, SimulatedWorld.Seed);

        new RatingsSimulation(SimulatedWorld.CreateModel(), SimulatedWorld.Seed).Write(stream, counts, 2, null, TestContext.Current.CancellationToken);

        Assert.True(stream.Total > 8_000_000, $"{stream.Total} bytes");
        Assert.True(stream.Largest < 1_500_000, $"{stream.Largest} bytes at once");
    }

    [Fact]
    public void Stopping_ends_it_with_an_exception()
    {
        using var stop = new CancellationTokenSource();
        int[] counts = ActivityPlan.Draw(10_000, 300, 400_000, SimulatedWorld.Seed);
        var simulation = new RatingsSimulation(SimulatedWorld.CreateModel(), SimulatedWorld.Seed);

        Assert.ThrowsAny<OperationCanceledException>(() => simulation.Write(Stream.Null, counts, 2, new StoppingProgress(stop), stop.Token));
    }

    private static IEnumerable<long> Pauses(RatingSlice ratings)
    {
        uint[] times = [.. ratings.Timestamps.ToArray().Order()];
        return times.Skip(1).Zip(times, (later, earlier) => (long)later - earlier);
    }

    private sealed class StoppingProgress(CancellationTokenSource stop) : IProgress<long>
    {
        public void Report(long value) => stop.Cancel();
    }

    /// <summary>Remembers how much was written at once.</summary>
    private sealed class MeasuringStream : MemoryStream
    {
        public long Total { get; private set; }

        public int Largest { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Total += buffer.Length;
            Largest = Math.Max(Largest, buffer.Length);
        }
    }
}
