namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>More of the compositions of <see cref="HorrorArt"/>.</summary>
internal static class HorrorScenes
{
    public static Composition[] All { get; } = [Hand, Face, Bats, Stairwell, Graves, Forest];

    private static void Hand(Stage s)
    {
        double u = s.Unit * s.Random.Between(0.9, 1.1);
        double x = s.X;
        double wrist = s.Height * 0.6;
        s.Svg.Rotate(s.Random.Between(-14, 14), x, s.Height);
        s.Svg.Rect(x - (11 * u), wrist, 22 * u, s.Height, s.Inks.Main)
            .Rect(x - (17 * u), wrist - (22 * u), 34 * u, 34 * u, s.Inks.Main, 1, 11 * u);
        ReadOnlySpan<double> lengths = [34, 44, 42, 32];
        for (int i = 0; i < 4; i++)
        {
            double left = x + ((-17 + (i * 9)) * u);
            double length = lengths[i] * u * s.Random.Between(0.8, 1.05);
            s.Svg.Rotate((i - 1.5) * 8, left + (3.5 * u), wrist - (12 * u))
                .Rect(left, wrist - (12 * u) - length, 7 * u, length + (12 * u), s.Inks.Main, 1, 3.5 * u).EndGroup();
        }

        s.Svg.Rotate(46, x + (14 * u), wrist).Rect(x + (10 * u), wrist - (30 * u), 8 * u, 34 * u, s.Inks.Main, 1, 4 * u).EndGroup()
            .EndGroup();
        s.Svg.Circle(x, wrist - (4 * u), 5 * u, s.Inks.Accent);
    }

    /// <summary>A pale face with only sockets and a mouth.</summary>
    private static void Face(Stage s)
    {
        double y = s.Height * 0.46;
        double w = s.Random.Between(26, 32) * s.Unit;
        Ink skin = s.Inks.Light.Contrast(s.Inks.Ground) > 1.8 ? s.Inks.Light : s.Inks.Main;
        s.Svg.Move(s.X - w, y - (w * 0.4)).Cubic(s.X - w, y - (w * 1.5), s.X + w, y - (w * 1.5), s.X + w, y - (w * 0.4))
            .Cubic(s.X + w, y + (w * 0.6), s.X + (w * 0.5), y + (w * 1.5), s.X, y + (w * 1.6))
            .Cubic(s.X - (w * 0.5), y + (w * 1.5), s.X - w, y + (w * 0.6), s.X - w, y - (w * 0.4)).Close().Fill(skin);
        double eye = w * s.Random.Between(0.2, 0.3);
        s.Svg.Ellipse(s.X - (w * 0.42), y - (w * 0.25), eye, eye * 1.3, s.Inks.Dark)
            .Ellipse(s.X + (w * 0.42), y - (w * 0.25), eye, eye * 1.3, s.Inks.Dark);
        s.Svg.Circle(s.X + (w * 0.42), y - (w * 0.2), eye * 0.3, s.Inks.Accent);
        s.Svg.Ellipse(s.X, y + (w * 0.78), w * s.Random.Between(0.14, 0.24), w * s.Random.Between(0.3, 0.5), s.Inks.Dark);
    }

    private static void Bats(Stage s)
    {
        double moonX = s.Width * s.Random.Between(0.3, 0.6);
        s.Svg.Circle(moonX, s.Height * 0.36, s.Random.Between(22, 36) * s.Unit, s.Inks.Accent);
        int count = 4 + s.Random.Next(3);
        for (int i = 0; i < count; i++)
        {
            double x = s.Width * s.Random.Between(0.15, 0.85);
            double y = s.Height * (0.12 + (0.62 * i / count));
            double w = s.Random.Between(6, 17) * s.Unit;
            s.Svg.Move(x, y + (w * 0.4)).Quad(x - (w * 0.4), y, x - (w * 0.6), y + (w * 0.34))
                .Quad(x - (w * 0.9), y, x - (w * 1.3), y + (w * 0.3)).Quad(x - (w * 1.1), y - (w * 0.5), x - (w * 0.3), y - (w * 0.2))
                .Line(x - (w * 0.16), y - (w * 0.42)).Line(x, y - (w * 0.24)).Line(x + (w * 0.16), y - (w * 0.42))
                .Line(x + (w * 0.3), y - (w * 0.2))
                .Quad(x + (w * 1.1), y - (w * 0.5), x + (w * 1.3), y + (w * 0.3)).Quad(x + (w * 0.9), y, x + (w * 0.6), y + (w * 0.34))
                .Quad(x + (w * 0.4), y, x, y + (w * 0.4)).Close();
        }

        s.Svg.Fill(s.Inks.Main);
        Shapes.Ridge(s, s.Height * 0.9, s.Height * 0.1, 5, s.Inks.Second);
    }

