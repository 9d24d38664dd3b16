using SparrowRecSys.Offline.Commands;

namespace SparrowRecSys.Offline.Tests.Commands;

public sealed class CompareCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_prints_a_row_for_each_model_and_a_column_for_each_protocol()
    {
        RetrievalData.Write(_folder.Path);

        string[] lines = Run(_folder.Path, "--models", "popularity,itemknn", "--protocols", "leave-one-out,ratio");

        Assert.Contains("HitRate@10 / NDCG@10", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("| model | leave-one-out: 60 users | ratio: 60 users | training, s |", lines[2], StringComparison.Ordinal);
        Assert.Matches(@"^\| popularity \| \.\d{3} / \.\d{3} \[\.\d{3}, \.\d{3}\] \| ", lines[4]);
        Assert.Matches(@"^\| itemknn \| \d?\.\d{3} / \*\*\.\d{3}\*\* \[", lines[5]);
    }

    [Fact]
    public void A_model_that_fails_is_a_row_that_says_why()
    {
        RetrievalData.Write(_folder.Path);

        string[] lines = Run(_folder.Path, "--models", "popularity,item2vec", "--protocols", "ratio", "--set", "item2vec.minCount=1000000");

        Assert.Contains("failed: Found 0 movies", lines[5], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--protocols", "ncf")]
    [InlineData("--models", "popularity+nothing")]
    public async Task A_wrong_option_is_wrong_use(string option, string value) =>
        Assert.Equal(2, await CommandLine.RunAsync(SparrowCommand.Create(), ["compare", _folder.Path, option, value]));

    [Fact]
    public async Task A_directory_without_data_fails() =>
        Assert.Equal(1, await CommandLine.RunAsync(SparrowCommand.Create(), ["compare", Path.Combine(_folder.Path, "nowhere")]));

    private static string[] Run(params string[] words) =>
        CompareCommand.Tables(CompareCommand.Create().Parse(words), TestContext.Current.CancellationToken).Single().ReplaceLineEndings("\n").Split('\n');
}
