using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Offline.Popularity;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Tests.RetrievalMethods;

public sealed class MethodSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Config => Path.Combine(_folder.Path, "config.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_the_line_sets_overrules_the_file_and_the_file_the_defaults()
    {
        File.WriteAllText(Config, """{"item2vec":{"dimension":48,"epochs":7}}""");

        object options = MethodSettings.Read(Config, ["item2vec.epochs=9", "popularity.halfLifeDays=1e3"]).OptionsOf(Item2VecMethod.Instance, seed: 5);

        Assert.Equal(new Item2VecOptions { Dimension = 48, Epochs = 9, Seed = 5 }, options);
    }

    [Fact]
    public void A_seed_that_is_set_stays() =>
        Assert.Equal(new Item2VecOptions { Seed = 3 }, MethodSettings.Read(null, ["item2vec.seed=3"]).OptionsOf(Item2VecMethod.Instance, seed: 5));

    [Fact]
    public void A_method_without_a_seed_gets_none() => Assert.Equal(new PopularityOptions(), MethodSettings.None.OptionsOf(PopularityMethod.Instance, seed: 5));

    [Theory]
    [InlineData("dimension=3", "--set: found 'dimension=3', expected method.option=value such as als.dimension=64.")]
    [InlineData("item2vec.=3", "--set: found 'item2vec.=3', expected method.option=value such as als.dimension=64.")]
    public void A_wrong_assignment_is_refused(string assignment, string message) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => MethodSettings.Read(null, [assignment])).Message);

    [Theory]
    [InlineData("item2vec.size=3", "Found the option 'size', allowed are dimension, window,")]
    [InlineData("item2vec.dimension=1", "--dimension: found 1, allowed are 2 to 1024.")]
    [InlineData("item2vec.dimension=many", "dimension: The JSON value could not be converted")]
    public void A_wrong_option_is_refused(string assignment, string message)
    {
        var settings = MethodSettings.Read(null, [assignment]);

        UsageException error = Assert.Throws<UsageException>(() => settings.OptionsOf(Item2VecMethod.Instance, seed: 1));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_method_is_refused_naming_those_that_there_are()
    {
        UsageException error = Assert.Throws<UsageException>(() => MethodSettings.Read(null, ["ALS.dimension=3"]));

        Assert.StartsWith("Found the model 'ALS', allowed are popularity,", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"item2vec\":3}")]
    [InlineData("{")]
    public void A_file_that_is_none_is_refused_naming_it(string text)
    {
        File.WriteAllText(Config, text);

        Assert.StartsWith(Config, Assert.Throws<UsageException>(() => MethodSettings.Read(Config, [])).Message, StringComparison.Ordinal);
    }
}
