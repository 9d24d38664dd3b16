using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Tests.Evaluation;

public sealed class ProtocolTests
{
    public static TheoryData<string> OfDataSets => [Protocols.Temporal, Protocols.LeaveOneOut, Protocols.Ratio, Protocols.Strong];

    [Fact]
    public void Temporal_learns_from_the_first_eighty_percent_and_tests_what_comes_later()
    {
        // Ten interactions; the eighth and the ninth are of the same second and stay together, in training.
        DataSet data = SplitData.Of(
            6, (1, 0, 8, 10), (1, 1, 8, 20), (1, 2, 8, 30), (1, 3, 8, 40), (1, 4, 8, 50), (2, 0, 8, 60), (2, 1, 8, 70), (1, 5, 8, 80), (2, 2, 8, 80), (2, 3, 8, 90));

        EvaluationSplit split = Protocols.Split(Protocols.Temporal, data, SplitData.Options);

        Assert.Equal(80u, split.SplitTime);
        Assert.Equal("train 1:0 1:1 1:2 1:3 1:4 1:5 2:0 2:1 2:2\nuser 2 knows 2 1 0; masked ; right 3 cold", SplitData.Describe(split));
        Assert.Equal(90u, split.Cases[0].TestTime);
    }

    [Fact]
    public void Temporal_validation_is_the_end_of_the_training_part()
    {
        DataSet data = SplitData.Random(users: 20, movies: 40, ofUser: 20, seed: 1);
        EvaluationSplit split = Protocols.Split(Protocols.Temporal, data, SplitData.Options);

        EvaluationSplit validation = split.ForValidation();

        Assert.True(validation.SplitTime < split.SplitTime);
        Assert.All(validation.Cases, test => Assert.InRange(test.TestTime, validation.SplitTime!.Value + 1, split.SplitTime!.Value));
    }

    [Fact]
    public void Leave_one_out_holds_out_the_last_interaction_and_of_equal_times_the_last_of_the_file()
    {
        DataSet data = SplitData.Of(4, (1, 0, 8, 30), (1, 1, 8, 10), (2, 2, 8, 10), (2, 0, 8, 10), (2, 1, 8, 5), (3, 3, 8, 1));

        EvaluationSplit split = Protocols.Split(Protocols.LeaveOneOut, data, SplitData.Options);

        Assert.Equal("train 1:1 2:2 2:1 3:3\nuser 1 knows 1; masked ; right 0\nuser 2 knows 2 1; masked ; right 0", SplitData.Describe(split));
        Assert.Equal("train 1:1 2:1 3:3\nuser 2 knows 1; masked ; right 2", SplitData.Describe(split.ForValidation()));
    }

    [Fact]
    public void Sampled_negatives_are_distinct_movies_that_the_user_never_interacted_with()
    {
        DataSet data = SplitData.Random(users: 10, movies: 60, ofUser: 20, seed: 2);

        EvaluationSplit split = Protocols.Split(Protocols.LeaveOneOut, data, new ProtocolOptions { SampledNegatives = 25 });

        Assert.All(split.Cases, test => Assert.Equal(26, test.CandidateRows!.Distinct().Count()));
        Assert.All(split.Cases, test => Assert.Contains(test.RelevantRows[0], test.CandidateRows!));
        Assert.All(split.Cases, test => Assert.Empty(test.CandidateRows!.Intersect(test.HistoryRows)));
    }

    [Fact]
    public void Ratio_gives_a_tenth_to_the_test_and_a_tenth_to_the_validation_which_the_test_masks()
    {
        DataSet data = SplitData.Of(30, [.. Enumerable.Range(0, 30).Select(row => (1, row, (byte)8, (uint)row))]);

        EvaluationSplit split = Protocols.Split(Protocols.Ratio, data, SplitData.Options);
        EvaluationSplit validation = split.ForValidation();

        Assert.Equal(24, split.Train.Ratings.Count);
        Assert.Equal(3, split.Cases[0].RelevantRows.Length);
        Assert.Equal(validation.Cases[0].RelevantRows, split.Cases[0].MaskedRows);
        Assert.Empty(validation.Cases[0].MaskedRows);
        Assert.Equal(
            Enumerable.Range(0, 30),
            split.Train.Ratings.MovieRows.ToArray().Concat(split.Cases[0].RelevantRows).Concat(split.Cases[0].MaskedRows).Order());
    }

    [Theory]
    [InlineData(1, 1, 0, 0)]
    [InlineData(2, 1, 0, 1)]
    [InlineData(3, 1, 1, 1)]
    [InlineData(9, 7, 1, 1)]
    [InlineData(29, 25, 2, 2)]
    public void Ratio_tests_small_histories_too_while_one_is_left_to_learn_from(int count, int train, int validation, int test)
    {
        // A second user makes sure that somebody is tested.
        DataSet data = SplitData.Of(30, [.. Enumerable.Range(0, count).Select(row => (1, row, (byte)8, 1u)), (2, 0, 8, 1), (2, 1, 8, 1)]);

        EvaluationSplit split = Protocols.Split(Protocols.Ratio, data, SplitData.Options);
        TestCase? own = split.Cases.FirstOrDefault(user => user.UserId == 1);

        Assert.Equal(train, split.Train.Ratings.OfUser(0).Count);
        Assert.Equal(test, own?.RelevantRows.Length ?? 0);
        Assert.Equal(validation, own?.MaskedRows.Length ?? 0);
    }

