using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Samples;

/// <summary>Labelled pairs as columns: position i of all of them belongs to one rating. Immutable.</summary>
/// <param name="UserRows">Rows of the users in the rating table.</param>
/// <param name="MovieRows">Rows of the movies in the catalog.</param>
/// <param name="Labels">Whether the rating was at least <see cref="Rating.PositiveScore"/>.</param>
/// <param name="HalfStars">Stars × 2, for baselines.</param>
internal sealed record RatingSamples(int[] UserRows, int[] MovieRows, bool[] Labels, byte[] HalfStars)
{
    public int Count => Labels.Length;

    /// <summary>Positives over all, 0 to 1; NaN when empty.</summary>
    public double PositiveShare => (double)Labels.Count(label => label) / Count;

    /// <summary>Samples of the ratings at some positions of the table.</summary>
    public static RatingSamples At(RatingTable ratings, IReadOnlyList<int> positions)
    {
        var samples = new RatingSamples(new int[positions.Count], new int[positions.Count], new bool[positions.Count], new byte[positions.Count]);
        for (int i = 0; i < positions.Count; i++)
        {
            int position = positions[i];
            samples.UserRows[i] = ratings.UserRows[position];
            samples.MovieRows[i] = ratings.MovieRows[position];
            samples.HalfStars[i] = ratings.HalfStars[position];
            samples.Labels[i] = samples.HalfStars[i] >= Rating.PositiveHalfStars;
        }

        return samples;
    }

    /// <summary>Samples of all ratings of the table.</summary>
    public static RatingSamples All(RatingTable ratings) => At(ratings, [.. Enumerable.Range(0, ratings.Count)]);
}
