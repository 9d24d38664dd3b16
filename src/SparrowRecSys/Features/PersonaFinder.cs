using SparrowRecSys.Catalog;

namespace SparrowRecSys.Features;

/// <summary>
/// Draws a <see cref="Persona"/> from a user's liked movies. What weighs is share · ln(share / share among all users' liked movies): a term of
/// the Kullback-Leibler divergence of the user's taste from everybody's. Immutable, thread-safe.
/// </summary>
public sealed class PersonaFinder
{
    private const int FewestOfDirector = 3; // two liked films of one director are chance
    private const double DirectorBonus = 1.5; // a director says more about a person than a genre of the same weight

    private readonly MovieCatalog _movies;
    private readonly double[] _genreCounts;
    private readonly Dictionary<int, double> _decadeCounts = [];
    private readonly Dictionary<string, double> _directorCounts = [];
    private readonly double _total;

    public PersonaFinder(FeatureStore features)
    {
        _movies = features.Movies;
        _genreCounts = new double[_movies.Genres.Count];
        for (int row = 0; row < _movies.Count; row++)
        {
            // One is added, so that every share is above 0.
            double count = features.OfMovie(row).PositiveCount + 1;
            _total += count;
            foreach (byte genre in _movies.GenreIndexes(row))
            {
                _genreCounts[genre] += count / _movies.GenreIndexes(row).Length;
            }

            Add(_decadeCounts, DecadeOf(row), count);
            foreach (string director in DirectorsOf(row))
            {
                Add(_directorCounts, director, count);
            }
        }
    }

    /// <summary>The user's persona.</summary>
    public Persona Find(UserState user)
    {
        if (user.Positives.IsEmpty)
        {
            return new Persona(PersonaKind.New, [], null, null);
        }

        (string[] genres, double genreWeight) = FindGenres(user);
        (string? director, double directorWeight) = FindDirector(user);
        (int decade, double decadeWeight) = FindDecade(user);
        PersonaKind kind = directorWeight * DirectorBonus > Math.Max(genreWeight, decadeWeight) ? PersonaKind.Director
            : decadeWeight > genreWeight ? PersonaKind.Era
            : PersonaKind.Genre;
        return new Persona(kind, genres, director, decadeWeight > 0 ? decade : null);
    }

    private (string[] Genres, double Weight) FindGenres(UserState user)
    {
        float[] shares = user.GenreAffinity.ToArray();
        (int Genre, double Weight)[] telling = [.. shares
            .Select((share, genre) => (Genre: genre, Weight: Weigh(share, _genreCounts[genre])))
            .Where(x => x.Weight > 0)
            .OrderByDescending(x => x.Weight)
            .Take(2)];
        if (telling.Length == 0)
        {
            // Taste like everybody's: the most frequent genre describes it best.
            int most = shares.AsSpan().IndexOf(shares.DefaultIfEmpty().Max());
            return (most < 0 || shares[most] <= 0 ? [] : [_movies.Genres[most]], 0);
        }

        return ([.. telling.Select(x => _movies.Genres[x.Genre])], telling[0].Weight);
    }

    private (string? Director, double Weight) FindDirector(UserState user)
    {
        var counts = new Dictionary<string, double>();
        foreach (int row in user.Positives)
        {
            foreach (string director in DirectorsOf(row))
            {
                Add(counts, director, 1);
            }
        }

        return counts
            .Where(x => x.Value >= FewestOfDirector)
            .Select(x => ((string?)x.Key, Weight: Weigh(x.Value / user.Positives.Length, _directorCounts[x.Key])))
            .Where(x => x.Weight > 0)
            .OrderByDescending(x => x.Weight).ThenBy(x => x.Item1, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private (int Decade, double Weight) FindDecade(UserState user)
    {
        var counts = new Dictionary<int, double>();
        foreach (int row in user.Positives)
        {
            Add(counts, DecadeOf(row), 1);
        }

        return counts
            .Where(x => x.Key > 0)
            .Select(x => (x.Key, Weight: Weigh(x.Value / user.Positives.Length, _decadeCounts[x.Key])))
            .OrderByDescending(x => x.Weight).ThenBy(x => x.Key)
            .FirstOrDefault();
    }

    private double Weigh(double share, double count) => share <= 0 ? 0 : share * Math.Log(share / (count / _total));

    private int DecadeOf(int movieRow) => _movies[movieRow].ReleaseYear / 10 * 10;

    private IReadOnlyList<string> DirectorsOf(int movieRow) => _movies[movieRow].Details?.Directors ?? [];

    private static void Add<T>(Dictionary<T, double> counts, T key, double count)
        where T : notnull =>
        counts[key] = counts.GetValueOrDefault(key) + count;
}
