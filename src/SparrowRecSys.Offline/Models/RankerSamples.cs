using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Samples;

namespace SparrowRecSys.Offline.Models;

/// <summary>Samples in three parts, with the same columns and the vocabularies of the training part.</summary>
/// <param name="Train">To learn from.</param>
/// <param name="Validation">To stop by.</param>
/// <param name="Test">To be looked at once.</param>
internal sealed record RankerSamples(SampleTable Train, SampleTable Validation, SampleTable Test)
{
    /// <summary>The ratings of a data set, cut by one clock for all users.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="split">Where it is cut.</param>
    /// <param name="method">The network, which says what features there are to be.</param>
    /// <param name="options">Of the network.</param>
    public static RankerSamples ByTime(DataSet data, TimeSplit split, RankerMethod method, NetworkOptions options)
    {
        SampleTable all = Replay(data, split.ValidationFrom, method, options);
        return new RankerSamples(
            all.Between(0, split.ValidationFrom), all.Between(split.ValidationFrom, split.TestFrom), all.Between(split.TestFrom, uint.MaxValue));
    }

    /// <summary>All ratings of a data set, all ids of which are known.</summary>
    public static SampleTable All(DataSet data, RankerMethod method, NetworkOptions options) => Replay(data, uint.MaxValue, method, options);

    private static SampleTable Replay(DataSet data, uint before, RankerMethod method, NetworkOptions options)
    {
        FeatureVocabularies vocabularies = SeenIds.Before(data, before);
        FeatureSchema schema = method.Schema(options, vocabularies.Genres.Count);
        return new PointInTimeReplay(data, new FeatureEncoder(schema, vocabularies, data.Movies)).Run();
    }
}
