namespace SparrowRecSys.Server.Posters;

/// <summary>What the period's printing leaves on the paper: grounds, halftone, scan lines, frames.</summary>
internal static class Finish
{
    private static readonly Ink Violet = Ink.Parse("5a1296");

    /// <summary>The paper before anything is drawn.</summary>
    public static void Ground(SvgWriter svg, Era era, Palette inks, PosterRandom random)
    {
        if (era is Era.Neon or Era.Cool or Era.Muted && random.Chance(0.7))
        {
            bool isDark = inks.Ground.Luminance < 0.2;
            Ink end = inks.Ground.Mix(era == Era.Neon ? Violet : inks.Dark, isDark ? 0.48 : 0.06);
            svg.Raw("<linearGradient id=\"g\" x2=\"0\" y2=\"1\"><stop").Color("stop-color", inks.Ground)
                .Raw("/><stop offset=\"1\"").Color("stop-color", end)
                .Raw("/></linearGradient><rect width=\"400\" height=\"600\" fill=\"url(#g)\"/>");
            return;
        }

        svg.Rect(0, 0, Sheet.Width, Sheet.Height, inks.Ground);
    }

    /// <summary>The texture over everything.</summary>
    public static void Surface(SvgWriter svg, Era era, Palette inks)
    {
        switch (era)
        {
            case Era.Deco:
                Frame(svg, 12, inks.TextOn(inks.Ground).Mix(inks.Main, 0.5));
                Pattern(svg, 5, "<circle cx=\"1\" cy=\"2\" r=\".5\"/><circle cx=\"3.6\" cy=\"4.3\" r=\".4\"/>", 0.28, inks.Dark);
                break;
            case Era.Print:
                Pattern(svg, 4, "<circle cx=\"1\" cy=\"1\" r=\".6\"/><circle cx=\"3\" cy=\"3\" r=\".6\"/>", 0.16, inks.Dark);
                break;
            case Era.Flat:
                Pattern(svg, 7, "<path d=\"M1 2h1.2v.7h-1.2zM5 5h.8v1h-.8z\"/>", 0.14, inks.Light);
                break;
            case Era.Neon:
                Pattern(svg, 4, "<path d=\"M0 0h4v1.2h-4z\"/>", 0.13, inks.Dark);
                break;
        }
    }

    private static void Frame(SvgWriter svg, double inset, Ink ink) =>
        svg.Move(inset, inset).Line(400 - inset, inset).Line(400 - inset, 600 - inset).Line(inset, 600 - inset).Close()
            .Stroke(ink, 1.5, 0.8);

    private static void Pattern(SvgWriter svg, double cell, string dots, double opacity, Ink ink) =>
        svg.Raw("<pattern id=\"p\" patternUnits=\"userSpaceOnUse\"").Attribute("width", cell).Attribute("height", cell).Color("fill", ink)
            .Raw(">")
            .Raw(dots).Raw("</pattern><rect width=\"400\" height=\"600\" fill=\"url(#p)\" opacity=\"").Raw(opacity.ToString("0.##"))
            .Raw("\"/>");
}
