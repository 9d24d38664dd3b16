using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Simulation;

/// <summary>
/// What the simulation knows of each movie and no model is told: a latent vector, a fame, a quality, a day of release. By movie row of the
/// catalog. Immutable, thread-safe.
/// </summary>
internal sealed class MovieTraits
{
    /// <summary>D, length of the latent vectors.</summary>
    public const int Dimension = 48;

    private readonly float[] _vectors; // (N, D), unit length

    /// <param name="movies">The catalog.</param>
    /// <param name="seed">Seed of the whole simulation.</param>
    public MovieTraits(MovieCatalog movies, ulong seed)
    {
        Movies = movies;
        string[] sagas = MovieFacts.Sagas(movies);
        var fame = new MovieFame(movies, sagas, seed);
        Fame = fame.Fame;
        Quality = fame.Quality;
        ReleaseDay = [.. Enumerable.Range(0, movies.Count).Select(row => DrawReleaseDay(movies[row], seed))];
        Kin = new KinGroups(movies.Count, MovieFacts.Memberships(movies, sagas));
        _vectors = new MovieVectors(movies, sagas, seed).Build(Fame);
    }

    public MovieCatalog Movies { get; }

    /// <summary>N.</summary>
    public int Count => Movies.Count;

    /// <summary>Logarithm of how often a movie is watched by people without taste; mean about 0.</summary>
    public IReadOnlyList<float> Fame { get; }

    /// <summary>Stars that everybody adds to or takes off the movie's score; mean about 0.</summary>
    public IReadOnlyList<float> Quality { get; }

    /// <summary>Days from 1970-01-01 to the release, <see cref="int.MinValue"/> where the year is not known. The day within the year is invented.</summary>
    public IReadOnlyList<int> ReleaseDay { get; }

    /// <summary>Which movies lead to which.</summary>
    public KinGroups Kin { get; }

    /// <summary>(D) latent vector of a movie, of length 1; the dot product of two says how alike they are.</summary>
    public ReadOnlySpan<float> Vector(int movieRow) => _vectors.AsSpan(movieRow * Dimension, Dimension);

    private static int DrawReleaseDay(Movie movie, ulong seed)
    {
        if (movie.ReleaseYear == 0)
        {
            return int.MinValue;
        }

        int firstDay = new DateOnly(movie.ReleaseYear, 1, 1).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        return firstDay + new SimulationRandom(seed, "release", movie.MovieId).Next(365);
    }
}
