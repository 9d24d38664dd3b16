namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Documentary: ruled paper, the film strip, measured facts.</summary>
internal static class DocumentaryArt
{
    public static GenreArt Art { get; } = new(
        8,
        GenreArt.Inks(
            "ece7dc 2b2d42 8d99ae d90429 f8f5ee 1c1d29", "dfe5dc 2d4739 7f9c86 e07a3f f4f6f0 17241d",
            "24323a e0d5c1 6d8b8c e07a3f f3ecde 141d22", "d9c9a8 3a3a36 a2573b 2f6c7a f2e9d4 23231f"),
        [RuledPaper, FilmStrip, Bars, Lens, Globe],
        Device,
        [TypeFace.Typewriter, TypeFace.Grotesk, TypeFace.GroteskTight])
    {
        IsSober = true,
    };

    private static void RuledPaper(Stage s)
    {
        double step = 7 * s.Unit;
        for (double y = s.Height * 0.12; y < s.Height; y += step)
        {
            s.Svg.Rect(0, y, s.Width, 0.5 * s.Unit, s.Inks.Second);
        }

        s.Svg.Rect(s.Width * 0.16, 0, 0.6 * s.Unit, s.Height, s.Inks.Accent);
        double x = s.Width * s.Random.Between(0.48, 0.62);
        double r = s.Random.Between(24, 32) * s.Unit;
        s.Svg.Circle(x, s.Y, r, s.Inks.Main);
        s.Svg.Move(x, s.Y).Line(x + (s.Width * 0.1), s.Y - (r * 1.4)).Line(s.Width, s.Y - (r * 1.4)).Stroke(s.Inks.Accent, 0.9 * s.Unit);
        s.Svg.Circle(x, s.Y, 2 * s.Unit, s.Inks.Accent);
    }

    private static void FilmStrip(Stage s)
    {
        s.Svg.Rotate(s.Random.Between(8, 18) * s.Random.Sign(), s.X, s.Y);
        double w = 58 * s.Unit;
        double frame = 36 * s.Unit;
        s.Svg.Rect(s.X - (w / 2), -s.Height * 0.3, w, s.Height * 1.6, s.Inks.Main);
        int hit = s.Random.Next(2) + 1;
        int i = 0;
        for (double y = (s.Y - (1.5 * frame * 1.15)); i < 3; y += frame * 1.15, i++)
        {
            s.Svg.Rect(s.X - (w * 0.34), y, w * 0.68, frame, i == hit ? s.Inks.Accent : s.Inks.Second);
            Shapes.Bust(s.Svg, s.X + (w * s.Random.Between(-0.12, 0.12)), y + frame, frame * 0.8, s.Inks.Dark);
        }

        s.Svg.Move(s.X - (w * 0.425), -s.Height * 0.25).Line(s.X - (w * 0.425), s.Height * 1.25).Move(s.X + (w * 0.425), -s.Height * 0.25)
            .Line(s.X + (w * 0.425), s.Height * 1.25)
            .Stroke(s.Inks.Light, w * 0.07, 1, " stroke-dasharray=\"11 13\"").EndGroup();
    }

    private static void Bars(Stage s)
    {
        int count = 7 + s.Random.Next(5);
        double step = s.Width * 0.84 / count;
        int accent = s.Random.Next(count);
        double floor = s.Height * 0.9;
        for (int i = 0; i < count; i++)
        {
            double height = s.Height * s.Random.Between(0.1, 0.72);
            s.Svg.Rect((s.Width * 0.08) + (i * step), floor - height, step * 0.66, height, i == accent ? s.Inks.Accent : i % 3 == 0 ? s.Inks.Second : s.Inks.Main);
        }

        s.Svg.Rect(s.Width * 0.08, floor + (2 * s.Unit), s.Width * 0.84, 0.8 * s.Unit, s.Inks.Main);
    }

    private static void Lens(Stage s)
    {
        double r = 42 * s.Unit;
        s.Svg.Circle(s.X, s.Y, r, s.Inks.Main);
        double start = s.Random.Between(0, 60);
        for (int i = 0; i < 6; i++)
        {
            (double x1, double y1) = Shapes.Polar(start + (i * 60), r);
            (double x2, double y2) = Shapes.Polar(start + (i * 60) + 116, r * 0.5);
            s.Svg.Move(s.X + x1, s.Y + y1).Line(s.X + x2, s.Y + y2);
        }

        s.Svg.Stroke(s.Inks.Second, 1.4 * s.Unit);
        s.Svg.Circle(s.X, s.Y, r * 0.36, s.Inks.Accent).Circle(s.X + (r * 0.12), s.Y - (r * 0.12), r * 0.1, s.Inks.Light);
        s.Svg.Ring(s.X, s.Y, r * 1.12, s.Inks.Second, 1.2 * s.Unit);
    }

    private static void Globe(Stage s)
    {
        double r = s.Random.Between(38, 48) * s.Unit;
        double x = s.X + (s.Unit * s.Random.Between(-8, 8));
        s.Svg.Circle(x, s.Y, r, s.Inks.Main);
        s.Svg.Rotate(s.Random.Between(-25, 25), x, s.Y);
        for (int i = 1; i <= 2; i++)
        {
            double rx = r * i / 3;
            s.Svg.Move(x, s.Y - r).Raw("A").Number(rx).Raw(" ").Number(r).Raw(" 0 0 1 ").Number(x).Raw(" ").Number(s.Y + r)
                .Raw("A").Number(rx).Raw(" ").Number(r).Raw(" 0 0 1 ").Number(x).Raw(" ").Number(s.Y - r);
        }

        s.Svg.Move(x, s.Y - r).Line(x, s.Y + r).Move(x - r, s.Y).Line(x + r, s.Y);
        s.Svg.Move(x - (r * 0.87), s.Y - (r * 0.5)).Line(x + (r * 0.87), s.Y - (r * 0.5)).Move(x - (r * 0.87), s.Y + (r * 0.5))
            .Line(x + (r * 0.87), s.Y + (r * 0.5));
        s.Svg.Stroke(s.Inks.Ground, 0.9 * s.Unit).EndGroup();
        s.Svg.Circle(x + (r * s.Random.Between(-0.5, 0.5)), s.Y + (r * s.Random.Between(-0.5, 0.5)), 4 * s.Unit, s.Inks.Accent);
    }

    private static void Device(Stage s)
    {
        for (double y = 6 * s.Unit; y < s.Height; y += 6.5 * s.Unit)
        {
            s.Svg.Move(0, y).Line(s.Width, y);
        }

        s.Svg.Stroke(s.Veil, 0.5 * s.Unit);
        s.Svg.Rect(s.Width * 0.12, 0, 0.6 * s.Unit, s.Height, s.Inks.Accent, 0.6);
    }
}
