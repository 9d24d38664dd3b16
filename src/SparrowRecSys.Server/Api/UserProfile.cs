using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Server.Api;

/// <summary>What a user's page shows.</summary>
internal static class UserProfile
{
    private const int MostDirectors = 10;

    public static UserResponse Describe(UserState user, MovieCatalog movies, PersonaFinder personas)
    {
        int[] histogram = new int[10];
        var genres = new Dictionary<string, Tally>();
        var years = new Dictionary<int, Tally>();
        var directors = new Dictionary<string, Tally>();
        for (int i = 0; i < user.Ratings.Count; i++)
        {
            byte halfStars = user.Ratings.HalfStars[i];
            Movie movie = movies[user.Ratings.MovieRows[i]];
            histogram[halfStars - 1]++;
            foreach (string genre in movie.Genres)
            {
                Add(genres, genre, halfStars);
            }

            foreach (string director in movie.Details?.Directors ?? [])
            {
                Add(directors, director, halfStars);
            }

            if (movie.ReleaseYear > 0)
            {
                Add(years, movie.ReleaseYear, halfStars);
            }
        }

        ReadOnlySpan<uint> times = user.Ratings.Timestamps;
        return new UserResponse(
            user.UserId, user.IsNew, PersonaResponse.Of(personas.Find(user)), user.Ratings.Count, user.AverageRating,
            (Array.FindLastIndex(histogram, count => count > 0) + 1) / 2.0, (Array.FindIndex(histogram, count => count > 0) + 1) / 2.0,
            histogram, GenresOf(user, movies, genres),
            [.. years.OrderBy(x => x.Key).Select(x => new YearResponse(x.Key, x.Value.Count, x.Value.Average))],
            [.. directors.OrderByDescending(x => x.Value.Count).ThenByDescending(x => x.Value.Average).ThenBy(x => x.Key, StringComparer.Ordinal)
                .Take(MostDirectors)
                .Select(x => new DirectorResponse(x.Key, x.Value.Count, x.Value.Average))],
            times.IsEmpty ? null : DateTimeOffset.FromUnixTimeSeconds(Least(times)),
            times.IsEmpty ? null : DateTimeOffset.FromUnixTimeSeconds(Greatest(times)));
    }

    private static GenreResponse[] GenresOf(UserState user, MovieCatalog movies, Dictionary<string, Tally> genres) =>
        [.. genres
            .Select(x => new GenreResponse(x.Key, user.GenreAffinity[movies.FindGenre(x.Key)], x.Value.Count, x.Value.Average))
            .OrderByDescending(genre => genre.Share).ThenByDescending(genre => genre.Count).ThenBy(genre => genre.Name, StringComparer.Ordinal)];

    private static void Add<T>(Dictionary<T, Tally> tallies, T key, byte halfStars)
        where T : notnull
    {
        Tally tally = tallies.GetValueOrDefault(key);
        tallies[key] = new Tally(tally.Count + 1, tally.HalfStars + halfStars);
    }

    private static uint Least(ReadOnlySpan<uint> times) => System.Numerics.Tensors.TensorPrimitives.Min(times);

    private static uint Greatest(ReadOnlySpan<uint> times) => System.Numerics.Tensors.TensorPrimitives.Max(times);

    private readonly record struct Tally(int Count, int HalfStars)
    {
        public double Average => HalfStars / 2.0 / Count;
    }
}

/// <summary>A user's statistics; zeros, empty lists and nulls for a new visitor.</summary>
/// <param name="UserId">The user.</param>
/// <param name="IsNew">Whether the user has rated nothing.</param>
/// <param name="Persona">The user's taste.</param>
/// <param name="RatingCount">Ratings.</param>
/// <param name="AverageRating">Stars.</param>
/// <param name="HighestRating">Stars.</param>
/// <param name="LowestRating">Stars.</param>
/// <param name="Histogram">Ten counts, 0.5 to 5.0 stars.</param>
/// <param name="Genres">The most liked first.</param>
/// <param name="Years">Release years, ascending.</param>
/// <param name="Directors">At most ten, those of most rated movies first.</param>
/// <param name="FirstRatingAt">When the user began.</param>
/// <param name="LastRatingAt">When the user rated last.</param>
internal sealed record UserResponse(
    int UserId, bool IsNew, PersonaResponse Persona, int RatingCount, double AverageRating, double HighestRating, double LowestRating,
    IReadOnlyList<int> Histogram, IReadOnlyList<GenreResponse> Genres, IReadOnlyList<YearResponse> Years,
    IReadOnlyList<DirectorResponse> Directors, DateTimeOffset? FirstRatingAt, DateTimeOffset? LastRatingAt);

/// <summary>A genre a user rated.</summary>
/// <param name="Name">The genre.</param>
/// <param name="Share">Share of the genre among the movies the user liked, 0 to 1.</param>
/// <param name="Count">Ratings.</param>
/// <param name="AverageRating">Stars.</param>
internal sealed record GenreResponse(string Name, float Share, int Count, double AverageRating);

/// <summary>A release year a user rated.</summary>
/// <param name="Year">The year.</param>
/// <param name="Count">Ratings.</param>
/// <param name="AverageRating">Stars.</param>
internal sealed record YearResponse(int Year, int Count, double AverageRating);

/// <summary>A director a user rated.</summary>
/// <param name="Name">The director.</param>
/// <param name="Count">Ratings.</param>
/// <param name="AverageRating">Stars.</param>
internal sealed record DirectorResponse(string Name, int Count, double AverageRating);
