namespace SparrowRecSys.Offline.Simulation;

/// <summary>What the simulation knows of each user and no model is told. Immutable.</summary>
internal sealed class UserTaste
{
    private const int Dimension = MovieTraits.Dimension;
    private const double DriftPerYear = 0.04; // share of the way from the early to the late taste

    /// <summary>(D) latent taste of the first day of the simulation, of length 1.</summary>
    public required float[] Early { get; init; }

    /// <summary>(D) latent taste that the user drifts to, of length 1.</summary>
    public required float[] Late { get; init; }

    /// <summary>How much fame counts in choosing; about 1, low for lovers of the obscure.</summary>
    public required float FameWeight { get; init; }

    /// <summary>How much taste counts in choosing; about 1.</summary>
    public required float Choosiness { get; init; }

    /// <summary>Share of the movies that are chosen because of the one just watched, 0 to 1.</summary>
    public required float StreakShare { get; init; }

    /// <summary>Stars above (or below) what others give.</summary>
    public required float Bias { get; init; }

    /// <summary>How far the scores spread around their mean; about 1.</summary>
    public required float Spread { get; init; }

    /// <summary>Share of the ratings for which the user thinks in half stars, 0 to 1.</summary>
    public required float HalfStarShare { get; init; }

    /// <summary>Writes the (D) taste of a day, of length 1.</summary>
    /// <param name="day">Days since 1970-01-01.</param>
    /// <param name="taste">(D) result.</param>
    public void At(int day, Span<float> taste)
    {
        double share = Math.Clamp((day - SessionPlan.FirstDay) / 365.25 * DriftPerYear, 0, 1);
        for (int d = 0; d < Dimension; d++)
        {
            taste[d] = (float)((Early[d] * (1 - share)) + (Late[d] * share));
        }

        MovieVectors.Normalise(taste);
    }
}
