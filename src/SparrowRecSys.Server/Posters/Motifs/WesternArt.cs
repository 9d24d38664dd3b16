namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Western: horizon, sun, the distance between two men.</summary>
internal static class WesternArt
{
    public static GenreArt Art { get; } = new(
        9,
        GenreArt.Inks(
            "e9a44c a63c1e c8752c fbe3b0 fdf0d2 3a160c", "f1dcb1 c1440e d99a5b 2f6f73 fbf1da 3d170b",
            "c8553d f2b950 963a2a fbe6c0 fbeccf 35120d", "2e2a4f e07a3f 574372 f6d28b f7e9cc 17142b"),
        [Mesa, Cactus, Badge, Duel, Rails, Hat, Rider],
        Device,
        [TypeFace.Bookish, TypeFace.Condensed, TypeFace.Typewriter]);

    private static void Sun(Stage s, double x, double y, double r)
    {
        s.Svg.Circle(x, y, r, s.Inks.Accent);
        if (s.Random.Chance(0.5))
        {
            s.Svg.Ring(x, y, r * 1.22, s.Inks.Accent, r * 0.05).Ring(x, y, r * 1.42, s.Inks.Accent, r * 0.03);
        }
    }

    private static void Mesa(Stage s)
    {
        double x = s.Width * s.Random.Between(0.3, 0.7);
        double floor = s.Height * 0.8;
        Sun(s, x, s.Height * 0.46, s.Random.Between(22, 32) * s.Unit);
        for (int i = 0; i < 3; i++)
        {
            double at = s.Width * ((0.12 + (0.36 * i)) + s.Random.Between(-0.06, 0.06));
            double w = s.Random.Between(11, 21) * s.Unit;
            double h = s.Random.Between(18, 44) * s.Unit;
            s.Svg.Move(at - w, floor + 2).Line(at - (w * 0.66), floor - (h * 0.4)).Line(at - (w * 0.56), floor - h)
                .Line(at + (w * 0.5), floor - h).Line(at + (w * 0.62), floor - (h * 0.4)).Line(at + w, floor + 2).Close()
                .Fill(i == 1 ? s.Inks.Second : s.Inks.Main);
        }

        Shapes.Hills(s, floor, 3 * s.Unit, 2, s.Inks.Dark);
    }

    private static void Cactus(Stage s)
    {
        int side = s.Random.Sign();
        double x = s.X + (12 * s.Unit * side);
        double floor = s.Height * 0.86;
        Sun(s, s.X - (12 * s.Unit * side), s.Height * 0.38, s.Random.Between(26, 36) * s.Unit);
        double w = 6 * s.Unit;
        s.Svg.Rect(x - w, s.Height * 0.28, 2 * w, s.Height * 0.7, s.Inks.Dark, 1, w);
        foreach (int arm in (ReadOnlySpan<int>)[-1, 1])
        {
            double y = s.Height * s.Random.Between(0.48, 0.66);
            double reach = s.Random.Between(17, 23) * s.Unit * arm;
            s.Svg.Move(x, y).Line(x + (reach * 0.6), y).Quad(x + reach, y, x + reach, y - (8 * s.Unit))
                .Line(x + reach, y - (s.Random.Between(14, 24) * s.Unit)).Stroke(s.Inks.Dark, w * 1.3, 1, " stroke-linecap=\"round\"");
        }

        Shapes.Hills(s, floor, 4 * s.Unit, 2, s.Inks.Main);
    }

    private static void Badge(Stage s)
    {
        double r = s.Random.Between(34, 42) * s.Unit;
        int points = 5 + s.Random.Next(2);
        Shapes.Rays(s, s.X, s.Y, 16, s.Inks.Ground.Mix(s.Inks.Second, 0.5), 1, s.Random.Between(0, 22));
        Shapes.Star(s.Svg, s.X, s.Y, points, r, r * 0.5, s.Inks.Main, s.Random.Between(-8, 8));
        for (int i = 0; i < points; i++)
        {
            (double dx, double dy) = Shapes.Polar((360.0 * i / points) - 90, r);
            s.Svg.Circle(s.X + dx, s.Y + dy, 3.6 * s.Unit, s.Inks.Main);
        }

        s.Svg.Circle(s.X, s.Y, r * 0.34, s.Inks.Ground);
        double hole = r * 0.12;
        s.Svg.Circle(s.X + (r * 0.3), s.Y - (r * 0.2), hole, s.Inks.Dark).Circle(s.X, s.Y, r * 0.2, s.Inks.Accent);
    }

    private static void Duel(Stage s)
    {
        int side = s.Random.Sign();
        double floor = s.Height * 0.6;
        Sun(s, s.X + (6 * s.Unit * side), floor - (4 * s.Unit), s.Random.Between(18, 28) * s.Unit);
        s.Land(floor, s.Glow);
        Shapes.Figure(s.Svg, s.X + (8 * s.Unit * side), floor + (4 * s.Unit), 15 * s.Unit, s.Inks.Dark);
        double x = s.X - (24 * s.Unit * side);
        double h = s.Height * 0.84;
        s.Svg.Move(x - (0.16 * h), s.Height + 1).Line(x - (0.1 * h), s.Height - (0.62 * h))
            .Quad(x, s.Height - (0.7 * h), x + (0.1 * h), s.Height - (0.62 * h)).Line(x + (0.16 * h), s.Height + 1)
            .Line(x + (0.06 * h), s.Height + 1).Line(x, s.Height - (0.26 * h)).Line(x - (0.06 * h), s.Height + 1).Close().Fill(s.Inks.Dark);
        s.Svg.Circle(x, s.Height - (0.72 * h), 0.06 * h, s.Inks.Dark);
        Shapes.Hat(s.Svg, x, s.Height - (0.745 * h), 0.28 * h, s.Inks.Dark);
    }

