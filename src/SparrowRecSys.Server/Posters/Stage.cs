namespace SparrowRecSys.Server.Posters;

/// <summary>
/// The rectangle a motif draws into: origin at its top left, everything outside is cut off, the ground is already painted.
/// Not thread-safe.
/// </summary>
internal sealed class Stage(SvgWriter svg, double width, double height, Palette inks, PosterRandom random, Era era)
{
    public SvgWriter Svg => svg;

    public double Width => width;

    public double Height => height;

    public Palette Inks => inks;

    public PosterRandom Random => random;

    public Era Era => era;

    /// <summary>Hundredth of the shorter side; shapes measure themselves in it.</summary>
    public double Unit { get; init; } = Math.Min(width, height) / 100;

    /// <summary>The focal point.</summary>
    public double X { get; init; } = width / 2;

    public double Y { get; init; } = height / 2;

    /// <summary>Ink of a figure before the ground: dark, or light on dark grounds.</summary>
    public Ink Silhouette => inks.Dark.Contrast(inks.Ground) > 1.8 ? inks.Dark : inks.Light;

    /// <summary>Ink of something lit, before which dark figures stand out.</summary>
    public Ink Glow => inks.Main.Contrast(inks.Dark) > 2.2 ? inks.Main : inks.Light;

    /// <summary>The accent, faint on the ground: what a second genre draws behind the motif.</summary>
    public Ink Veil => inks.Ground.Mix(inks.Accent, 0.24);

    /// <summary>Ink that the motif brought down to the lower edge across the whole width, or <see langword="null"/>.</summary>
    public Ink? Floor { get; private set; }

    /// <summary>Paints land from a line down to the lower edge, and tells the layout that the poster stands on it.</summary>
    public void Land(double top, Ink ink)
    {
        svg.Rect(0, top, width, height - top + 1, ink);
        Floor = ink;
    }

    /// <summary>Says that the motif has covered the lower edge with an ink.</summary>
    public void StandOn(Ink ink) => Floor = ink;
}

/// <summary>One way to draw a genre.</summary>
internal delegate void Composition(Stage stage);
