using CsCheck;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Tests.Features;

public sealed class UserFoldTests
{
    private static readonly string[][] Genres = [["Drama"], ["Drama", "War"], [], ["Comedy", "War", "Drama"], ["Comedy"]];
    private static readonly int[] Years = [1990, 0, 2005, 1931, 1990];

    private static readonly MovieCatalog Movies = new(Genres.Select((genres, row) =>
        new Movie { MovieId = row + 1, Title = "T", DisplayTitle = "T", Genres = genres, ReleaseYear = Years[row] }));

    private static readonly Gen<(int Row, byte HalfStars)[]> Ratings = Gen.Select(Gen.Int[0, 4], Gen.Byte[1, 10]).Array[0, 260];

    [Fact]
    public void The_fold_is_what_plain_formulas_over_the_last_hundred_ratings_give() => Ratings.Sample(ratings =>
    {
        UserFold fold = Fold(ratings);

        (int Row, byte HalfStars)[] window = [.. ratings.TakeLast(UserFold.WindowLength)];
        double[] stars = [.. window.Select(rating => rating.HalfStars / 2.0)];
        double[] years = [.. window.Select(rating => (double)Years[rating.Row]).Where(year => year > 0)];
        Assert.Equal(window.Length, fold.WindowCount);
        Assert.Equal(stars.DefaultIfEmpty(0).Average(), fold.AverageRating, 1e-12);
        Assert.Equal(Deviation(stars), fold.RatingDeviation, 1e-6);
        Assert.Equal(years.DefaultIfEmpty(0).Average(), fold.AverageReleaseYear, 1e-9);
        Assert.Equal(Deviation(years), fold.ReleaseYearDeviation, 1e-6);
        Assert.All(Movies.Genres.Index(), genre => Assert.Equal(
            window.Count(rating => rating.HalfStars >= 7 && Genres[rating.Row].Contains(genre.Item)), fold.GenreCounts[genre.Index]));
    });

    [Fact]
    public void It_remembers_the_last_fifty_positives_newest_first() => Ratings.Sample(ratings =>
    {
        UserFold fold = Fold(ratings);

        (int, uint)[] positives = [.. ratings.Index().Where(x => x.Item.HalfStars >= 7).Select(x => (x.Item.Row, (uint)x.Index)).TakeLast(50).Reverse()];
        Assert.Equal(positives, Enumerable.Range(0, fold.PositiveCount).Select(fold.Positive));
    });

    [Fact]
    public void Affinity_gives_each_positive_of_the_window_equal_weight_over_its_genres() => Ratings.Sample(ratings =>
    {
        float[] affinity = new float[Movies.Genres.Count];
        Fold(ratings).WriteGenreAffinity(affinity);

        string[][] positives = [.. ratings.TakeLast(100).Where(rating => rating.HalfStars >= 7).Select(rating => Genres[rating.Row]).Where(genres => genres.Length > 0)];
        Assert.All(Movies.Genres.Index(), genre => Assert.Equal(
            positives.Length == 0 ? 0 : positives.Sum(genres => genres.Contains(genre.Item) ? 1.0 / genres.Length : 0) / positives.Length, affinity[genre.Index], 1e-6));
    });

    private static UserFold Fold((int Row, byte HalfStars)[] ratings)
    {
        var fold = new UserFold(Movies);
        for (int i = 0; i < ratings.Length; i++)
        {
            fold.Add(ratings[i].Row, ratings[i].HalfStars, (uint)i);
        }

        return fold;
    }

    private static double Deviation(double[] values)
    {
        double mean = values.DefaultIfEmpty(0).Average();
        return values.Length < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
