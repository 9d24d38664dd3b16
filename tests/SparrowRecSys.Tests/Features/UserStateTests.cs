using CsCheck;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Tests.Features;

public sealed class UserStateTests
{
    private static readonly string[][] Genres = [["Drama"], ["Drama", "War"], [], ["Comedy", "War", "Drama"], ["Comedy"]];

    private static readonly MovieCatalog Movies = new(Genres.Select((genres, row) =>
        new Movie { MovieId = row + 1, Title = "T", DisplayTitle = "T", Genres = genres }));

    private static readonly Gen<(int Row, int HalfStars, int Time)[]> Ratings =
        Gen.Select(Gen.Shuffle(Enumerable.Range(0, Genres.Length).ToArray()), Gen.Int[0, Genres.Length], Gen.Int[1, 10].Array[Genres.Length], Gen.Int[0, 2].Array[Genres.Length], (rows, count, scores, times) =>
            Enumerable.Range(0, count).Select(i => (rows[i], scores[i], times[i])).ToArray());

    [Fact]
    public void The_state_is_what_a_plain_count_over_the_ratings_gives() => Ratings.Sample(ratings =>
    {
        UserState state = UserState.Fold(7, Slice(ratings), Movies);

        int[] positives = [.. ratings.Index().Where(x => x.Item.HalfStars >= 7).OrderBy(x => x.Item.Time).ThenBy(x => x.Index).Reverse().Select(x => x.Item.Row)];
        Assert.Equal((7, ratings.Length == 0, ratings.Length), (state.UserId, state.IsNew, state.Ratings.Count));
        Assert.Equal(ratings.Length == 0 ? 0 : ratings.Average(rating => rating.HalfStars / 2.0), state.AverageRating, precision: 12);
        Assert.Equal(positives, state.Positives.ToArray());
        Assert.All(Movies.Genres.Index(), genre => Assert.Equal(Affinity(positives, genre.Item), state.GenreAffinity[genre.Index], precision: 6));
    });

    [Fact]
    public void A_score_of_three_and_a_half_is_positive_and_three_is_not()
    {
        UserState state = UserState.Fold(1, Slice([(0, 7, 1), (1, 6, 2)]), Movies);

        Assert.Equal([0], state.Positives.ToArray());
    }

    private static double Affinity(int[] positives, string genre)
    {
        string[][] withGenres = [.. positives.Select(row => Genres[row]).Where(genres => genres.Length > 0)];
        return withGenres.Length == 0 ? 0 : withGenres.Sum(genres => genres.Contains(genre) ? 1.0 / genres.Length : 0) / withGenres.Length;
    }

    private static RatingSlice Slice((int Row, int HalfStars, int Time)[] ratings) => new(
        [.. ratings.Select(rating => rating.Row)], [.. ratings.Select(rating => (byte)rating.HalfStars)], [.. ratings.Select(rating => (uint)rating.Time)],
        0, ratings.Length);
}
