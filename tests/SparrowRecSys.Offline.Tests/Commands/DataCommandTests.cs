using System.CommandLine;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.Data;
using Spectre.Console;

namespace SparrowRecSys.Offline.Tests.Commands;

public sealed class DataCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
    }

    [Theory]
    [InlineData("1,1,4.0,5\n", 0)]
    [InlineData("1,1,4.0,5\nbad\n", 1)]
    public async Task Checking_exits_with_1_when_a_row_is_bad(string ratings, int exitCode)
    {
        WriteData(ratings);

        Assert.Equal(exitCode, await CallAsync("check", _folder.Path));
        Assert.Equal(0, await CallAsync("describe", _folder.Path));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("describe")]
    public async Task A_directory_without_data_exits_with_1(string verb) => Assert.Equal(1, await CallAsync(verb, _folder.Path));

    [Theory]
    [InlineData("ml-99m")]
    [InlineData("../ml-1m")]
    public async Task Only_known_releases_are_downloaded(string name) => Assert.Equal(2, await CallAsync("download", name, "--out", _folder.Path));

    [Theory]
    [InlineData("nowhere")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/")]
    public async Task Only_http_addresses_are_taken(string url) => Assert.Equal(2, await CallAsync("download", "ml-1m", "--url", url, "--out", _folder.Path));

    [Fact]
    public void Every_bad_row_is_a_line_with_file_line_found_and_expected()
    {
        WriteData("1,1,4.0,5\nbad\n1,7,4.0,5\n");

        DataCheckCommand.WriteBadRows(DataSetLoader.Load(_folder.Path), _output);

        string path = Path.Combine(_folder.Path, "ratings.csv");
        Assert.Equal(
            [
                $"{path}(3): found bad, expected 4 fields (userId, movieId, rating, timestamp), not 1",
                $"{path}(4): found 1,7,4.0,5, expected a movieId of movies.csv, 7 is not there",
            ],
            _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Simulated_ratings_are_called_so(bool isSimulated)
    {
        WriteData("1,1,4.0,5\n");
        DataSet data = DataSetLoader.Load(_folder.Path) with { IsSimulated = isSimulated, Directory = "/d" };

        DataDescribeCommand.Show(DataStatistics.Of(data), AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_output) }));

        Assert.Equal(isSimulated, _output.ToString().Contains("simulated ratings", StringComparison.Ordinal));
        Assert.Equal(isSimulated, _output.ToString().Contains("The ratings are simulated", StringComparison.Ordinal));
        Assert.Contains("100.00 %", _output.ToString(), StringComparison.Ordinal);
    }

    private static Task<int> CallAsync(params string[] arguments) =>
        DataCommand.Create().Parse(arguments).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);

    private void WriteData(string ratings)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "movies.csv"), "movieId,title,genres\n1,A (2001),Drama\n");
        File.WriteAllText(Path.Combine(_folder.Path, "ratings.csv"), "userId,movieId,rating,timestamp\n" + ratings);
    }
}
