using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Samples;

namespace SparrowRecSys.Offline.Tests.Samples;

public sealed class TimeSplitTests
{
    [Fact]
    public void Every_rating_is_in_one_part_and_no_training_rating_is_later_than_a_test_rating()
    {
        RatingTable ratings = Table(count: 1000, times: 300);

        TimeSplit split = TimeSplit.Of(ratings);

        // The movie row of a rating is its time here.
        Assert.True(split.Train.MovieRows.Max() < split.ValidationFrom);
        Assert.True(split.Validation.MovieRows.Min() >= split.ValidationFrom);
        Assert.True(split.Validation.MovieRows.Max() < split.TestFrom);
        Assert.True(split.Test.MovieRows.Min() >= split.TestFrom);
        Assert.Equal(ratings.Count, split.Train.Count + split.Validation.Count + split.Test.Count);
        Assert.InRange(split.Train.Count / (double)ratings.Count, 0.78, 0.8);
        Assert.InRange(split.Validation.Count / (double)ratings.Count, 0.08, 0.12);
    }

    [Fact]
    public void Three_and_a_half_stars_are_a_positive_label_and_three_are_not()
    {
        RatingTable ratings = SmallData.Of(1, [(1, 0, 7), (2, 0, 6)]).Ratings;

        Assert.Equal([true, false], RatingSamples.All(ratings).Labels);
    }

    [Fact]
    public void Ratings_of_one_single_second_cannot_be_split()
    {
        RatingTable ratings = Table(count: 50, times: 1);

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => TimeSplit.Of(ratings));

        Assert.Contains("Found 0 ratings to train on", error.Message, StringComparison.Ordinal);
        Assert.Contains("expected timestamps that can be split by time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Baselines_are_counts_and_means_of_the_training_ratings()
    {
        RatingTable ratings = SmallData.Of(3, [(1, 0, 10), (2, 0, 8), (2, 1, 3)]).Ratings;
        RatingSamples samples = RatingSamples.All(ratings);
        var asked = new RatingSamples([0, 0, 1], [0, 1, 2], new bool[3], new byte[3]);

        var baselines = new Baselines(samples, userCount: 2, movieCount: 3);

        Assert.Equal([2f, 1f, 0f], baselines.Popularity(asked));
        Assert.Equal([9f, 3f, 7f], baselines.MovieAverage(asked));
        Assert.Equal([(18f + 35) / 7, (3f + 35) / 6, 7f], baselines.DampedMovieAverage(asked));
        Assert.Equal((11 + 35) / 7f + 7f, baselines.UserAndMovieAverage(asked)[2], 1e-5f);
    }

    [Fact]
    public void An_average_as_of_the_moment_knows_only_earlier_ratings()
    {
        // Every rating is a second later than the one before it; all means are pulled to that of all ratings so far by five ratings.
        RatingTable ratings = SmallData.Of(2, [(1, 0, 10), (2, 0, 4), (1, 1, 8), (2, 1, 2)]).Ratings;
        uint last = ratings.Timestamps.ToArray().Max();

        float[] found = Baselines.UserAndMovieAverageAtMoment(ratings, last);

        const float Average = (10 + 4 + 8) / 3f;
        Assert.Equal((4 + (5 * Average)) / 6 + ((8 + (5 * Average)) / 6), Assert.Single(found), 1e-5f);
    }

    private static RatingTable Table(int count, int times)
    {
        var random = new Random(3);
        var builder = new RatingTableBuilder(times);
        for (int i = 0; i < count; i++)
        {
            int time = random.Next(times);
            builder.Add(random.Next(1, 20), time, 8, (uint)time);
        }

        return builder.Build();
    }
}
