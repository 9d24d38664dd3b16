using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Als;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Tests.Als;

public sealed class AlsExplicitMethodTests
{
    [Fact]
    public void It_predicts_the_stars_that_were_withheld()
    {
        DataSet data = SmallData.Checkerboard(40, 20); // 5 stars for movies of one's own parity, 1 for the others
        LearnedOutput output = AlsExplicitMethod.Learn(data, new AlsExplicitOptions { Dimension = 2 }, new LearningContext());
        LearnedFactors factors = Assert.IsType<LearnedFactors>(output.Model);
        IRetrievalModel model = RetrievalModels.Create("alsexplicit", factors, data, new VectorIndexOptions());
        float[] scores = new float[20];

        for (int user = 1; user <= 40; user++)
        {
            RatingSlice history = data.Ratings.OfUser(data.Ratings.FindUserRow(user));
            Assert.True(model.TryScore(new UserHistory(0, history.MovieRows, history.HalfStars), scores));
            double predicted = factors.FoldIn.MeanStars!.Value + scores[user % 20]; // withheld, of one's own parity
            Assert.InRange(predicted, 4.4, 5.6);
        }

        Assert.InRange((double)output.Facts["rootMeanSquareError"]!, 0, 0.5);
    }

    [Fact]
    public void A_movie_that_all_like_better_has_a_higher_bias()
    {
        DataSet data = SmallData.Of(2, Enumerable.Range(1, 30).SelectMany(user => new[] { (user, 0, (byte)9), (user, 1, (byte)4) }));

        LearnedFactors factors = Assert.IsType<LearnedFactors>(
            AlsExplicitMethod.Learn(data, new AlsExplicitOptions { Dimension = 1 }, new LearningContext()).Model);

        Assert.True(factors.Biases![0] > factors.Biases[1] + 0.5f);
    }

    [Fact]
    public void Without_ratings_there_is_nothing_to_learn() =>
        Assert.Throws<InvalidDataException>(() => AlsExplicitMethod.Learn(SmallData.Of(3, []), new AlsExplicitOptions(), new LearningContext()));
}
