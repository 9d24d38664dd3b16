using SparrowRecSys.Features;
using SparrowRecSys.Offline.Commands;

namespace SparrowRecSys.Offline.Models;

/// <summary>A kind of ranking network: its name, its options, the features it asks for, and how it is made. All are in <see cref="AllRankers"/>.</summary>
internal sealed class RankerMethod
{
    private readonly IReadOnlyList<string> _features;
    private readonly Func<NetworkInputs, NetworkOptions, RankingNetwork> _create;

    private RankerMethod(string name, string help, OptionSet options, IReadOnlyList<string> features, Func<NetworkInputs, NetworkOptions, RankingNetwork> create) =>
        (Name, Help, Options, _features, _create) = (name, help, options, features, create);

    public delegate RankingNetwork Maker<in TOptions>(NetworkInputs inputs, TOptions options);

    /// <summary>Such as <c>din</c>.</summary>
    public string Name { get; }

    /// <summary>Help of its command.</summary>
    public string Help { get; }

    /// <summary>Its hyper-parameters; records of <see cref="NetworkOptions"/>.</summary>
    public OptionSet Options { get; }

    /// <param name="name">Such as <c>din</c>.</param>
    /// <param name="help">What it is, in a sentence.</param>
    /// <param name="features">Names of the features that it asks for; those that the samples lack are left out.</param>
    /// <param name="create">Makes the network.</param>
    public static RankerMethod Create<TOptions>(string name, string help, IReadOnlyList<string> features, Maker<TOptions> create)
        where TOptions : NetworkOptions, new() =>
        new(name, HelpOf(name, help), OptionSet.Of<TOptions>(), features, (inputs, options) => create(inputs, (TOptions)options));

    private static string HelpOf(string name, string summary) => $"""
        {summary}

        Trains on ratings split by time and writes OUT/{name}/VERSION/ with model.onnx, schema.json and metrics.json.

        Examples:
          sparrow train {name}
          sparrow train {name} --data ml-latest-small --out out/models --seed 7
          sparrow tune {name} --data ml-latest-small --trials 20
        """;

    /// <summary>The features that the network takes where all can be computed.</summary>
    /// <param name="options">They say how long the history is.</param>
    /// <param name="genreCount">Genres of the vocabulary.</param>
    public FeatureSchema Schema(NetworkOptions options, int genreCount) =>
        FeatureSchema.Of(_features, genreCount, options is HistoryOptions history ? history.HistoryLength : FeatureSchema.DefaultHistoryLength);

    /// <summary>The features among some that there are which the network takes, the history cut to what it reads.</summary>
    /// <param name="options">They say how long the history is.</param>
    /// <param name="available">Those that there are.</param>
    public FeatureSchema Schema(NetworkOptions options, FeatureSchema available)
    {
        int longest = options is HistoryOptions history ? history.HistoryLength : FeatureSchema.DefaultHistoryLength;
        return new FeatureSchema(_features.Select(available.Find).OfType<FeatureSlot>().Select(slot =>
            slot.Feature.Name is FeatureNames.UserHistory or FeatureNames.UserHistoryAge ? slot.Feature with { Width = Math.Min(longest, slot.Width) } : slot.Feature));
    }

    /// <summary>A network with its first weights, which depend on the seed of the options alone.</summary>
    /// <exception cref="InvalidDataException">The samples lack a feature that it needs.</exception>
    public RankingNetwork CreateNetwork(NetworkInputs inputs, NetworkOptions options)
    {
        TorchSharp.torch.random.manual_seed(options.Seed);
        return _create(inputs, options);
    }
}
