namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Romance: two shapes that meet.</summary>
internal static class RomanceArt
{
    public static GenreArt Art { get; } = new(
        4,
        GenreArt.Inks(
            "f7c6c7 d1495b edae49 66295a fff3ee 3a1430", "7d1538 f28482 b23a5a f6bd60 f9ece2 3c0819",
            "f5e6da e56b6f b56576 355070 fdf6ef 26314a", "355070 e56b6f 6d597a eaac8b f9ece4 1d2d42",
            "f4d9b0 c8553d e8a598 28536b fdf4e3 2b1a18"),
        [Circles, Profiles, CutHeart, Umbrella, TwoWindows, Petals, Bench],
        Device,
        [TypeFace.BookishItalic, TypeFace.Didone, TypeFace.Bookish]);

    private static void Circles(Stage s)
    {
        double r = s.Random.Between(28, 36) * s.Unit;
        double gap = r * s.Random.Between(0.42, 0.7);
        double turn = s.Random.Pick<double>([0, 90, 35, -35]);
        s.Svg.Rotate(turn, s.X, s.Y);
        s.Svg.Circle(s.X - gap, s.Y, r, s.Inks.Main).Circle(s.X + gap, s.Y, r, s.Inks.Second);
        double half = Math.Sqrt((r * r) - (gap * gap));
        s.Svg.Move(s.X, s.Y - half).Arc(r, s.X, s.Y + half).Arc(r, s.X, s.Y - half).Close().Fill(s.Inks.Accent).EndGroup();
    }

    private static void Profiles(Stage s)
    {
        s.Svg.Circle(s.X, s.Height * 0.4, 28 * s.Unit, s.Inks.Accent);
        double u = s.Width / 100;
        s.Svg.Raw("<g transform=\"translate(").Number(7 * u).Raw(" 0)\">");
        DramaScenes.Profile(s, 0, s.Height * 0.88, 1, s.Inks.Main);
        s.Svg.Rect(-8 * u, s.Height * 0.16, 9 * u, s.Height, s.Inks.Main).EndGroup();
        s.Svg.Raw("<g transform=\"translate(").Number(-7 * u).Raw(" 0)\">");
        DramaScenes.Profile(s, s.Width, s.Height * 0.88, -1, s.Inks.Dark);
        s.Svg.Rect(s.Width - u, s.Height * 0.16, 9 * u, s.Height, s.Inks.Dark).EndGroup();
    }

    private static void CutHeart(Stage s)
    {
        double size = s.Random.Between(34, 42) * s.Unit;
        double y = s.Y - (2 * s.Unit);
        Shapes.Heart(s.Svg, s.X, y, size, s.Inks.Main);
        s.Svg.Raw("<clipPath id=\"m\">").Rect(s.X, 0, s.Width, s.Height, s.Inks.Main).Raw("</clipPath><g clip-path=\"url(#m)\">");
        Shapes.Heart(s.Svg, s.X, y, size, s.Inks.Second);
        s.Svg.EndGroup();
        if (s.Random.Chance(0.5))
        {
            double step = size * 0.3;
            s.Svg.Move(s.X, y - size).Line(s.X - step, y - (size * 0.3)).Line(s.X + step, y).Line(s.X - (step * 0.6), y + (size * 0.5))
                .Line(s.X, y + (size * 1.2)).Stroke(s.Inks.Ground, 2.4 * s.Unit);
        }
        else
        {
            s.Svg.Move(s.X - size, y + (size * 0.5)).Line(s.X + size, y - (size * 0.6)).Stroke(s.Inks.Accent, 2.2 * s.Unit);
            Shapes.Star(s.Svg, s.X + size, y - (size * 0.6), 3, 5 * s.Unit, 2.5 * s.Unit, s.Inks.Accent, 62);
        }
    }

    private static void Umbrella(Stage s)
    {
        double foot = s.Height * 0.88;
        double r = 33 * s.Unit;
        double brim = s.Height * 0.46;
        s.Svg.Move(s.X - r, brim).Arc(r, s.X + r, brim);
        for (int i = 0; i < 4; i++)
        {
            double right = s.X + r - (i * r / 2);
            s.Svg.Quad(right - (r / 4), brim - (7 * s.Unit), right - (r / 2), brim);
        }

        s.Svg.Close().Fill(s.Inks.Main);
        s.Svg.Rect(s.X - (0.8 * s.Unit), brim - (4 * s.Unit), 1.6 * s.Unit, foot - brim - (14 * s.Unit), s.Inks.Dark);
        Shapes.Figure(s.Svg, s.X - (9 * s.Unit), foot, s.Random.Between(38, 44) * s.Unit, s.Inks.Dark);
        Shapes.Figure(s.Svg, s.X + (9 * s.Unit), foot, s.Random.Between(34, 42) * s.Unit, s.Inks.Accent);
        s.Land(foot - 1, s.Inks.Second);
    }

