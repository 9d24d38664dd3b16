using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.Tests.Models;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Offline.Tests.Commands;

public sealed class ModelsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ModelShelf Shelf => new(_folder.Path);

    [Fact]
    public async Task Every_version_is_listed_with_its_state()
    {
        Publish(1, 2, 4);
        Break(3);
        Assert.Equal(0, await Run("activate neuralcf 2"));

        Assert.Equal(
            ["4 Newer", "3 Refused", "2 Active pinned", "1 Older"],
            Shelf.Look("neuralcf").Select(model => $"{model.Version} {model.State}{(model.IsPinned ? " pinned" : "")}"));
        Assert.Contains("found no model.onnx", Shelf.Look("neuralcf")[1].Reason, StringComparison.Ordinal);
        Assert.Equal(1e-7, Shelf.Look("neuralcf")[0].Parity);
        Assert.Equal(0, await Run("list"));
        Assert.Equal(0, await Run("list --json"));
    }

    [Fact]
    public async Task The_newest_valid_version_is_active_until_another_is_pinned_and_again_after()
    {
        Publish(1, 2);
        Break(3);
        Assert.Equal(2, Active());

        Assert.Equal(0, await Run("activate neuralcf 1"));
        Assert.Equal(1, Active());
        Assert.Equal("{\"version\":1}\n", await File.ReadAllTextAsync(ModelVersions.PinPath(_folder.Path, "neuralcf"), TestContext.Current.CancellationToken));

        Assert.Equal(0, await Run("activate neuralcf latest"));
        Assert.Equal(2, Active());
    }

    [Theory]
    [InlineData("activate neuralcf 7", 1)]
    [InlineData("activate neuralcf 3", 1)] // refused
    [InlineData("activate din 1", 1)]
    [InlineData("activate neuralcf newest", 2)]
    [InlineData("activate neuralcf 0", 2)]
    [InlineData("remove neuralcf 7", 1)]
    [InlineData("remove neuralcf latest", 2)]
    [InlineData("list --models nowhere", 2)]
    public async Task What_cannot_be_done_changes_nothing(string line, int exitCode)
    {
        Publish(1, 2);
        Break(3);

        Assert.Equal(exitCode, await Run(line));

        Assert.Equal(2, Active());
        Assert.False(File.Exists(ModelVersions.PinPath(_folder.Path, "neuralcf")));
    }

    [Fact]
    public void Errors_say_what_there_is()
    {
        Publish(1, 2);
        Break(3);

        Assert.Equal("There is no version 7 of neuralcf; there are 1, 2, 3.", Assert.Throws<InvalidDataException>(() => Shelf.Pin("neuralcf", 7)).Message);
        Assert.EndsWith("there are neuralcf.", Assert.Throws<InvalidDataException>(() => Shelf.Unpin("din")).Message, StringComparison.Ordinal);
        Assert.Contains("found no model.onnx", Assert.Throws<InvalidDataException>(() => Shelf.Pin("neuralcf", 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_active_version_is_removed_only_where_another_takes_over()
    {
        Publish(1, 2);
        Break(3);

        Assert.Equal(0, await Run("remove neuralcf 2"));
        Assert.Equal(1, Active());
        Assert.Equal(1, await Run("remove neuralcf 1"));
        Assert.Equal(1, Active());
        Assert.Equal(0, await Run("remove neuralcf 3"));

        Assert.Equal([1], ModelFolder.Versions(_folder.Path, "neuralcf"));
        Assert.Equal(["neuralcf"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_pinned_version_is_not_removed()
    {
        Publish(1, 2);
        await Run("activate neuralcf 1");

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Shelf.Remove("neuralcf", 1));

        Assert.Contains("sparrow models activate neuralcf latest", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Active());
        Assert.Equal(0, await Run("remove neuralcf 2"));
    }

    [Fact]
    public async Task Activating_at_the_same_time_leaves_one_of_the_choices_whole()
    {
        Publish(1, 2, 3);

        int[] exitCodes = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => Run($"activate neuralcf {1 + (i % 3)}"))));

        Assert.All(exitCodes, exitCode => Assert.Equal(0, exitCode));
        Assert.InRange(ModelVersions.Pinned(_folder.Path, "neuralcf") ?? 0, 1, 3);
        Assert.Equal(["1", "2", "3", "active.json"], Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Path, "neuralcf")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private Task<int> Run(string line) => CommandLine.RunAsync(
        SparrowCommand.Create(), ["models", .. line.Split(' '), .. line.Contains("--models", StringComparison.Ordinal) ? (string[])[] : ["--models", _folder.Path]]);

    private int Active() => Assert.Single(Shelf.Look("neuralcf"), model => model.State == ModelState.Active).Version;

    private void Publish(params int[] versions) => Array.ForEach(versions, version => RandomModel.Publish(_folder.Path, version: version));

    private void Break(int version) => File.Delete(Path.Combine(RandomModel.Publish(_folder.Path, version: version), ModelFolder.ModelFile));
}
