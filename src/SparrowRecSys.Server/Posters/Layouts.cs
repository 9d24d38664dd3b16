namespace SparrowRecSys.Server.Posters;

/// <summary>One way to share the paper between art and title.</summary>
internal delegate void Layout(Sheet sheet);

/// <summary>The layouts and the periods that use them.</summary>
internal static class Layouts
{
    private const double Width = Sheet.Width;
    private const double Height = Sheet.Height;
    private const double Margin = Sheet.Margin;
    private const double TextWidth = Width - (2 * Margin);

    public static Layout Choose(Era era, string title, PosterRandom random)
    {
        ReadOnlySpan<Layout> choices = era switch
        {
            Era.Deco => [Arch, Window, Below, Label, Above],
            Era.Print => [SplitBelow, SplitAbove, Label, Below, Window],
            Era.Flat => [Below, Above, SplitAbove, SplitBelow, Spine, Window],
            Era.Neon => [Below, Above, Label, Spine, Below],
            Era.Muted => [Below, Above, Window, SplitBelow, Below],
            Era.Cool => [Below, Above, Spine, Window, Below],
            _ => [Window, Below, Above, Circle, Spine, SplitBelow],
        };
        Layout choice = random.Pick(choices);
        return choice == Spine && title.Length > 26 ? Below : choice;
    }

    /// <summary>Title under the art, on the ground or the land the art stands on.</summary>
    private static void Below(Sheet sheet)
    {
        bool isCentred = PrefersCentre(sheet);
        TitleBlock block = sheet.FitTitle(TextWidth, 190, 96, IsBill(sheet));
        double top = Height - 26 - sheet.SmallPrintHeight - block.Height;
        Stage stage = sheet.DrawArt(0, 0, Width, top - 18);
        Ink background = stage.Floor ?? sheet.Inks.Ground;
        if (stage.Floor is { } floor)
        {
            sheet.Svg.Rect(0, top - 18.5, Width, Height - top + 19, floor);
        }

        sheet.DrawText(block, isCentred ? Width / 2 : Margin, top, TextWidth, isCentred, background);
    }

    /// <summary>Title over the art, on the ground.</summary>
    private static void Above(Sheet sheet)
    {
        bool isCentred = PrefersCentre(sheet);
        TitleBlock block = sheet.FitTitle(TextWidth, 180, 96, IsBill(sheet));
        double bottom = 36 + block.Height + sheet.SmallPrintHeight;
        sheet.DrawArt(0, bottom + 10, Width, Height - bottom - 10);
        sheet.DrawText(block, isCentred ? Width / 2 : Margin, 36, TextWidth, isCentred, sheet.Inks.Ground);
    }

    private static void SplitBelow(Sheet sheet) => Split(sheet, isBelow: true);

    private static void SplitAbove(Sheet sheet) => Split(sheet, isBelow: false);

    /// <summary>Title on a panel of another ink, with a hard edge.</summary>
    private static void Split(Sheet sheet, bool isBelow)
    {
        bool isCentred = PrefersCentre(sheet);
        Ink panel = Panel(sheet);
        TitleBlock block = sheet.FitTitle(TextWidth, 165, 84, IsBill(sheet));
        double height = 26 + block.Height + sheet.SmallPrintHeight + 26;
        double y = isBelow ? Height - height : 0;
        sheet.DrawArt(0, isBelow ? 0 : height, Width, Height - height);
        sheet.Svg.Rect(0, y, Width, height, panel);
        sheet.DrawText(block, isCentred ? Width / 2 : Margin, y + 28, TextWidth, isCentred, panel);
    }

    /// <summary>Art in a window of the paper, title under it.</summary>
    private static void Window(Sheet sheet)
    {
        Ink paper = Panel(sheet);
        sheet.Svg.Rect(0, 0, Width, Height, paper);
        bool isCentred = PrefersCentre(sheet);
        TitleBlock block = sheet.FitTitle(TextWidth, 130, 64);
        double bottom = Height - 32 - sheet.SmallPrintHeight - block.Height - 22;
        double side = sheet.Random.Chance(0.5) ? Margin : 0;
        sheet.Svg.Rect(side, side, Width - (2 * side), bottom - side, sheet.Inks.Ground);
        sheet.DrawArt(side, side, Width - (2 * side), bottom - side);
        sheet.DrawText(block, isCentred ? Width / 2 : Margin, bottom + 24, TextWidth, isCentred, paper);
    }

    /// <summary>Art behind a round-headed window, with the deco line around it.</summary>
    private static void Arch(Sheet sheet)
    {
        const double Side = 46;
        const double Radius = (Width / 2) - Side;
        Palette inks = sheet.Inks;
        Ink paper = sheet.Random.Chance(0.5) ? inks.Dark : inks.Light;
        sheet.Svg.Rect(0, 0, Width, Height, paper);
        TitleBlock block = sheet.FitTitle(TextWidth - 10, 110, 46);
        double bottom = Height - 44 - sheet.SmallPrintHeight - block.Height - 26;
        SvgWriter svg = sheet.Svg;
        svg.Raw("<clipPath id=\"w\">").Move(Side, bottom).Line(Side, 42 + Radius).Arc(Radius, Width - Side, 42 + Radius)
            .Line(Width - Side, bottom)
            .Close().Fill(inks.Ground).Raw("</clipPath><g clip-path=\"url(#w)\">")
            .Rect(Side, 42, Width - (2 * Side), bottom - 42, inks.Ground);
        sheet.DrawArt(Side, 42, Width - (2 * Side), bottom - 42);
        svg.EndGroup();
        svg.Move(Side - 9, bottom + 9).Line(Side - 9, 42 + Radius).Arc(Radius + 9, Width - Side + 9, 42 + Radius)
            .Line(Width - Side + 9, bottom + 9)
            .Close().Stroke(inks.Main.Contrast(paper) > 1.8 ? inks.Main : inks.TextOn(paper), 2);
        sheet.DrawText(block, Width / 2, bottom + 32, TextWidth, isCentred: true, paper);
    }

