using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Tests.Retrieval;

public sealed class PopularRetrieverTests : RetrieverContract
{
    protected override IRetriever Create() => new PopularRetriever(PlantedData.Popularity);

    [Fact]
    public void Everybody_gets_the_same()
    {
        Assert.Equal(Retrieve(PlantedData.ActionFan, 20), Retrieve(PlantedData.DramaFan, 20));
        Assert.Equal(Retrieve(PlantedData.ActionFan, 20), Retrieve(PlantedData.NewUser, 20));
    }
}
