using SparrowRecSys.Ranking;

namespace SparrowRecSys.Tests.Ranking;

public sealed class ModelVersionsTests : IDisposable
{
    private readonly string _models = Directory.CreateTempSubdirectory("versions").FullName;

    public void Dispose() => Directory.Delete(_models, recursive: true);

    [Fact]
    public void Without_a_pin_the_newest_is_tried_first() =>
        Assert.Equal([5, 4, 2], ModelVersions.InOrder([5, 4, 2], pinned: null, loaded: 4));

    [Fact]
    public void A_pinned_version_is_tried_first_then_the_one_that_serves_then_the_newest() =>
        Assert.Equal([2, 3, 5, 4, 1], ModelVersions.InOrder([5, 4, 3, 2, 1], pinned: 2, loaded: 3));

    [Fact]
    public void A_model_is_a_folder_and_one_whose_name_begins_with_a_dot_is_not_finished()
    {
        Directory.CreateDirectory(Path.Combine(_models, "widendeep"));
        Directory.CreateDirectory(Path.Combine(_models, "din"));
        Directory.CreateDirectory(Path.Combine(_models, ".din.17.tmp"));
        File.WriteAllText(Path.Combine(_models, "readme.txt"), "");

        Assert.Equal(["din", "widendeep"], ModelVersions.Names(_models));
    }

    [Fact]
    public void A_pin_is_read()
    {
        Assert.Null(ModelVersions.Pinned(_models, "din"));
        Pin("""{"version":3}""");

        Assert.Equal(3, ModelVersions.Pinned(_models, "din"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("{\"version\":\"3\"}")]
    [InlineData("{\"version\":0}")]
    [InlineData("{\"version\":3")]
    public void A_pin_that_names_no_version_is_an_error_that_says_so(string text)
    {
        Pin(text);

        string message = Assert.Throws<InvalidDataException>(() => ModelVersions.Pinned(_models, "din")).Message;

        Assert.Equal($"{ModelVersions.PinPath(_models, "din")}: found '{text}', expected {{\"version\":N}} with the number of a version.", message);
    }

    private void Pin(string text)
    {
        Directory.CreateDirectory(Path.Combine(_models, "din"));
        File.WriteAllText(ModelVersions.PinPath(_models, "din"), text);
    }
}
