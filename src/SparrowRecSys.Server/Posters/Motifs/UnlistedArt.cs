namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>No genre listed: plain geometry.</summary>
internal static class UnlistedArt
{
    public static GenreArt Art { get; } = new(
        0,
        GenreArt.Inks(
            "dcdcd4 3c4f5c 8fa3a8 e07a3f f7f7f2 1e2930", "2d3e50 e8dcc4 5f7f95 e8a33d f6f1e6 16202b",
            "c9b8a8 5b3a4b a1766a 2f6f73 f5ede4 2a1a22"),
        [Arcs, Stack, Discs, Fan],
        Arcs,
        []);

    private static void Arcs(Stage s)
    {
        double x = s.Random.Chance(0.5) ? 0 : s.Width;
        double y = s.Random.Chance(0.5) ? s.Height * 0.2 : s.Height;
        Ink[] inks = [s.Inks.Second, s.Inks.Main, s.Inks.Accent];
        for (int i = 0; i < 3; i++)
        {
            s.Svg.Ring(x, y, (86 - (i * 24)) * s.Unit, inks[i], 16 * s.Unit);
        }
    }

    private static void Stack(Stage s)
    {
        Ink[] inks = [s.Inks.Main, s.Inks.Second, s.Inks.Accent, s.Inks.Dark];
        double y = s.Height * 0.16;
        for (int i = 0; i < 4; i++)
        {
            double height = s.Random.Between(10, 26) * s.Unit;
            double width = s.Random.Between(30, 78) * s.Unit;
            s.Svg.Rect(s.X - (width / 2) + (s.Unit * s.Random.Between(-10, 10)), y, width, height, inks[i]);
            y += height;
        }
    }

    private static void Discs(Stage s)
    {
        s.Svg.Circle(s.X, s.Height * 0.36, 30 * s.Unit, s.Inks.Main).Circle(s.X, s.Height * 0.66, 30 * s.Unit, s.Inks.Second, 0.85);
        s.Svg.Circle(s.X + (30 * s.Unit * s.Random.Sign()), s.Height * s.Random.Between(0.4, 0.6), 7 * s.Unit, s.Inks.Accent);
    }

    private static void Fan(Stage s)
    {
        double start = s.Random.Between(0, 360);
        for (int i = 0; i < 5; i++)
        {
            (double x1, double y1) = Shapes.Polar(start + (i * 36), 44 * s.Unit);
            (double x2, double y2) = Shapes.Polar(start + (i * 36) + 24, 44 * s.Unit);
            s.Svg.Move(s.X, s.Y).Line(s.X + x1, s.Y + y1).Arc(44 * s.Unit, s.X + x2, s.Y + y2).Close()
                .Fill(i % 2 == 0 ? s.Inks.Main : s.Inks.Second);
        }

        s.Svg.Circle(s.X, s.Y, 6 * s.Unit, s.Inks.Accent);
    }
}