    private static void Rails(Stage s)
    {
        double horizon = s.Height * 0.5;
        double x = s.Width * s.Random.Between(0.3, 0.7);
        Sun(s, x, horizon, 24 * s.Unit);
        s.Land(horizon, s.Inks.Main);
        double h = s.Height - horizon;
        for (int i = 1; i <= 8; i++)
        {
            double share = i * i / 64.0;
            double mid = x + ((s.X - x) * share);
            s.Svg.Rect(mid - (36 * s.Unit * share), horizon + (h * share) - (3 * s.Unit * share), 72 * s.Unit * share, 6 * s.Unit * share, s.Inks.Second);
        }

        s.Svg.Move(x, horizon).Line(s.X - (28 * s.Unit), s.Height + 1).Line(s.X - (23 * s.Unit), s.Height + 1).Close().Move(x, horizon)
            .Line(s.X + (28 * s.Unit), s.Height + 1).Line(s.X + (23 * s.Unit), s.Height + 1).Close().Fill(s.Inks.Dark);
        Shapes.Figure(s.Svg, x + ((s.X - x) * 0.35), horizon + (h * 0.35), 24 * s.Unit, s.Inks.Light);
    }

    private static void Hat(Stage s)
    {
        double w = s.Random.Between(76, 90) * s.Unit;
        double y = s.Height * 0.5;
        Sun(s, s.X, y - (4 * s.Unit), 31 * s.Unit);
        s.Svg.Rotate(s.Random.Between(-12, 12), s.X, y);
        Shapes.Hat(s.Svg, s.X, y, w, s.Inks.Dark);
        s.Svg.Move(s.X - (w * 0.28), y - (w * 0.07)).Quad(s.X, y - (w * 0.02), s.X + (w * 0.28), y - (w * 0.07))
            .Line(s.X + (w * 0.275), y - (w * 0.13)).Quad(s.X, y - (w * 0.08), s.X - (w * 0.275), y - (w * 0.13)).Close()
            .Fill(s.Inks.Main).EndGroup();
        s.Svg.Move(s.X - (15 * s.Unit), y + (26 * s.Unit)).Line(s.X + (15 * s.Unit), y + (26 * s.Unit)).Line(s.X, y + (44 * s.Unit))
            .Close().Fill(s.Inks.Main);
    }

    private static void Rider(Stage s)
    {
        int side = s.Random.Sign();
        double floor = s.Height * 0.72;
        double x = s.X;
        Sun(s, x + (6 * s.Unit * side), s.Height * 0.42, 36 * s.Unit);
        double u = 0.9 * s.Unit;
        double X(double across) => x + (across * u * side);
        s.Svg.Move(X(-20), floor - (26 * u)).Quad(X(-4), floor - (23 * u), X(12), floor - (27 * u)).Line(X(20), floor - (40 * u))
            .Quad(X(24), floor - (43 * u), X(27), floor - (38 * u)).Line(X(33), floor - (31 * u)).Line(X(30), floor - (27 * u))
            .Line(X(24), floor - (31 * u))
            .Line(X(18), floor - (18 * u)).Line(X(20), floor).Line(X(16), floor).Line(X(13), floor - (13 * u))
            .Line(X(-11), floor - (13 * u)).Line(X(-16), floor).Line(X(-20), floor).Line(X(-19), floor - (14 * u))
            .Line(X(-22), floor - (18 * u)).Quad(X(-28), floor - (14 * u), X(-27), floor - (4 * u))
            .Quad(X(-31), floor - (20 * u), X(-20), floor - (26 * u)).Close().Fill(s.Inks.Dark);
        s.Svg.Move(X(-8), floor - (24 * u)).Line(X(-7), floor - (44 * u)).Quad(X(-2), floor - (50 * u), X(4), floor - (44 * u))
            .Line(X(6), floor - (25 * u)).Line(X(4), floor - (8 * u)).Line(X(-1), floor - (8 * u)).Close().Fill(s.Inks.Dark);
        s.Svg.Circle(X(-1), floor - (52 * u), 5 * u, s.Inks.Dark);
        Shapes.Hat(s.Svg, X(-1), floor - (54 * u), 22 * u, s.Inks.Dark);
        Shapes.Hills(s, floor - (1 * u), 2 * s.Unit, 2, s.Inks.Main);
        Shapes.Hills(s, s.Height * 0.9, 4 * s.Unit, 2, s.Inks.Second);
    }

    private static void Device(Stage s)
    {
        double y = s.Height * s.Random.Between(0.55, 0.9);
        Shapes.Rays(s, s.Width * s.Random.Between(0.3, 0.7), y, 14 + s.Random.Next(6), s.Veil, 0.8, s.Random.Between(0, 20));
    }
}
