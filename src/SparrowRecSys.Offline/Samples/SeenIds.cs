using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Offline.Samples;

/// <summary>The vocabularies of what a model may know: the users and movies of the ratings before a moment.</summary>
internal static class SeenIds
{
    /// <param name="data">The data set; its genres are all known.</param>
    /// <param name="before">Seconds since 1970-01-01 UTC; <see cref="uint.MaxValue"/> for all ratings.</param>
    public static FeatureVocabularies Before(DataSet data, uint before)
    {
        RatingTable ratings = data.Ratings;
        bool[] users = new bool[ratings.UserCount];
        bool[] movies = new bool[data.Movies.Count];
        for (int i = 0; i < ratings.Count; i++)
        {
            if (ratings.Timestamps[i] < before)
            {
                users[ratings.UserRows[i]] = true;
                movies[ratings.MovieRows[i]] = true;
            }
        }

        int[] userIds = ratings.UserIds.ToArray();
        return new FeatureVocabularies(
            [.. userIds.Where((_, row) => users[row])],
            [.. Enumerable.Range(0, movies.Length).Where(row => movies[row]).Select(row => data.Movies[row].MovieId)],
            data.Movies.Genres);
    }
}
