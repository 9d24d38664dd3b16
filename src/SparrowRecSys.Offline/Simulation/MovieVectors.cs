using System.Runtime.Intrinsics;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Simulation;

/// <summary>
/// Builds the latent vectors: every genre, region, era, director, lead, saga and mood has a random direction of its own, and a movie is the
/// weighted sum of what it has. Movies that share much point the same way.
/// </summary>
internal sealed class MovieVectors(MovieCatalog movies, string[] sagas, ulong seed)
{
    private const int Dimension = MovieTraits.Dimension;

    // Weights against genres = 1. Found by looking: neighbours should share what a film lover would name first.
    private const double RegionWeight = 0.5;
    private const double EraWeight = 0.55;
    private const double DirectorWeight = 0.65;
    private const double LeadsWeight = 0.6;
    private const double SagaWeight = 0.8;
    private const double MoodWeight = 0.25;
    private const double OwnWeight = 0.2;
    private const int Moods = 16;
    private const int YearsPerEra = 12;

    private readonly Dictionary<string, float[]> _directions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _genreInformation = MovieFacts.GenreInformation(movies);

    /// <summary>(N, D) vectors of length 1, centred so that the average viewing points nowhere.</summary>
    /// <param name="fame">By movie row, logarithm of the popularity.</param>
    public float[] Build(IReadOnlyList<float> fame)
    {
        float[] vectors = new float[movies.Count * Dimension];
        for (int row = 0; row < movies.Count; row++)
        {
            AddAll(row, vectors.AsSpan(row * Dimension, Dimension));
        }

        Centre(vectors, fame);
        for (int row = 0; row < movies.Count; row++)
        {
            Normalise(vectors.AsSpan(row * Dimension, Dimension));
        }

        return vectors;
    }

    /// <summary>Scales a vector to length 1; a zero vector stays.</summary>
    public static void Normalise(Span<float> vector)
    {
        double square = 0;
        foreach (float value in vector)
        {
            square += (double)value * value;
        }

        double scale = square > 0 ? 1 / Math.Sqrt(square) : 0;
        for (int d = 0; d < vector.Length; d++)
        {
            vector[d] = (float)(vector[d] * scale);
        }
    }

    /// <summary>Dot product of two (D) vectors. Four sums whatever the processor, so the same bits everywhere.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        Vector128<float> sums = Vector128<float>.Zero;
        for (int d = 0; d < Dimension; d += 4)
        {
            sums += Vector128.Create(left.Slice(d, 4)) * Vector128.Create(right.Slice(d, 4));
        }

        return sums[0] + sums[1] + (sums[2] + sums[3]);
    }

    private void AddAll(int row, Span<float> vector)
    {
        Movie movie = movies[row];
        AddGenres(movie, vector);
        string region = MovieFacts.Region(movie);
        Add(vector, "region ", region, region is "North America" or "" ? RegionWeight / 2 : RegionWeight);
        AddEra(movie, vector);
        AddEach(vector, "person ", movie.Details?.Directors ?? [], DirectorWeight);
        AddEach(vector, "person ", movie.Details?.Cast ?? [], LeadsWeight);
        if (sagas[row].Length > 0)
        {
            Add(vector, "saga ", sagas[row], SagaWeight);
        }

        var random = new SimulationRandom(seed, "movie", movie.MovieId);
        Add(vector, "mood ", random.Next(Moods).ToString(), MoodWeight);
        Span<float> own = stackalloc float[Dimension];
        random.FillNormal(own, OwnWeight);
        AddScaled(vector, own, 1);
    }

    /// <summary>Genres weigh as much as they say: Western more than Drama. Together they have weight 1.</summary>
    private void AddGenres(Movie movie, Span<float> vector)
    {
        double total = movie.Genres.Sum(genre => _genreInformation[genre]);
        foreach (string genre in movie.Genres)
        {
            Add(vector, "genre ", genre, Math.Sqrt(_genreInformation[genre] / total));
        }
    }

    /// <summary>Eras run into one another: a year lies between two of them.</summary>
    private void AddEra(Movie movie, Span<float> vector)
    {
        if (movie.ReleaseYear > 0)
        {
            int era = movie.ReleaseYear / YearsPerEra;
            double share = (double)(movie.ReleaseYear % YearsPerEra) / YearsPerEra;
            Add(vector, "era ", era.ToString(), EraWeight * (1 - share));
            Add(vector, "era ", (era + 1).ToString(), EraWeight * share);
        }
    }

    private void AddEach(Span<float> vector, string kind, IReadOnlyList<string> names, double weight)
    {
        foreach (string name in names)
        {
            Add(vector, kind, name, weight / Math.Sqrt(names.Count));
        }
    }

    private void Add(Span<float> vector, string kind, string name, double weight)
    {
        string key = kind + name;
        if (!_directions.TryGetValue(key, out float[]? direction))
        {
            _directions[key] = direction = new float[Dimension];
            new SimulationRandom(seed, key).FillNormal(direction);
            Normalise(direction);
        }

        AddScaled(vector, direction, weight);
    }

    private static void AddScaled(Span<float> vector, ReadOnlySpan<float> direction, double weight)
    {
        for (int d = 0; d < vector.Length; d++)
        {
            vector[d] += (float)(direction[d] * weight);
        }
    }

    private static void Centre(float[] vectors, IReadOnlyList<float> fame)
    {
        double[] mean = new double[Dimension];
        double total = 0;
        for (int row = 0; row < fame.Count; row++)
        {
            double weight = PortableMath.Exp(fame[row]);
            total += weight;
            for (int d = 0; d < Dimension; d++)
            {
                mean[d] += weight * vectors[(row * Dimension) + d];
            }
        }

        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] -= (float)(mean[i % Dimension] / total);
        }
    }
}
