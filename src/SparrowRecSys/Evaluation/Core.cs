using SparrowRecSys.Catalog;

namespace SparrowRecSys.Evaluation;

/// <summary>The k-core: the largest set of interactions in which every user and every movie has at least k.</summary>
internal static class Core
{
    /// <summary>Takes out users and movies with fewer than k interactions until none is left. O(rounds · R).</summary>
    public static DataSet Filter(DataSet data, int k)
    {
        RatingTable ratings = data.Ratings;
        for (RatingTable smaller = FilterOnce(ratings, k); smaller.Count < ratings.Count; smaller = FilterOnce(ratings, k))
        {
            ratings = smaller;
        }

        return data with { Ratings = ratings };
    }

    private static RatingTable FilterOnce(RatingTable ratings, int k)
    {
        var kept = new RatingTableBuilder(ratings.MovieCount, ratings.Count);
        for (int i = 0; i < ratings.Count; i++)
        {
            int userRow = ratings.UserRows[i];
            if (ratings.OfUser(userRow).Count >= k && ratings.PositionsOfMovie(ratings.MovieRows[i]).Length >= k)
            {
                kept.Add(ratings.UserIds[userRow], ratings.MovieRows[i], ratings.HalfStars[i], ratings.Timestamps[i]);
            }
        }

        return kept.Count == ratings.Count ? ratings : kept.Build();
    }
}