    /// <summary>Stairs down into the dark, and someone at their foot.</summary>
    private static void Stairwell(Stage s)
    {
        int steps = 8;
        for (int i = 0; i < steps; i++)
        {
            double share = (double)i / steps;
            double half = s.Width * (0.5 - (0.36 * share));
            double y = s.Height * (1 - (0.78 * share));
            s.Svg.Move(s.X - half, y + 1).Line(s.X + half, y + 1).Line(s.X + (half * 0.93), y - (s.Height * 0.075))
                .Line(s.X - (half * 0.93), y - (s.Height * 0.075)).Close().Fill(s.Inks.Main.Mix(s.Inks.Dark, share * 0.95));
        }

        double door = s.Height * 0.24;
        s.Svg.Rect(s.X - (12 * s.Unit), door - (26 * s.Unit), 24 * s.Unit, 30 * s.Unit, s.Inks.Accent);
        Shapes.Figure(s.Svg, s.X, door + (4 * s.Unit), 25 * s.Unit, s.Inks.Dark);
        s.StandOn(s.Inks.Main);
    }

    private static void Graves(Stage s)
    {
        double floor = s.Height * 0.84;
        s.Svg.Circle(s.Width * s.Random.Between(0.25, 0.75), s.Height * 0.28, s.Random.Between(12, 22) * s.Unit, s.Inks.Accent);
        for (int i = 0; i < 3; i++)
        {
            double x = s.Width * (0.22 + (0.28 * i));
            double w = s.Random.Between(9, 14) * s.Unit;
            double h = s.Random.Between(24, 46) * s.Unit;
            s.Svg.Rotate(s.Random.Between(-12, 12), x, floor);
            if (i == 1)
            {
                s.Svg.Rect(x - (3 * s.Unit), floor - (h * 1.3), 6 * s.Unit, h * 1.5, s.Inks.Main)
                    .Rect(x - w, floor - h, 2 * w, 6 * s.Unit, s.Inks.Main);
            }
            else
            {
                s.Svg.Move(x - w, floor + (8 * s.Unit)).Line(x - w, floor - h + w).Arc(w, x + w, floor - h + w)
                    .Line(x + w, floor + (8 * s.Unit)).Close().Fill(i == 0 ? s.Inks.Main : s.Inks.Second);
            }

            s.Svg.EndGroup();
        }

        Shapes.Hills(s, floor, 4 * s.Unit, 3, s.Inks.Dark);
    }

    /// <summary>Trunks, and between two of them what should not be there.</summary>
    private static void Forest(Stage s)
    {
        int trunks = 6;
        double step = s.Width / trunks;
        int gap = 1 + s.Random.Next(trunks - 2);
        double at = (gap + 0.5) * step;
        s.Svg.Circle(at, s.Height * 0.5, 26 * s.Unit, s.Inks.Second);
        Shapes.Figure(s.Svg, at, s.Height * 0.8, 34 * s.Unit, s.Inks.Accent);
        for (int i = 0; i <= trunks; i++)
        {
            double x = (i * step) + (s.Unit * s.Random.Between(-3, 3));
            double w = s.Random.Between(3, 6) * s.Unit;
            double lean = s.Unit * s.Random.Between(-5, 5);
            s.Svg.Move(x - w, s.Height + 1).Line(x - (w * 0.6) + lean, -2).Line(x + (w * 0.6) + lean, -2).Line(x + w, s.Height + 1).Close();
        }

        s.Svg.Fill(s.Inks.Main);
        s.Land(s.Height * 0.9, s.Inks.Main);
    }
}
