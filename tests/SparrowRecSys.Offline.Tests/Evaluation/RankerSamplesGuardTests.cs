using SparrowRecSys.Features;
using SparrowRecSys.Offline.Evaluation.Rankers;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.Samples;

namespace SparrowRecSys.Offline.Tests.Evaluation;

public sealed class RankerSamplesGuardTests
{
    [Theory]
    [InlineData(101, 50)]
    [InlineData(50, 101)]
    public void A_sample_to_learn_from_that_is_later_than_the_test_is_refused(uint train, uint validation)
    {
        RankerSamples samples = Samples(train, validation, test: 100);

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => RankerSamplesGuard.Check(samples, "data"));

        Assert.StartsWith("data: a sample to learn from is of 101, expected none after 100, the test's first moment;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_test_may_begin_with_the_last_second_of_training() => RankerSamplesGuard.Check(Samples(100, 90, 100), "data");

    [Fact]
    public void Samples_that_are_known_to_be_divided_at_random_may_overlap() => RankerSamplesGuard.Check(Samples(200, 90, 100), "data", isRandomSplit: true);

    [Fact]
    public void A_part_without_a_sample_or_a_test_of_one_label_is_refused()
    {
        RankerSamples good = Samples(1, 2, 3);

        InvalidDataException empty = Assert.Throws<InvalidDataException>(() => RankerSamplesGuard.Check(good with { Validation = good.Train.Slice(0, 0) }, "data"));
        InvalidDataException one = Assert.Throws<InvalidDataException>(() => RankerSamplesGuard.Check(good with { Test = good.Test.Slice(0, 1) }, "data"));

        Assert.StartsWith("data: found 2 samples to learn from, 0 to choose by and 2 to test, expected some of each.", empty.Message, StringComparison.Ordinal);
        Assert.StartsWith("data: the test samples are all of one label, expected both.", one.Message, StringComparison.Ordinal);
    }

    private static RankerSamples Samples(uint train, uint validation, uint test) => new(Table(train), Table(validation), Table(test));

    /// <summary>A positive and a negative of one moment.</summary>
    private static SampleTable Table(uint moment)
    {
        var table = new SampleTable(FeatureSchema.Of([FeatureNames.UserId, FeatureNames.MovieId], 1), new FeatureVocabularies([1], [1], []), 2);
        table.Timestamps.Fill(moment);
        table.Labels[0] = true;
        return table;
    }
}
