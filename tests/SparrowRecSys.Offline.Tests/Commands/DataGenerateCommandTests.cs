using System.CommandLine;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.Simulation;
using SparrowRecSys.Offline.Tests.Simulation;

namespace SparrowRecSys.Offline.Tests.Commands;

public sealed class DataGenerateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DataGenerateCommandTests() => CatalogFiles.Write(SimulatedWorld.Catalog, _folder.Path);

    private string Out => Path.Combine(_folder.Path, "out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_generates_what_the_options_say()
    {
        int exitCode = await Run("--users", "30", "--ratings", "1000", "--movies", "200");

        DataSet data = DataSetLoader.Load(Out);
        Assert.Equal(0, exitCode);
        Assert.Equal((30, 1000, 200), (data.Ratings.UserCount, data.Ratings.Count, data.Movies.Count));
    }

    [Theory]
    [InlineData("--users", "0")]
    [InlineData("--movies", "0")]
    [InlineData("--movies", "1")]
    [InlineData("--ratings", "1")]
    [InlineData("--threads", "0")]
    public async Task A_wrong_value_exits_with_2(string option, string value) => Assert.Equal(2, await Run(option, value));

    [Fact]
    public async Task A_missing_catalog_exits_with_1() => Assert.Equal(1, await Run("--catalog", Path.Combine(_folder.Path, "nothing")));

    [Fact]
    public async Task Stopping_it_exits_with_130_and_leaves_no_file()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        int exitCode = await Parse().InvokeAsync(cancellationToken: stopped.Token);

        Assert.Equal(130, exitCode);
        Assert.False(Directory.Exists(Out));
    }

    private Task<int> Run(params string[] options) => Parse(options).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);

    private ParseResult Parse(params string[] options) =>
        DataCommand.Create().Parse(["generate", "--out", Out, .. options.Contains("--catalog") ? Array.Empty<string>() : ["--catalog", _folder.Path], .. options]);
}
