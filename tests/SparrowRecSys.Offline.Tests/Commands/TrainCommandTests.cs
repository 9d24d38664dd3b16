using System.CommandLine;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.Training;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Offline.Tests.Commands;

[Collection("Torch")] // its random generator is one for the process
public sealed class TrainCommandTests : IDisposable
{
    private const int WrongUse = 2;

    private readonly TemporaryFolder _folder = new();

    private string Models => Path.Combine(_folder.Path, "models");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_training_writes_the_next_version_and_leaves_nothing_else()
    {
        Assert.SkipUnless(TorchAvailability.IsAvailable, TorchAvailability.WhyNot ?? "");
        WriteData();

        int first = await Run("--epochs", "1", "--hidden-sizes", "8,4");
        int second = await Run("--epochs", "1", "--dimension", "4");

        Assert.Equal([0, 0], [first, second]);
        Assert.Equal([2, 1], ModelFolder.Versions(Models, "neuralcf"));
        Assert.Equal(["neuralcf"], Directory.EnumerateFileSystemEntries(Models).Select(Path.GetFileName));
        using OnnxScorer? scorer = ModelFolder.FindNewest(Models, "neuralcf").Model?.Scorer;
        Assert.NotNull(scorer);
    }

    [Theory]
    [InlineData("--batch-size", "0")]
    [InlineData("--dimension", "many")]
    [InlineData("--hidden-sizes", "64,")]
    [InlineData("--hidden-sizes", "64,-1")]
    [InlineData("--learning-rate", "2")]
    [InlineData("--regularization", "-1")]
    [InlineData("--epochs", "0")]
    [InlineData("--threads", "0")]
    public async Task A_wrong_value_is_wrong_use_and_writes_nothing(string option, string value)
    {
        WriteData();

        Assert.Equal(WrongUse, await Run(option, value));
        Assert.False(Directory.Exists(Models));
    }

    private Task<int> Run(params string[] options) => CommandLine.RunAsync(
        new RootCommand { TrainCommand.Create() }, ["train", "neuralcf", "--data", _folder.Path, "--out", Models, .. options]);

    private void WriteData()
    {
        File.WriteAllLines(
            Path.Combine(_folder.Path, "movies.csv"),
            ["movieId,title,genres", .. Enumerable.Range(1, 20).Select(movie => $"{movie},Film {movie} (2000),Drama")]);
        File.WriteAllLines(
            Path.Combine(_folder.Path, "ratings.csv"),
            ["userId,movieId,rating,timestamp", .. Enumerable.Range(0, 400).Select(i => $"{(i / 20) + 1},{(i % 20) + 1},{(i % 3) + 2}.0,{1000 + i}")]);
    }
}
