using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Tests.RetrievalMethods;

public sealed class CoOccurrenceTests
{
    [Fact]
    public void Counts_are_those_of_the_naive_twin()
    {
        RatingTable ratings = SmallData.RandomLabels(30, 12, 150).Ratings;
        float[] counts = new float[12];

        CoOccurrence.AddRow(ratings, 5, counts);

        for (int movie = 0; movie < 12; movie++)
        {
            int both = Enumerable.Range(0, ratings.UserCount)
                .Count(user => ratings.OfUser(user).MovieRows.Contains(5) && ratings.OfUser(user).MovieRows.Contains(movie));
            Assert.Equal(both, counts[movie]);
        }

        Assert.Contains(counts, count => count > 0);
    }

    [Fact]
    public void Rows_are_chosen_by_their_interactions()
    {
        DataSet data = SmallData.Of(4, [(1, 0, 10), (2, 0, 10), (1, 2, 10), (3, 3, 10), (4, 3, 10)]);

        Assert.Equal([0, 2, 3], CoOccurrence.RowsWithAtLeast(data.Ratings, 1));
        Assert.Equal([0, 3], CoOccurrence.RowsWithAtLeast(data.Ratings, 2));
    }
}
