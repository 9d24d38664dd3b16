using CsCheck;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Tests.Features;

public sealed class FeatureStoreReplayTests
{
    private const int MovieCount = 5;

    private static readonly MovieCatalog Movies = new(Enumerable.Range(1, MovieCount).Select(id =>
        new Movie { MovieId = id, Title = "T", DisplayTitle = "T", Genres = [id % 2 == 0 ? "Drama" : "War"] }));

    private static readonly Gen<Rating[]> Ratings =
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, MovieCount], Gen.Int[1, 10], Gen.Int[0, 100], (user, movie, score, time) => new Rating(user, movie, score / 2f, time)).Array[0, 40];

    /// <summary>The rule of the near-line loop: what was loaded and what came later cannot be told apart.</summary>
    [Fact]
    public void Recording_ratings_gives_the_state_that_loading_them_would_have_given() =>
        Gen.Select(Ratings, Gen.Int[0, 40]).Sample((ratings, loaded) =>
        {
            FeatureStore live = new(Load(ratings[..Math.Min(loaded, ratings.Length)]));
            foreach (Rating rating in ratings.Skip(loaded))
            {
                live.Record(rating);
            }

            FeatureStore reloaded = new(Load(ratings));
            Assert.All(Enumerable.Range(1, 5), user => AssertSame(reloaded.OfUser(user), live.OfUser(user)));
            Assert.All(Enumerable.Range(1, 5), user => Assert.Equal(reloaded.Knows(user), live.Knows(user)));
            Assert.All(Enumerable.Range(0, MovieCount), row => Assert.Equal(reloaded.OfMovie(row).Histogram.ToArray(), live.OfMovie(row).Histogram.ToArray()));
        });

    private static void AssertSame(UserState expected, UserState actual)
    {
        Assert.Equal(expected.Ratings.MovieRows.ToArray(), actual.Ratings.MovieRows.ToArray());
        Assert.Equal(expected.Ratings.HalfStars.ToArray(), actual.Ratings.HalfStars.ToArray());
        Assert.Equal(expected.Ratings.Timestamps.ToArray(), actual.Ratings.Timestamps.ToArray());
        Assert.Equal(expected.Positives.ToArray(), actual.Positives.ToArray());
        Assert.Equal(expected.GenreAffinity.ToArray(), actual.GenreAffinity.ToArray());
        Assert.Equal((expected.AverageRating, expected.IsNew), (actual.AverageRating, actual.IsNew));
    }

    private static DataSet Load(Rating[] ratings)
    {
        var builder = new RatingTableBuilder(MovieCount);
        foreach (Rating rating in ratings)
        {
            builder.Add(rating.UserId, Movies.FindRow(rating.MovieId), (byte)(rating.Score * 2), (uint)rating.Timestamp);
        }

        return new DataSet
        {
            Directory = "/",
            Layout = "latest",
            Movies = Movies,
            Ratings = builder.Build(),
            Hash = "",
            IsSimulated = false,
            Report = new DataReport([]),
        };
    }
}