    /// <summary>Art in a disc on plain paper.</summary>
    private static void Circle(Sheet sheet)
    {
        Palette inks = sheet.Inks;
        Ink paper = Panel(sheet);
        sheet.Svg.Rect(0, 0, Width, Height, paper);
        TitleBlock block = sheet.FitTitle(TextWidth, 120, 58);
        double room = Height - 34 - sheet.SmallPrintHeight - block.Height - 30;
        double radius = Math.Min(162, (room - 40) / 2);
        double top = 40 + ((room - 40 - (2 * radius)) / 2);
        double left = sheet.Random.Chance(0.6) ? (Width / 2) - radius : Width - (2 * radius) - Margin;
        sheet.Svg.Raw("<clipPath id=\"w\">").Circle(left + radius, top + radius, radius, inks.Ground)
            .Raw("</clipPath><g clip-path=\"url(#w)\">")
            .Rect(left, top, 2 * radius, 2 * radius, inks.Ground);
        sheet.DrawArt(left, top, 2 * radius, 2 * radius);
        sheet.Svg.EndGroup();
        sheet.DrawText(block, Margin, room + 26, TextWidth, isCentred: false, paper);
    }

    /// <summary>Art over the whole paper, title on a label.</summary>
    private static void Label(Sheet sheet)
    {
        const double LabelWidth = 296;
        TitleBlock block = sheet.FitTitle(LabelWidth - 44, 120, 50);
        double height = 24 + block.Height + sheet.SmallPrintHeight + 20;
        double y = sheet.Random.Pick<double>([Height - height - 44, 44, Height - height - 44]);
        sheet.DrawArt(0, y < 100 ? height + 20 : 0, Width, Height - height - 20);
        if (y > 100)
        {
            sheet.Svg.Rect(0, Height - height - 20.5, Width, height + 21, sheet.Inks.Dark);
        }

        Ink label = Panel(sheet);
        const double X = (Width - LabelWidth) / 2;
        sheet.Svg.Rect(X, y, LabelWidth, height, label);
        sheet.Svg.Move(X + 7, y + 7).Line(X + LabelWidth - 7, y + 7).Line(X + LabelWidth - 7, y + height - 7).Line(X + 7, y + height - 7)
            .Close()
            .Stroke(sheet.Inks.TextOn(label), 1, 0.6);
        sheet.DrawText(block, Width / 2, y + 26, LabelWidth - 44, isCentred: true, label);
    }

    /// <summary>Title turned upwards on a strip at the left edge, small print at its foot.</summary>
    private static void Spine(Sheet sheet)
    {
        TitleBlock block = sheet.FitTitle(Height - 80, 96, 76);
        double strip = block.Height + 52;
        Ink panel = Panel(sheet);
        sheet.DrawArt(strip, 0, Width - strip, Height - 84);
        sheet.Svg.Rect(0, 0, strip, Height, panel);
        sheet.Svg.Raw("<g transform=\"translate(").Number(26).Raw(" ").Number(Height - 40).Raw(") rotate(-90)\">");
        sheet.DrawTitle(block, 0, 0, isCentred: false, sheet.Inks.TextOn(panel));
        sheet.Svg.EndGroup();
        sheet.DrawSmallPrint(strip + 20, Height - 84, Width - strip - 40, isCentred: false, sheet.Inks.TextOn(sheet.Inks.Ground));
    }

    private static bool PrefersCentre(Sheet sheet) => sheet.Era switch
    {
        Era.Deco => true,
        Era.Flat or Era.Minimal => sheet.Random.Chance(0.15),
        Era.Muted or Era.Neon => sheet.Random.Chance(0.75),
        _ => sheet.Random.Chance(0.5),
    };

    private static bool IsBill(Sheet sheet) => sheet.Face.Tracking <= 0.1 && sheet.Random.Chance(sheet.Era is Era.Print or Era.Flat ? 0.5 : 0.25);

    /// <summary>An ink for a title panel that is clearly not the ground.</summary>
    private static Ink Panel(Sheet sheet)
    {
        Palette inks = sheet.Inks;
        Ink plain = inks.Light.Contrast(inks.Ground) > 1.6 ? inks.Light : inks.Dark;
        return sheet.Random.Next(4) switch
        {
            0 when inks.Main.Contrast(inks.Ground) > 1.6 && inks.TextOn(inks.Main).Contrast(inks.Main) > 4.5 => inks.Main,
            1 when inks.Dark.Contrast(inks.Ground) > 1.6 => inks.Dark,
            _ => plain,
        };
    }
}
