using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Simulation;

/// <summary>Draws how good and how well known each movie is, from its facts and a share of luck. Immutable.</summary>
internal sealed class MovieFame
{
    private const double QualityOfDirector = 0.2; // standard deviations, in stars
    private const double QualityOfMovie = 0.3;
    private const double CanonQuality = 0.7; // a household name is not only famous
    private const double SurvivorQuality = 0.15; // of the films before 1970 the good ones are remembered
    private const double CanonFame = 1.4;
    private const double FameOfQuality = 0.7; // per star
    private const double Luck = 0.4;
    private const double FameScale = 1.2; // brings the Gini coefficient of the popularity to about 0.47, between the whole of ml-latest-small (0.72) and its 1,445 most rated movies (0.37)

    private readonly Dictionary<string, int> _filmsOfPerson;
    private readonly Dictionary<string, int> _filmsOfSaga;

    /// <param name="movies">The catalog.</param>
    /// <param name="sagas">By movie row.</param>
    /// <param name="seed">Seed of the whole simulation.</param>
    public MovieFame(MovieCatalog movies, string[] sagas, ulong seed)
    {
        _filmsOfPerson = Enumerable.Range(0, movies.Count).SelectMany(row => People(movies[row]))
            .GroupBy(person => person, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        _filmsOfSaga = sagas.GroupBy(saga => saga, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        float[] quality = new float[movies.Count];
        float[] fame = new float[movies.Count];
        for (int row = 0; row < movies.Count; row++)
        {
            var random = new SimulationRandom(seed, "fame", movies[row].MovieId);
            quality[row] = (float)DrawQuality(movies[row], seed, ref random);
            fame[row] = (float)(FameOfFacts(movies[row], sagas[row]) + (FameOfQuality * quality[row]) + (Luck * random.NextNormal()));
        }

        Quality = Centre(quality);
        Fame = Centre([.. fame.Select(value => (float)(FameScale * value))]);
    }

    /// <summary>By movie row, as in <see cref="MovieTraits.Fame"/>.</summary>
    public IReadOnlyList<float> Fame { get; }

    /// <summary>By movie row, as in <see cref="MovieTraits.Quality"/>.</summary>
    public IReadOnlyList<float> Quality { get; }

    private static double DrawQuality(Movie movie, ulong seed, ref SimulationRandom random)
    {
        double quality = QualityOfMovie * random.NextNormal();
        if (movie.Details?.Directors is [var director, ..])
        {
            quality += QualityOfDirector * new SimulationRandom(seed, "quality of " + director).NextNormal();
        }

        quality += HouseholdNames.Contains(movie.DisplayTitle, movie.ReleaseYear) ? CanonQuality : 0;
        return quality + (movie.ReleaseYear is > 0 and < 1970 ? SurvivorQuality : 0);
    }

    private double FameOfFacts(Movie movie, string saga)
    {
        double fame = FameOfRegion(MovieFacts.Region(movie)) + FameOfEra(movie.ReleaseYear) + movie.Genres.Select(FameOfGenre).DefaultIfEmpty(-0.3).Average();
        fame += 0.25 * PortableMath.Log(People(movie).Select(person => _filmsOfPerson[person]).DefaultIfEmpty(1).Max());
        fame += saga.Length > 0 ? 0.35 * PortableMath.Log(_filmsOfSaga[saga]) : 0;
        return fame + (HouseholdNames.Contains(movie.DisplayTitle, movie.ReleaseYear) ? CanonFame : 0);
    }

    private static IEnumerable<string> People(Movie movie) => movie.Details is { } details ? details.Directors.Concat(details.Cast).Distinct() : [];

    /// <summary>How far films of a region travel.</summary>
    private static double FameOfRegion(string region) => region switch
    {
        "North America" => 0.6,
        "British Isles" => 0.45,
        "Australia and New Zealand" => 0.3,
        "Japan" or "Chinese-speaking" or "South Korea" => 0.1,
        "France" or "Italy" or "Spanish-speaking" or "German-speaking" => 0,
        "" => 0,
        _ => -0.3,
    };

    /// <summary>Films of one's own time are seen most.</summary>
    private static double FameOfEra(int year) => year switch
    {
        0 => -0.5,
        < 1940 => -1.3,
        < 1960 => -0.95,
        < 1975 => -0.6,
        < 1988 => -0.15,
        < 2016 => 0.15,
        _ => 0.05,
    };

    /// <summary>How wide a genre's audience is.</summary>
    private static double FameOfGenre(string genre) => genre switch
    {
        "Adventure" => 0.7,
        "Action" or "Sci-Fi" => 0.6,
        "Animation" or "Fantasy" => 0.5,
        "Children" or "Thriller" => 0.4,
        "Crime" or "Mystery" => 0.2,
        "Comedy" or "Romance" => 0.1,
        "Western" or "Musical" => -0.2,
        "Film-Noir" => -0.3,
        "Documentary" => -0.9,
        _ => 0,
    };

    private static float[] Centre(float[] values)
    {
        float mean = values.Length == 0 ? 0 : (float)values.Average(value => (double)value);
        return [.. values.Select(value => value - mean)];
    }
}