    [Fact]
    public void Strong_keeps_tested_users_out_of_training_and_tells_four_fifths_of_their_movies()
    {
        DataSet data = SplitData.Random(users: 100, movies: 50, ofUser: 40, seed: 3);

        EvaluationSplit split = Protocols.Split(Protocols.Strong, data, SplitData.Options);
        int[] validated = [.. split.ForValidation().Cases.Select(test => test.UserId)];
        int[] tested = [.. split.Cases.Select(test => test.UserId)];

        Assert.All(tested.Concat(validated), userId => Assert.Equal(-1, split.Train.Ratings.FindUserRow(userId)));
        Assert.Empty(tested.Intersect(validated));
        Assert.All(split.Cases, test => Assert.Equal(Math.Round(0.8 * (test.HistoryRows.Length + test.RelevantRows.Length)), test.HistoryRows.Length));
        Assert.All(split.Cases.SelectMany(test => test.RelevantRows), row => Assert.True(split.IsRanked[row]));
        Assert.Equal(-1, split.Train.Ratings.HalfStars.IndexOfAnyInRange((byte)0, (byte)7));
    }

    [Theory]
    [MemberData(nameof(OfDataSets))]
    public void Every_protocol_gives_honest_splits_and_the_same_for_the_same_seed(string protocol)
    {
        DataSet data = SplitData.Random(users: 60, movies: 50, ofUser: 40, seed: 4);

        EvaluationSplit split = Protocols.Split(protocol, data, SplitData.Options);

        SplitGuard.Check(split);
        SplitGuard.Check(split.ForValidation());
        Assert.Equal(SplitData.Describe(split), SplitData.Describe(Protocols.Split(protocol, data, SplitData.Options)));
        Assert.All(split.Cases, test => Assert.Equal(test.HistoryRows.Length, test.HistoryHalfStars.Length));
    }

    [Theory]
    [MemberData(nameof(OfDataSets))]
    public void The_validation_does_not_depend_on_the_test(string protocol)
    {
        DataSet data = SplitData.Random(users: 60, movies: 50, ofUser: 40, seed: 5);
        EvaluationSplit split = Protocols.Split(protocol, data, SplitData.Options);

        EvaluationSplit validation = split.ForValidation();

        Dictionary<int, TestCase> tests = split.Cases.ToDictionary(test => test.UserId);
        Assert.All(validation.Cases, test => Assert.Empty(test.RelevantRows.Concat(test.HistoryRows).Intersect(tests.TryGetValue(test.UserId, out TestCase? tested) ? tested.RelevantRows : [])));
    }

    [Fact]
    public void A_core_of_2_takes_out_users_and_movies_until_all_have_two()
    {
        // Movie 2 has one interaction; without it user 3 has one; without that movie 1 has two left.
        DataSet data = SplitData.Of(4, (1, 0, 8, 1), (1, 1, 8, 2), (2, 0, 8, 1), (2, 1, 8, 2), (3, 1, 8, 1), (3, 2, 8, 2));

        EvaluationSplit split = Protocols.Split(Protocols.LeaveOneOut, data, new ProtocolOptions { KCore = 2 });

        Assert.Equal([1, 2], split.Cases.Select(test => test.UserId));
        Assert.Equal([true, true, false, false], split.IsRanked);
    }

    [Fact]
    public void Only_ratings_of_enough_stars_are_interactions()
    {
        DataSet data = SplitData.Of(4, (1, 0, 8, 1), (1, 1, 9, 2), (1, 2, 6, 3));

        EvaluationSplit split = Protocols.Split(Protocols.LeaveOneOut, data, new ProtocolOptions { MinHalfStars = 7 });

        Assert.Equal("train 1:0\nuser 1 knows 0; masked ; right 1", SplitData.Describe(split));
    }

    [Fact]
    public void The_data_without_the_test_keep_what_was_no_interaction()
    {
        DataSet data = SplitData.Of(4, (1, 0, 8, 1), (1, 1, 9, 2), (1, 2, 6, 3));
        EvaluationSplit split = Protocols.Split(Protocols.LeaveOneOut, data, new ProtocolOptions { MinHalfStars = 7 });

        Assert.Equal([0, 2], split.WithoutTest(data).Ratings.MovieRows);
    }

    [Fact]
    public void Cold_movies_are_those_that_training_has_not_seen()
    {
        DataSet data = SplitData.Of(4, (1, 0, 8, 1), (1, 1, 8, 2), (2, 0, 8, 3), (2, 1, 8, 4), (1, 2, 8, 10), (2, 2, 8, 11));
        EvaluationSplit split = Protocols.Split(Protocols.Temporal, data, new ProtocolOptions { TrainShare = 0.7 });

        EvaluationSplit cold = split.ColdMovies(amongThemselves: true);

        Assert.Equal([2, 2], cold.Cases.SelectMany(test => test.RelevantRows));
        Assert.Equal([false, false, true, true], cold.IsRanked);
        Assert.Equal([true, true, true, true], split.ColdMovies(amongThemselves: false).IsRanked);
    }

    [Fact]
    public void Data_that_leave_nobody_to_test_are_refused()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(
            () => Protocols.Split(Protocols.LeaveOneOut, SplitData.Of(2, (1, 0, 8, 1)), SplitData.Options));

        Assert.Equal("/split: the protocol leave-one-out leaves no user to test; found 1 interactions of 1 users.", error.Message);
    }

    [Fact]
    public void An_unknown_protocol_is_refused_naming_those_that_there_are()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Protocols.Split("random", SplitData.Of(2, (1, 0, 8, 1)), SplitData.Options));

        Assert.Contains("there are temporal, leave-one-out, ncf, ratio, strong", error.Message, StringComparison.Ordinal);
    }
}
