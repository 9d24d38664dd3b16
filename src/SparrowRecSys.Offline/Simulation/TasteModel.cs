namespace SparrowRecSys.Offline.Simulation;

/// <summary>
/// The simulated world: who likes what, what they choose and how they score it. Everything about a user follows from the seed and the user
/// id, so that a simulated visitor can be asked again later, in any order and on any thread. Immutable, thread-safe.
/// </summary>
/// <param name="traits">The movies.</param>
/// <param name="seed">Seed of the whole simulation.</param>
internal sealed class TasteModel(MovieTraits traits, ulong seed)
{
    private const int Dimension = MovieTraits.Dimension;
    private const int FavouriteMovies = 3; // a taste points between the movies that formed it
    private const float ChoiceGain = 7.5f;
    private const float RecencyGain = 1.0f; // a new movie is chosen e times as often, fading over:
    private const float RecencyDays = 700;
    private const float NotReleased = -30f;
    private const double MeanScore = 3.96; // stars
    private const double AffinityStars = 2.6; // stars from affinity 0 to 1
    private const double MeanAffinity = 0.35; // of watched movies: people watch what they like
    private const double NoiseStars = 0.68;

    private readonly FameDraw _fame = new([.. traits.Fame.Select(fame => (float)PortableMath.Exp(0.8 * fame))]);

    public MovieTraits Traits => traits;

    /// <summary>The taste of a user; the same for the same id and seed.</summary>
    public UserTaste TasteOf(int userId)
    {
        var random = new SimulationRandom(seed, "taste", userId);
        float[] early = DrawDirection(ref random);
        float[] late = DrawDirection(ref random);
        return new UserTaste
        {
            Early = early,
            Late = late,
            FameWeight = (float)Math.Max(0.3, 1 + (0.25 * random.NextNormal())),
            Choosiness = (float)random.NextLogNormal(1, 0.3),
            StreakShare = (float)(0.15 + (0.4 * random.NextDouble())),
            Bias = (float)(0.42 * random.NextNormal()),
            Spread = (float)random.NextLogNormal(1, 0.2),
            HalfStarShare = random.Chance(0.35) ? 0.05f : 0.85f,
        };
    }

    /// <summary>How much a user likes a movie's kind on a day, -1 to 1; strangers are at about 0.</summary>
    /// <param name="taste">The user.</param>
    /// <param name="movieRow">The movie.</param>
    /// <param name="day">Days since 1970-01-01.</param>
    public float Affinity(UserTaste taste, int movieRow, int day)
    {
        Span<float> vector = stackalloc float[Dimension];
        taste.At(day, vector);
        return Affinity(vector, movieRow);
    }

    /// <summary>Dot product of a (D) taste and a movie's vector.</summary>
    public float Affinity(ReadOnlySpan<float> vector, int movieRow) => MovieVectors.Dot(vector, traits.Vector(movieRow));

    /// <summary>Logarithm of how likely a user is to choose a movie, up to a constant. Very low before the release.</summary>
    public float Attraction(UserTaste taste, float affinity, int movieRow, int day)
    {
        int age = traits.ReleaseDay[movieRow] == int.MinValue ? int.MaxValue : day - traits.ReleaseDay[movieRow];
        float recency = age < 0 ? NotReleased : RecencyGain * Math.Max(0, 1 - (age / (3 * RecencyDays)));
        return (taste.FameWeight * traits.Fame[movieRow]) + (ChoiceGain * taste.Choosiness * affinity) + recency;
    }

    /// <summary>The score that a user would give on average, in stars, not rounded and not cut to 0.5..5.</summary>
    public double ExpectedStars(UserTaste taste, float affinity, int movieRow) =>
        MeanScore + taste.Bias + (taste.Spread * (traits.Quality[movieRow] + (AffinityStars * (affinity - MeanAffinity))));

    /// <summary>One score in half stars, 1 to 10.</summary>
    public byte Rate(UserTaste taste, float affinity, int movieRow, ref SimulationRandom random)
    {
        double stars = ExpectedStars(taste, affinity, movieRow) + (taste.Spread * NoiseStars * random.NextNormal());
        double halfStars = random.Chance(taste.HalfStarShare) ? Math.Floor((stars * 2) + 0.5) : 2 * Math.Floor(stars + 0.5);
        return (byte)Math.Clamp(halfStars, 1, 10);
    }

    /// <summary>A movie drawn in proportion to its fame.</summary>
    public int DrawFamous(ref SimulationRandom random) => _fame.Draw(ref random);

    /// <summary>A direction between a few movies, drawn by fame, with some noise.</summary>
    private float[] DrawDirection(ref SimulationRandom random)
    {
        float[] direction = new float[Dimension];
        random.FillNormal(direction, 0.35);
        for (int i = 0; i < FavouriteMovies; i++)
        {
            ReadOnlySpan<float> movie = traits.Vector(DrawFamous(ref random));
            for (int d = 0; d < Dimension; d++)
            {
                direction[d] += movie[d];
            }
        }

        MovieVectors.Normalise(direction);
        return direction;
    }
}
