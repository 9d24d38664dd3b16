namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>How one genre looks: its inks, its compositions, the device it adds as a second genre, its type. Immutable.</summary>
/// <param name="Weight">How much the genre decides a film's look; Drama says least.</param>
/// <param name="Palettes">At least three.</param>
/// <param name="Compositions">At least three.</param>
/// <param name="Device">Drawn faintly behind another genre's art.</param>
/// <param name="Faces">Type the genre likes; empty leaves it to the period.</param>
internal sealed record GenreArt(double Weight, Palette[] Palettes, Composition[] Compositions, Composition Device, TypeFace[] Faces)
{
    /// <summary>A genre that stands first counts this much more.</summary>
    private const double FirstBonus = 2;

    /// <summary>War and documentary: the neon of the eighties is not for them.</summary>
    public bool IsSober { get; init; }

    private static readonly Dictionary<string, GenreArt> Arts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Action"] = ActionArt.Art,
        ["Adventure"] = AdventureArt.Art,
        ["Animation"] = AnimationArt.Art,
        ["Children"] = ChildrenArt.Art,
        ["Comedy"] = ComedyArt.Art,
        ["Crime"] = CrimeArt.Art,
        ["Documentary"] = DocumentaryArt.Art,
        ["Drama"] = DramaArt.Art,
        ["Fantasy"] = FantasyArt.Art,
        ["Film-Noir"] = FilmNoirArt.Art,
        ["Horror"] = HorrorArt.Art,
        ["Musical"] = MusicalArt.Art,
        ["Mystery"] = MysteryArt.Art,
        ["Romance"] = RomanceArt.Art,
        ["Sci-Fi"] = SciFiArt.Art,
        ["Thriller"] = ThrillerArt.Art,
        ["War"] = WarArt.Art,
        ["Western"] = WesternArt.Art,
    };

    /// <summary>The genre that decides the look and the one that modifies it; unknown names count as no genre.</summary>
    public static (GenreArt Main, GenreArt? Second) Of(IReadOnlyList<string> genres)
    {
        (GenreArt? main, GenreArt? second) = (null, null);
        (double mainWeight, double secondWeight) = (0, 0);
        for (int i = 0; i < genres.Count; i++)
        {
            if (!Arts.TryGetValue(genres[i], out GenreArt? art) || art == main || art == second)
            {
                continue;
            }

            double weight = art.Weight + (i == 0 ? FirstBonus : 0);
            if (weight > mainWeight)
            {
                (second, secondWeight) = (main, mainWeight);
                (main, mainWeight) = (art, weight);
            }
            else if (weight > secondWeight)
            {
                (second, secondWeight) = (art, weight);
            }
        }

        return (main ?? UnlistedArt.Art, second);
    }

    public static Palette[] Inks(params string[] palettes) => [.. palettes.Select(Palette.Parse)];
}
