using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Tests.Retrieval;

public sealed class RetrievalChannelsTests
{
    [Fact]
    public void Without_configuration_every_channel_there_is_has_the_defaults()
    {
        IReadOnlyList<RetrievalChannel> channels = Create();

        Assert.Equal(["popular", "genre", "item2vec", "neighbors"], channels.Select(channel => channel.Name));
        Assert.All(channels, channel => Assert.Equivalent(new ChannelOptions(), channel.Options));
    }

    [Fact]
    public void A_channel_is_switched_off_by_name() =>
        Assert.Equal(["popular", "neighbors"], Create(("genre", new() { Enabled = false }), ("ITEM2VEC", new() { Enabled = false })).Select(channel => channel.Name));

    [Fact]
    public void A_channel_has_its_own_options() =>
        Assert.Equal(7, Create(("item2vec", new() { Count = 7 })).Single(channel => channel.Name == "item2vec").Options.Count);

    [Fact]
    public void An_unknown_channel_is_refused_with_those_that_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => Create(("itme2vec", new())));

        Assert.Contains("Retrieval:Channels has 'itme2vec', but the channels are popular, genre, item2vec, neighbors, broken.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_channel_of_a_model_that_was_refused_may_be_configured() => Assert.Equal(4, Create(("broken", new())).Count);

    private static IReadOnlyList<RetrievalChannel> Create(params (string Name, ChannelOptions Options)[] channels)
    {
        var options = new RetrievalOptions();
        foreach ((string name, ChannelOptions own) in channels)
        {
            options.Channels[name] = own;
        }

        return RetrievalChannels.Create(options, PlantedData.Movies, PlantedData.Popularity, new RetrievalModelSet([PlantedData.Model], ["broken"]));
    }
}
