using SparrowRecSys.Ranking;

namespace SparrowRecSys.Tests.Ranking;

public sealed class PopularityRankerTests : RankerContract
{
    protected override IRanker Create() => new PopularityRanker(PlantedData.Popularity);

    [Fact]
    public void Can_rank_for_everybody()
    {
        Assert.True(Create().CanRank(PlantedData.User(PlantedData.NewUser)));
        Assert.True(Create().CanRank(PlantedData.User(PlantedData.ActionFan)));
    }
}
