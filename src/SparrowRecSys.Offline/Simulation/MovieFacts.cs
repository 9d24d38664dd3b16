using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Simulation;

/// <summary>Facts derived from a catalog: sagas, regions, distinctive genres, and the groups they make.</summary>
internal static class MovieFacts
{
    private const int YearsPerEra = 18;
    private const float SagaStrength = 5;
    private const float DirectorStrength = 3;
    private const float LeadStrength = 1.2f;
    private const float KindStrength = 1.6f;
    private const float GenreEraStrength = 0.8f;

    /// <summary>By movie row, the saga that at least two movies of the catalog share, or the empty string.</summary>
    public static string[] Sagas(MovieCatalog movies)
    {
        string[] sagas = [.. Enumerable.Range(0, movies.Count).Select(row => SagaTitle.Of(movies[row].DisplayTitle))];
        HashSet<string> shared = [.. sagas.GroupBy(saga => saga, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key)];
        return [.. sagas.Select(saga => shared.Contains(saga) ? saga : "")];
    }

    /// <summary>Part of the world whose cinema the movie belongs to; the empty string where the country is not known.</summary>
    public static string Region(Movie movie) => movie.Details?.Countries is [var first, ..]
        ? first switch
        {
            "China" or "Hong Kong" or "Taiwan" => "Chinese-speaking",
            "Soviet Union" or "Russia" or "Ukraine" or "Georgia" => "Russian-speaking",
            "Denmark" or "Sweden" or "Norway" or "Finland" or "Iceland" => "Nordic",
            "Spain" or "Mexico" or "Argentina" or "Chile" or "Cuba" or "Colombia" => "Spanish-speaking",
            "Germany" or "West Germany" or "Austria" or "East Germany" => "German-speaking",
            "Poland" or "Czechoslovakia" or "Czech Republic" or "Hungary" or "Romania" or "Yugoslavia" or "Bulgaria" => "Central Europe",
            "Australia" or "New Zealand" => "Australia and New Zealand",
            "UK" or "Ireland" => "British Isles",
            "USA" or "Canada" => "North America",
            _ => first,
        }
        : "";

    /// <summary>By genre of the catalog, the logarithm of N over the genre's movies: how much the genre says.</summary>
    public static Dictionary<string, double> GenreInformation(MovieCatalog movies) => Enumerable.Range(0, movies.Count)
        .SelectMany(row => movies[row].Genres)
        .GroupBy(genre => genre, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => PortableMath.Log((double)(movies.Count + 1) / group.Count()), StringComparer.Ordinal);

    /// <summary>The groups of <see cref="KinGroups"/>.</summary>
    public static IEnumerable<(int MovieRow, string Name, float Strength)> Memberships(MovieCatalog movies, string[] sagas)
    {
        Dictionary<string, double> information = GenreInformation(movies);
        for (int row = 0; row < movies.Count; row++)
        {
            Movie movie = movies[row];
            if (sagas[row].Length > 0)
            {
                yield return (row, $"saga {sagas[row]}", SagaStrength);
            }

            foreach (string director in (movie.Details?.Directors ?? []).Distinct())
            {
                yield return (row, $"director {director}", DirectorStrength);
            }

            foreach (string lead in (movie.Details?.Cast ?? []).Distinct())
            {
                yield return (row, $"lead {lead}", LeadStrength);
            }

            string[] telling = [.. movie.Genres.Distinct().OrderByDescending(genre => information[genre]).ThenBy(genre => genre, StringComparer.Ordinal)];
            int era = movie.ReleaseYear / YearsPerEra;
            string genres = string.Join('|', telling.Take(2));
            yield return (row, $"kind {genres} {Region(movie)} {era}", KindStrength);
            yield return (row, $"era {telling.FirstOrDefault()} {era}", GenreEraStrength);
        }
    }
}