    private static void TwoWindows(Stage s)
    {
        double w = 26 * s.Unit;
        double h = 36 * s.Unit;
        int side = s.Random.Sign();
        s.Svg.Rect(s.X - w - (6 * s.Unit), s.Height * (side > 0 ? 0.14 : 0.44), w, h, s.Glow)
            .Rect(s.X + (6 * s.Unit), s.Height * (side > 0 ? 0.44 : 0.14), w, h, s.Inks.Accent);
        Shapes.Bust(s.Svg, s.X - (w / 2) - (6 * s.Unit), (s.Height * (side > 0 ? 0.14 : 0.44)) + h, h * 0.7, s.Inks.Dark);
        Shapes.Bust(s.Svg, s.X + (w / 2) + (6 * s.Unit), (s.Height * (side > 0 ? 0.44 : 0.14)) + h, h * 0.66, s.Inks.Dark);
        for (int i = 0; i < 4; i++)
        {
            s.Svg.Rect(0, s.Height * (0.1 + (0.24 * i)), s.Width, 0.7 * s.Unit, s.Inks.Second);
        }
    }

    private static void Petals(Stage s)
    {
        double y = s.Height * 0.4;
        int petals = 7 + s.Random.Next(4);
        s.Svg.Move(s.X, y).Quad(s.X + (s.Unit * s.Random.Between(-20, 20)), s.Height * 0.75, s.X, s.Height + 2)
            .Stroke(s.Silhouette, 1.8 * s.Unit);
        for (int ring = 0; ring < 2; ring++)
        {
            double r = (ring == 0 ? 32 : 21) * s.Unit;
            double turn = s.Random.Between(0, 40);
            for (int i = 0; i < petals; i++)
            {
                double angle = (360.0 * i / petals) + turn;
                (double x1, double y1) = Shapes.Polar(angle - 24, r * 0.8);
                (double x2, double y2) = Shapes.Polar(angle, r * 1.18);
                (double x3, double y3) = Shapes.Polar(angle + 24, r * 0.8);
                s.Svg.Move(s.X, y).Quad(s.X + x1, y + y1, s.X + x2, y + y2).Quad(s.X + x3, y + y3, s.X, y).Close();
            }

            s.Svg.Fill(ring == 0 ? s.Inks.Main : s.Inks.Second);
        }

        s.Svg.Circle(s.X, y, 8 * s.Unit, s.Inks.Accent);
    }

    private static void Bench(Stage s)
    {
        double floor = s.Height * 0.76;
        s.Svg.Circle(s.X + (20 * s.Unit * s.Random.Sign()), s.Height * 0.36, s.Random.Between(20, 30) * s.Unit, s.Inks.Main);
        s.Land(floor + (10 * s.Unit), s.Inks.Second);
        Shapes.Bust(s.Svg, s.X - (13 * s.Unit), floor - (3 * s.Unit), 29 * s.Unit, s.Inks.Dark);
        s.Svg.Rotate(-7, s.X + (10 * s.Unit), floor);
        Shapes.Bust(s.Svg, s.X + (9 * s.Unit), floor - (3 * s.Unit), 26 * s.Unit, s.Inks.Accent);
        s.Svg.EndGroup();
        s.Svg.Rect(s.X - (36 * s.Unit), floor - (8 * s.Unit), 72 * s.Unit, 3.4 * s.Unit, s.Inks.Light)
            .Rect(s.X - (36 * s.Unit), floor - (1 * s.Unit), 72 * s.Unit, 3.4 * s.Unit, s.Inks.Light)
            .Rect(s.X - (30 * s.Unit), floor - (8 * s.Unit), 3 * s.Unit, 24 * s.Unit, s.Inks.Dark)
            .Rect(s.X + (27 * s.Unit), floor - (8 * s.Unit), 3 * s.Unit, 24 * s.Unit, s.Inks.Dark);
    }

    private static void Device(Stage s)
    {
        double r = s.Random.Between(40, 54) * s.Unit;
        double x = s.X + (s.Unit * s.Random.Between(-10, 10));
        double y = s.Height * s.Random.Between(0.3, 0.5);
        s.Svg.Circle(x - (r * 0.5), y, r, s.Veil, 0.75).Circle(x + (r * 0.5), y, r, s.Veil, 0.55);
    }
}
