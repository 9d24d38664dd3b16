using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Samples;
using SparrowRecSys.Offline.Tests.Models;

namespace SparrowRecSys.Offline.Tests.Samples;

public sealed class SampleTableTests
{
    private static readonly DataSet Data = RichData.Create();

    [Fact]
    public void Selected_columns_are_those_that_a_replay_of_them_alone_gives()
    {
        string[] names = [FeatureNames.UserId, FeatureNames.UserHistory, FeatureNames.MovieId, FeatureNames.MovieAvgRating, FeatureNames.UserAvgRating];
        FeatureVocabularies vocabularies = SeenIds.Before(Data, uint.MaxValue);
        var schema = FeatureSchema.Of(names, vocabularies.Genres.Count, historyLength: 4);

        SampleTable selected = Replay(FeatureSchema.All(vocabularies.Genres.Count), vocabularies).Slice(100, 500).Select(schema);
        SampleTable direct = Replay(schema, vocabularies).Slice(100, 500);

        Assert.All(Enum.GetValues<FeatureBlock>(), block => Assert.Equal(schema.Width(block), selected.Schema.Width(block)));
        Assert.Equal(direct.Ids(FeatureBlock.UserIds), selected.Ids(FeatureBlock.UserIds));
        Assert.Equal(direct.Ids(FeatureBlock.MovieIds), selected.Ids(FeatureBlock.MovieIds));
        Assert.Equal(direct.Numbers(FeatureBlock.UserNumbers), selected.Numbers(FeatureBlock.UserNumbers));
        Assert.Equal(direct.Numbers(FeatureBlock.MovieNumbers), selected.Numbers(FeatureBlock.MovieNumbers));
        Assert.Equal(direct.Labels, selected.Labels);
        Assert.Equal(direct.Timestamps, selected.Timestamps);
    }

    [Fact]
    public void A_number_that_is_not_there_is_refused_by_name()
    {
        SampleTable table = Replay(FeatureSchema.Of([FeatureNames.MovieId], 1), SeenIds.Before(Data, uint.MaxValue));

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => table.Number(FeatureNames.MovieAvgRating, 0));

        Assert.Equal("Found no movieAvgRating among the features, there are movieId.", error.Message);
    }

    private static SampleTable Replay(FeatureSchema schema, FeatureVocabularies vocabularies) =>
        new PointInTimeReplay(Data, new FeatureEncoder(schema, vocabularies, Data.Movies)).Run();
}
