namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>More of the compositions of <see cref="CrimeArt"/>.</summary>
internal static class CrimeScenes
{
    public static Composition[] All { get; } = [Case, Bars, Scales, Alley];

    private static void Case(Stage s)
    {
        double y = s.Height * 0.5;
        double w = s.Random.Between(34, 40) * s.Unit;
        double h = w * 0.62;
        s.Svg.Rotate(s.Random.Between(-14, 14), s.X, y);
        s.Svg.Move(s.X - (w * 0.3), y - h).Line(s.X - (w * 0.3), y - (h * 1.32)).Line(s.X + (w * 0.3), y - (h * 1.32))
            .Line(s.X + (w * 0.3), y - h).Stroke(s.Inks.Main, 4 * s.Unit, 1, " stroke-linejoin=\"round\"");
        s.Svg.Rect(s.X - w, y - h, 2 * w, 2 * h, s.Inks.Main, 1, 4 * s.Unit)
            .Rect(s.X - w, y - (h * 0.2), 2 * w, 1.4 * s.Unit, s.Inks.Ground);
        s.Svg.Rect(s.X - (w * 0.64), y - (h * 0.36), w * 0.2, h * 0.34, s.Inks.Light)
            .Rect(s.X + (w * 0.44), y - (h * 0.36), w * 0.2, h * 0.34, s.Inks.Light);
        double note = s.X + (w * s.Random.Between(-0.3, 0.2));
        s.Svg.Rotate(8, note, y + h).Rect(note, y + (h * 0.86), w * 0.46, h * 0.6, s.Inks.Accent)
            .Circle(note + (w * 0.23), y + (h * 1.16), h * 0.14, s.Inks.Ground).EndGroup().EndGroup();
    }

    private static void Bars(Stage s)
    {
        double foot = s.Height + 1;
        Shapes.Bust(s.Svg, s.X + (s.Unit * s.Random.Between(-10, 10)), foot, s.Height * s.Random.Between(0.62, 0.76), s.Inks.Second.Contrast(s.Inks.Ground) > 1.5 ? s.Inks.Second : s.Inks.Accent);
        int bars = 5 + s.Random.Next(2);
        int bent = 1 + s.Random.Next(bars - 2);
        for (int i = 0; i < bars; i++)
        {
            double x = s.Width * (i + 0.5) / bars;
            double bend = i == bent ? 14 * s.Unit * s.Random.Sign() : 0;
            s.Svg.Move(x, -2).Quad(x + (bend * 2), s.Y, x, s.Height + 1).Stroke(i == bent ? s.Inks.Accent : s.Inks.Main, 4.6 * s.Unit);
        }
    }

    private static void Scales(Stage s)
    {
        double top = s.Height * 0.2;
        double tilt = s.Random.Between(8, 18) * s.Unit * s.Random.Sign();
        double arm = 34 * s.Unit;
        s.Svg.Rect(s.X - (1.6 * s.Unit), top - (4 * s.Unit), 3.2 * s.Unit, s.Height * 0.66, s.Inks.Main)
            .Circle(s.X, top, 4.6 * s.Unit, s.Inks.Accent);
        s.Svg.Move(s.X - arm, top + tilt).Line(s.X + arm, top - tilt).Stroke(s.Inks.Main, 2.8 * s.Unit);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            double x = s.X + (side * arm);
            double from = top - (side * tilt);
            double pan = from + (34 * s.Unit);
            s.Svg.Move(x - (15 * s.Unit), pan).Line(x, from).Line(x + (15 * s.Unit), pan).Stroke(s.Inks.Main, 1 * s.Unit);
            s.Svg.Move(x - (17 * s.Unit), pan).Arc(17 * s.Unit, x + (17 * s.Unit), pan, clockwise: false).Close().Fill(s.Inks.Main);
            bool isHeavy = side * tilt < 0;
            s.Svg.Circle(x, pan - ((isHeavy ? 9 : 4) * s.Unit), (isHeavy ? 9 : 4) * s.Unit, isHeavy ? s.Inks.Accent : s.Inks.Light);
        }

        s.Land(s.Height * 0.86, s.Inks.Second);
    }

    /// <summary>Two walls, a strip of light, two people who should not meet.</summary>
    private static void Alley(Stage s)
    {
        double x = s.Width * s.Random.Between(0.42, 0.58);
        double w = s.Random.Between(9, 14) * s.Unit;
        double floor = s.Height * 0.84;
        s.Svg.Move(x - w, -2).Line(x + w, -2).Line(x + (w * 0.9), floor).Line(x + (w * 2.4), s.Height + 1)
            .Line(x - (w * 2.4), s.Height + 1).Line(x - (w * 0.9), floor).Close().Fill(s.Glow);
        for (int i = 0; i < 4; i++)
        {
            double y = s.Height * (0.1 + (0.17 * i));
            bool isLeft = s.Random.Chance(0.5);
            s.Svg.Rect(isLeft ? x - w - (s.Random.Between(14, 30) * s.Unit) : x + w + (s.Random.Between(6, 20) * s.Unit), y, 9 * s.Unit, 13 * s.Unit, i == 2 ? s.Inks.Accent : s.Inks.Second);
        }

        Shapes.Figure(s.Svg, x - (w * 0.4), floor, 22 * s.Unit, s.Inks.Dark);
        Shapes.Figure(s.Svg, x + (w * 0.9), s.Height * 0.97, 36 * s.Unit, s.Inks.Dark);
        Shapes.Hat(s.Svg, x + (w * 0.9), (s.Height * 0.97) - (33 * s.Unit), 13 * s.Unit, s.Inks.Dark);
    }
}
