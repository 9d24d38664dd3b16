using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Popularity;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Offline.Tests.Item2Vec;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Tests.Popularity;

public sealed class PopularityMethodTests
{
    private const uint Day = 86_400;

    [Fact]
    public void Every_interaction_counts_the_same_by_default() => Assert.Equal([2f, 1f, 0f], Learn(new PopularityOptions()));

    [Fact]
    public void With_a_half_life_an_interaction_of_that_age_counts_half() => Assert.Equal([0.75f, 1f, 0f], Learn(new PopularityOptions { HalfLifeDays = 10 }));

    private static float[] Learn(PopularityOptions options)
    {
        var ratings = new RatingTableBuilder(3);
        ratings.Add(1, 0, 8, 0); // two half-lives before the newest
        ratings.Add(2, 0, 8, 10 * Day);
        ratings.Add(3, 1, 8, 20 * Day);
        return Assert.IsType<LearnedPopularity>(PopularityMethod.Learn(TinyData.Of(3, ratings), options, new LearningContext()).Model).Scores;
    }
}
