namespace SparrowRecSys.Server.Posters;

/// <summary>The inks of one poster, by role.</summary>
internal sealed record Palette
{
    /// <summary>Background of the art.</summary>
    public required Ink Ground { get; init; }

    /// <summary>The large shape; stands out from the ground.</summary>
    public required Ink Main { get; init; }

    /// <summary>Supporting shapes.</summary>
    public required Ink Second { get; init; }

    /// <summary>The focal spot.</summary>
    public required Ink Accent { get; init; }

    /// <summary>Paper.</summary>
    public required Ink Light { get; init; }

    /// <summary>Black of the series.</summary>
    public required Ink Dark { get; init; }

    /// <summary>From six hexadecimal colours in the order of the properties above, separated by spaces.</summary>
    public static Palette Parse(string inks)
    {
        Ink[] parsed = [.. inks.Split(' ').Select(Ink.Parse)];
        return new Palette
        {
            Ground = parsed[0],
            Main = parsed[1],
            Second = parsed[2],
            Accent = parsed[3],
            Light = parsed[4],
            Dark = parsed[5],
        };
    }

    /// <summary>Light or dark, whichever reads better on a background; on middle tones nearer to white or black, for a contrast of 4.5.</summary>
    public Ink TextOn(Ink background)
    {
        bool isLight = Light.Contrast(background) >= Dark.Contrast(background);
        Ink plain = isLight ? Light : Dark;
        if (plain.Contrast(background) >= ReadableContrast)
        {
            return plain;
        }

        Ink strongest = Black.Contrast(background) >= White.Contrast(background) ? Black : White;
        return plain.Mix(strongest, strongest == Black == isLight ? 1 : 0.75);
    }

    /// <summary>This palette as a period would have printed it, its hues turned a little so that no two films share one.</summary>
    public Palette In(Era era, PosterRandom random)
    {
        double turn = random.Between(-12, 12);
        Palette turned = (random.Chance(0.25) ? Counterchanged() : this).Map(ink => ink.Adjust(turn));
        return (era switch
        {
            Era.Deco => turned.Deco(),
            Era.Print => turned.Print(),
            Era.Flat => turned.Map(ink => ink.Adjust(0, 1.1).Mix(WarmPaper, 0.05)),
            Era.Neon => turned.Neon(random),
            Era.Muted => turned.Map(ink => ink.Adjust(0, 0.85, 0.93)),
            Era.Cool => turned.Map(ink => ink.Adjust(0, 0.95).Mix(CoolBlue, 0.07)),
            _ => turned,
        }).Separated();
    }

    // WCAG 2, level AA.
    private const double ReadableContrast = 4.5;

    private static readonly Ink Black = new(0, 0, 0);
    private static readonly Ink White = new(255, 255, 255);
    private static readonly Ink WarmPaper = Ink.Parse("e8a04a");
    private static readonly Ink CoolBlue = Ink.Parse("2b6086");
    private static readonly Ink Gold = Ink.Parse("c9a25a");
    private static readonly Ink OldPaper = Ink.Parse("f1e4c6");
    private static readonly Ink Night = Ink.Parse("140a2e");

    /// <summary>Ground and main change places.</summary>
    private Palette Counterchanged() => this with { Ground = Main, Main = Ground };

    private Palette Map(Func<Ink, Ink> change) => new()
    {
        Ground = change(Ground),
        Main = change(Main),
        Second = change(Second),
        Accent = change(Accent),
        Light = change(Light),
        Dark = change(Dark),
    };

    private Palette Deco()
    {
        Palette toned = Map(ink => ink.Adjust(0, 0.75).Mix(Gold, 0.14));
        return toned with { Light = OldPaper, Dark = Dark.Mix(Gold, 0.04), Accent = toned.Accent.Mix(Gold, 0.3) };
    }

    /// <summary>Three inks on paper: the second colour is a tint of the first.</summary>
    private Palette Print()
    {
        Palette toned = Map(ink => ink.Adjust(0, 0.9).Mix(OldPaper, 0.08));
        return toned with { Light = OldPaper, Dark = Dark, Second = toned.Main.Mix(toned.Ground, 0.5) };
    }

    private Palette Neon(PosterRandom random)
    {
        Palette bright = this with
        {
            Main = Main.With(0.95, 0.6),
            Accent = Accent.Adjust(30 * random.Sign()).With(1, 0.62),
            Second = Second.With(0.7, 0.42),
        };
        return Ground.Luminance < 0.3 || random.Chance(0.6)
            ? bright with { Ground = Ground.With(0.6, 0.13).Mix(Night, 0.5), Dark = Night.Mix(Dark, 0.4) }
            : bright;
    }

    /// <summary>Pushes main and accent away from the ground until the eye separates them.</summary>
    private Palette Separated() => this with
    {
        Main = Apart(Main, 2.2),
        Second = Apart(Second, 1.35),
        Accent = Apart(Accent, 2.4),
    };

    private Ink Apart(Ink ink, double ratio)
    {
        Ink pole = Ground.Luminance > 0.3 ? Dark : Light;
        for (int step = 0; step < 6 && ink.Contrast(Ground) < ratio; step++)
        {
            ink = ink.Mix(pole, 0.25);
        }

        return ink;
    }
}
