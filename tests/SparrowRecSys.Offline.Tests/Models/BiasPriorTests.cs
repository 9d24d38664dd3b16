using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Models;

namespace SparrowRecSys.Offline.Tests.Models;

public sealed class BiasPriorTests
{
    [Fact]
    public void A_bias_is_the_damped_log_odds_beyond_what_is_expected()
    {
        // Movie 0: 8 of 8 positive, movie 1: 0 of 8. Base rate 1/2, ten more ratings as on average: 13/18 and 5/18.
        DataSet data = SmallData.Of(2, Enumerable.Range(0, 16).Select(i => ((i / 2) + 1, i % 2, (byte)(i % 2 == 0 ? 10 : 2))));

        var prior = BiasPrior.Of(RankerSamples.All(data, AllRankers.Get("neuralcf"), new NeuralCFOptions()));

        Assert.Equal(0, prior.Base, 1e-6f);
        Assert.Equal([MathF.Log(13f / 5), MathF.Log(5f / 13), 0], prior.Movies, (x, y) => Math.Abs(x - y) < 1e-5);
        Assert.All(prior.Users, bias => Assert.Equal(0, bias, 1e-5f)); // every user liked the good one and not the bad one, as expected
        Assert.Equal(9, prior.Users.Length);
    }
}
