using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SparrowRecSys.Server.Tests;

/// <summary>
/// The server refuses to start on a wrong setting. Tested on the startup validator itself: a host that fails to start inside
/// WebApplicationFactory races with its own disposal and throws one of two exceptions.
/// </summary>
public sealed class ConfigurationTests
{
    [Fact]
    public void Defaults_are_valid() => Validate();

    [Theory]
    [InlineData("Retrieval:Candidates", "0")]
    [InlineData("Retrieval:Merge", "votes")]
    [InlineData("Retrieval:RecentMovies", "0")]
    [InlineData("Retrieval:NeighborsPerMovie", "100000")]
    [InlineData("Retrieval:PopularityHalfLifeDays", "0.5")]
    [InlineData("Ranking:CosineWeight", "-1")]
    [InlineData("Ranking:PopularityWeight", "-0.1")]
    [InlineData("Reranking:Diversity", "1.1")]
    [InlineData("Reranking:NewUserDiversity", "-0.1")]
    [InlineData("Reranking:PoolFactor", "0")]
    [InlineData("Data:MaxBadRowShare", "2")]
    [InlineData("Models:PollSeconds", "-1")]
    [InlineData("Ranking:Shadow:Share", "1.5")]
    [InlineData("Ranking:Shadow:QueueLength", "0")]
    public void A_value_out_of_range_is_refused_naming_the_key(string key, string value)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Validate((key, value)));

        Assert.Contains(key.Split(':')[1], error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Count", "0")]
    [InlineData("Weight", "-1")]
    [InlineData("Quota", "-1")]
    [InlineData("TimeLimitMs", "60001")]
    public void A_channels_value_out_of_range_is_refused_naming_channel_and_key(string key, string value)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Validate(($"Retrieval:Channels:als:{key}", value)));

        Assert.Contains("Retrieval:Channels:als", error.Message, StringComparison.Ordinal);
        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_channels_misspelt_key_is_refused_naming_it()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Validate(("Retrieval:Channels:als:Wait", "1")));

        Assert.Contains("Wait", error.GetBaseException().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotas_that_do_not_fit_into_the_list_are_refused()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Validate(
            ("Retrieval:Candidates", "10"), ("Retrieval:Channels:als:Quota", "6"), ("Retrieval:Channels:popular:Quota", "5")));

        Assert.Contains("11 together; expected at most Retrieval:Candidates, 10", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Retrieval:Candidats")]
    [InlineData("Ranking:Defualt")]
    [InlineData("Reranking:Diversty")]
    [InlineData("Data:Dir")]
    [InlineData("Models:Folder")]
    [InlineData("Api:Secret")]
    [InlineData("Ranking:Shadow:Name")]
    [InlineData("Embeddings:Folder")]
    [InlineData("Site:Root")]
    public void A_misspelt_key_is_refused_naming_it(string key)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Validate((key, "10")));

        Assert.Contains(key.Split(':')[1], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_no_number_is_refused_naming_the_key()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Validate(("Retrieval:RecentMovies", "many")));

        Assert.Contains("Retrieval:RecentMovies", error.Message, StringComparison.Ordinal);
    }

    private static void Validate(params (string Key, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(x => KeyValuePair.Create(x.Key, (string?)x.Value)))
            .Build();
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton(configuration)
            .AddRecommender()
            .BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();
    }
}
