using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Tests.Evaluation;

public sealed class NcfFilesTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("ncf-").FullName;

    public NcfFilesTests() => Write("x", "0\t3\t5\t10\n0\t1\t4\t20\n1\t0\t3\t15\n", "0\t2\t5\t30\n1\t3\t1\t30\n", "(0,2)\t0\t9\n(1,3)\t3\t1\t2\n");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void The_files_become_a_split_over_the_items_that_occur()
    {
        EvaluationSplit split = NcfFiles.Read(_directory);

        SplitGuard.Check(split);
        Assert.Equal([0, 1, 2, 3, 9], Enumerable.Range(0, split.Train.Movies.Count).Select(row => split.Train.Movies[row].MovieId));
        Assert.Equal("train 0:3 0:1 1:0\nuser 0 knows 1 3; masked ; right 2\nuser 1 knows 0; masked ; right 3", SplitData.Describe(split));
        Assert.Equal([0, 4, 2], split.Cases[0].CandidateRows!);
    }

    [Fact]
    public void A_test_item_among_its_own_negatives_is_ranked_once_and_loses_ties()
    {
        EvaluationSplit split = NcfFiles.Read(_directory);

        Assert.Equal([3, 1, 2], split.Cases[1].CandidateRows!);
        EvaluationResult alike = new Evaluator(split, new EvaluatorOptions { Ks = [2] }).Evaluate("alike", (_, _) => true, TestContext.Current.CancellationToken);
        Assert.Equal(0, alike["HitRate@2 (2 sampled)"].Value);
    }

    [Fact]
    public void The_validation_ranks_the_last_training_item_among_items_the_user_does_not_know()
    {
        EvaluationSplit validation = NcfFiles.Read(_directory).ForValidation();

        Assert.Equal([0], validation.Cases.Select(test => test.UserId));
        Assert.Equal([1], validation.Cases[0].RelevantRows);
        Assert.DoesNotContain(validation.Train.Movies.FindRow(3), validation.Cases[0].CandidateRows!);
    }

    [Theory]
    [InlineData("0\t3\t5\n", "0\t2\t5\t30\n", "(0,2)\t0\n", "x.train.rating(1): found '0\t3\t5', expected user, item, rating of 0 to 5 and timestamp, separated by tabs.")]
    [InlineData("0\t3\t5\t1\n", "0\t2\t5\t30\n", "(0,1)\t0\n", "x.test.negative(1): found '(0,1)\t0', expected (0,2) as on the same line of the test file.")]
    [InlineData("0\t3\t5\t1\n", "0\t2\t5\t30\n", "(0,2)\tz\n", "x.test.negative(1): found 'z', expected an item of 0 or more.")]
    [InlineData("0\t3\t5\t1\n", "0\t2\t5\t30\n", "", "x.test.negative: found 0 lines, expected 1, one for each of the test file.")]
    [InlineData("0\t3\t5\t1\n", "", "(0,2)\t1\n", "x.test.negative(1): found '(0,2)\t1', expected 0 lines, one for each of the test file.")]
    public void A_wrong_line_is_refused_with_file_line_found_and_expected(string train, string test, string negatives, string message)
    {
        Write("x", train, test, negatives);

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => NcfFiles.Read(_directory));

        Assert.EndsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_sets_of_files_need_a_name_and_a_missing_file_is_named()
    {
        Write("y", "0\t3\t5\t1\n", "0\t2\t5\t30\n", "(0,2)\t1\n");
        File.Delete(Path.Combine(_directory, "y.test.negative"));

        Assert.Contains("found the files of x, y, expected those of one X", Assert.Throws<InvalidDataException>(() => NcfFiles.Read(_directory)).Message, StringComparison.Ordinal);
        Assert.EndsWith("y.test.negative: there is no such file.", Assert.Throws<InvalidDataException>(() => NcfFiles.Read(_directory, "y")).Message, StringComparison.Ordinal);
        Assert.Equal(2, NcfFiles.Read(_directory, "x").Cases.Count);
    }

    private void Write(string name, string train, string test, string negatives)
    {
        File.WriteAllText(Path.Combine(_directory, name + ".train.rating"), train);
        File.WriteAllText(Path.Combine(_directory, name + ".test.rating"), test);
        File.WriteAllText(Path.Combine(_directory, name + ".test.negative"), negatives);
    }
}
