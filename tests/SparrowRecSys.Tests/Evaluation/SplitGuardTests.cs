using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Tests.Evaluation;

public sealed class SplitGuardTests
{
    private static readonly DataSet Data = SplitData.Of(5, (1, 0, 8, 10), (1, 1, 8, 20), (2, 0, 8, 30));

    public static TheoryData<EvaluationSplit, string> Dishonest => new()
    {
        { Split(Case(1, [0], [1])), "movie 101 of user 1 is in the test and in training too" },
        { Split(Case(3, [2], [2])), "movie 102 of user 3 is in the test and in training too" },
        { Split(Case(1, [0, 1], [3]) with { MaskedRows = [3] }), "movie 103 of user 1 is in the test and in training too" },
        { Split(Case(1, [0, 1], [3, 3])), "movie 103 of user 1 is in the test twice" },
        { Split(Case(1, [0, 1], [])), "user 1 is tested on nothing" },
        { Split(Case(1, [0, 1], [3]), Case(1, [0, 1], [4])), "user 1 is tested twice" },
        { Split(Case(1, [0, 1], [3]) with { TestTime = 40 }) with { SplitTime = 25 }, "training has an interaction of user 2 at 30, expected none after 25" },
        { Split(Case(1, [0, 1], [3]) with { TestTime = 28 }) with { SplitTime = 30 }, "user 1 is tested on an interaction at 28, expected none before the end of training at 30" },
        { Split(Case(1, [1, 0], [3]) with { TestTime = 15 }) with { Protocol = Protocols.LeaveOneOut }, "training has an interaction of user 1 at 20, expected none after the test's at 15" },
        { Split(Case(1, [1, 0], [3]) with { TestTime = 15 }) with { Protocol = Protocols.Ncf }, "training has an interaction of user 1 at 20, expected none after the test's at 15" },
    };

    [Theory]
    [MemberData(nameof(Dishonest))]
    public void No_number_is_measured_over_a_split_that_is_not_honest(EvaluationSplit split, string message)
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => new Evaluator(split, new EvaluatorOptions()));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("No number is printed over such data.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_honest_split_passes() => SplitGuard.Check(Split(Case(1, [1, 0], [3, 4]), Case(2, [0], [1])));

    [Fact]
    public void Features_learned_from_the_whole_data_set_see_the_future()
    {
        EvaluationSplit split = Split(Case(1, [1, 0], [3]));

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => SplitGuard.CheckFeatures(split, "poster", Data.Hash));

        Assert.Contains("'poster' was learned from the whole data set (feedfeedfeedfeed), the test included", error.Message, StringComparison.Ordinal);
        SplitGuard.CheckFeatures(split, "poster", "0123456789abcdef");
        SplitGuard.CheckFeatures(split, "poster", null);
    }

    private static EvaluationSplit Split(params TestCase[] cases) => SplitData.TestedOn(5) with { Train = Data, Cases = cases };

    private static TestCase Case(int userId, int[] history, int[] relevant) =>
        new() { UserId = userId, HistoryRows = history, HistoryHalfStars = [.. history.Select(_ => (byte)8)], RelevantRows = relevant };
}
