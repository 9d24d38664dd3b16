namespace SparrowRecSys.Server.Posters;

/// <summary>One poster while it is drawn: its words, inks, type and art, and the ways to put them on the paper. Not thread-safe.</summary>
internal sealed class Sheet(SvgWriter svg, PosterText text, Palette inks, Era era, TypeFace face, PosterRandom random, Composition art)
{
    /// <summary>Size of the paper, in poster units.</summary>
    public const double Width = 400;

    public const double Height = 600;

    /// <summary>Space that text keeps from the paper's edges.</summary>
    public const double Margin = 30;

    private const double SecondSize = 16;
    private const double CreditSize = 13;
    private const string SmallSans = "'Helvetica Neue',Helvetica,Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

    public SvgWriter Svg => svg;

    public PosterText Text => text;

    public Palette Inks => inks;

    public Era Era => era;

    public TypeFace Face => face;

    public PosterRandom Random => random;

    /// <summary>Height of the lines under the title: second title, rule, credits.</summary>
    public double SmallPrintHeight => (text.SecondTitle.Length > 0 ? 25 : 0) + (text.Year.Length + text.Directors.Length > 0 ? 36 : 12);

    /// <summary>Draws the motif into a rectangle of the paper, as it is or mirrored.</summary>
    public Stage DrawArt(double x, double y, double width, double height)
    {
        var stage = new Stage(svg, width, height, inks, random, era) { Y = height * random.Between(0.46, 0.54) };
        svg.Raw("<svg").Attribute("x", x).Attribute("y", y).Attribute("width", width).Attribute("height", height).Raw(">");
        bool isMirrored = random.Chance(0.5);
        svg.Raw(isMirrored ? "<g transform=\"matrix(-1 0 0 1 " : "<g>");
        if (isMirrored)
        {
            svg.Number(width).Raw(" 0)\">");
        }

        art(stage);
        svg.Raw("</g></svg>");
        return stage;
    }

    /// <summary>The largest title for a box, in a face that suits the poster.</summary>
    public TitleBlock FitTitle(double width, double height, double maxSize, bool isJustified = false) => isJustified
        ? Typesetting.FitJustified(text.Title, face, width, height, maxSize)
        : Typesetting.Fit(text.Title, face, width, height, maxSize);

    /// <summary>Draws a title and its small print.</summary>
    /// <param name="block">The title.</param>
    /// <param name="x">Left edge, or middle when centred.</param>
    /// <param name="y">Top of the title.</param>
    /// <param name="width">Of the box the small print must fit into.</param>
    /// <param name="isCentred">Centred on x, else left-aligned.</param>
    /// <param name="background">What lies under the text.</param>
    public void DrawText(TitleBlock block, double x, double y, double width, bool isCentred, Ink background)
    {
        Ink ink = TitleInk(background);
        DrawTitle(block, x, y, isCentred, ink);
        DrawSmallPrint(x, y + block.Height, width, isCentred, inks.TextOn(background));
    }

    public void DrawTitle(TitleBlock block, double x, double y, bool isCentred, Ink ink)
    {
        svg.Raw("<g font-family=\"").Raw(block.Face.Families).Raw("\" font-weight=\"").Number(block.Face.Weight)
            .Raw(block.Face.IsItalic ? "\" font-style=\"italic\"" : "\"").Raw(isCentred ? " text-anchor=\"middle\"" : "")
            .Color("fill", ink).Raw(">");
        foreach (TitleLine line in block.Lines)
        {
            DrawLine(line.Text, x, y + line.Baseline, line.Size, line.Width, block.Face.Tracking * line.Size);
        }

        svg.Raw("</g>");
    }

    /// <summary>Second title, rule in the country's colours, year and directors, from a title's last baseline on.</summary>
    public void DrawSmallPrint(double x, double y, double width, bool isCentred, Ink ink)
    {
        svg.Raw("<g font-family=\"" + SmallSans + "\"").Raw(isCentred ? " text-anchor=\"middle\"" : "").Color("fill", ink).Raw(">");
        if (text.SecondTitle.Length > 0)
        {
            y += 25;
            DrawFitted(text.SecondTitle, x, y, SecondSize, width, 0);
        }

        string gap = text.Year.Length > 0 && text.Directors.Length > 0 ? "  ·  " : "";
        string credits = text.Year + gap + text.Directors;
        if (credits.Length > 0)
        {
            DrawRule(isCentred ? x - 21 : x, y + 13);
            DrawFitted(credits, x, y + 35, CreditSize, width, 0.04);
        }

        svg.Raw("</g>");
    }

    private void DrawRule(double x, double y)
    {
        Ink[] bands = Flags.Find(text.Country) ?? [inks.Accent, inks.Accent, inks.Accent];
        for (int i = 0; i < bands.Length; i++)
        {
            svg.Rect(x + (14 * i), y, 14, 2.5, bands[i]);
        }
    }

    /// <summary>Accent where it reads well in large type and the dice like it, else light or dark.</summary>
    private Ink TitleInk(Ink background)
    {
        Ink plain = inks.TextOn(background);
        return random.Chance(0.35) && inks.Accent.Contrast(background) >= 4.5 ? inks.Accent : plain;
    }

    private void DrawFitted(string line, double x, double baseline, double size, double width, double tracking)
    {
        TypeFace small = TypeFace.Grotesk with { Tracking = tracking };
        double ems = small.Measure(line);
        size = Math.Min(size, width / ems);
        DrawLine(line, x, baseline, size, ems * size, tracking * size);
    }

    private void DrawLine(string line, double x, double baseline, double size, double width, double tracking)
    {
        svg.Raw("<text").Attribute("x", x).Attribute("y", baseline).Attribute("font-size", size).Attribute("textLength", width);
        if (tracking != 0)
        {
            svg.Attribute("letter-spacing", tracking);
        }

        svg.Raw(" lengthAdjust=\"spacingAndGlyphs\">").Escaped(line).Raw("</text>");
    }
}
