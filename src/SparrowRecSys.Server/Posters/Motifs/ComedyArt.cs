namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Comedy: faces made of almost nothing, and order gone wrong.</summary>
internal static class ComedyArt
{
    public static GenreArt Art { get; } = new(
        3,
        GenreArt.Inks(
            "ffd447 f2545b 19323c f3f7f0 fffbe8 19323c", "f4b6c2 e4572e 17bebb ffc914 fff5f3 2e282a",
            "f3efe0 ff6b35 004e89 f7c59f fffaf0 1a2238", "2ec4b6 ff9f1c 0b6e69 e71d36 fdfffc 011627",
            "ef5b3f fff1d0 2b2d42 ffc845 fff6e6 241c1c", "cfe3e2 e4572e 3b6064 f2b134 f9fbf8 22333b"),
        [Smile, BowlerHat, Bubbles, OddOneOut, Stripes, BananaSkin, Chairs, Mask, .. ComedyScenes.All],
        Device,
        [TypeFace.Rounded, TypeFace.GroteskTight, TypeFace.GroteskCaps]);

    private static void Smile(Stage s)
    {
        double r = s.Random.Between(34, 46) * s.Unit;
        double y = s.Height * 0.42;
        double turn = s.Random.Between(-24, 24);
        s.Svg.Rotate(turn, s.X, y);
        s.Svg.Move(s.X - r, y + (r * 0.15)).Arc(r, s.X + r, y + (r * 0.15), clockwise: false).Close().Fill(s.Inks.Main);
        if (s.Random.Chance(0.6))
        {
            s.Svg.Move(s.X - (r * 0.86), y + (r * 0.15)).Line(s.X + (r * 0.86), y + (r * 0.15)).Line(s.X + (r * 0.78), y + (r * 0.38))
                .Line(s.X - (r * 0.78), y + (r * 0.38)).Close().Fill(s.Inks.Light);
        }

        double eye = r * s.Random.Between(0.1, 0.2);
        s.Svg.Circle(s.X - (r * 0.42), y - (r * 0.38), eye, s.Inks.Dark);
        if (s.Random.Chance(0.5))
        {
            s.Svg.Circle(s.X + (r * 0.42), y - (r * 0.38), eye * 1.7, s.Inks.Accent)
                .Circle(s.X + (r * 0.42), y - (r * 0.38), eye, s.Inks.Dark);
        }
        else
        {
            s.Svg.Rect(s.X + (r * 0.22), y - (r * 0.42), r * 0.4, r * 0.1, s.Inks.Dark);
        }

        s.Svg.EndGroup();
    }

    private static void BowlerHat(Stage s)
    {
        double w = 74 * s.Unit;
        double y = s.Height * 0.42;
        s.Svg.Circle(s.X, y + (10 * s.Unit), 40 * s.Unit, s.Glow);
        s.Svg.Rotate(s.Random.Between(-16, 16), s.X, y);
        double r = w * 0.31;
        s.Svg.Move(s.X - r, y - (6 * s.Unit)).Arc(r, s.X + r, y - (6 * s.Unit)).Close().Fill(s.Inks.Dark);
        s.Svg.Rect(s.X - (w / 2), y - (7 * s.Unit), w, 6 * s.Unit, s.Inks.Dark, 1, 3 * s.Unit)
            .Rect(s.X - r, y - (12 * s.Unit), 2 * r, 5 * s.Unit, s.Inks.Accent);
        s.Svg.EndGroup();
        double m = y + (22 * s.Unit);
        double k = (s.Random.Chance(0.5) ? 0.8 : 1.5) * s.Unit;
        s.Svg.Move(s.X, m - (3 * k)).Cubic(s.X + (8 * k), m - (8 * k), s.X + (16 * k), m, s.X + (22 * k), m - (5 * k))
            .Cubic(s.X + (18 * k), m + (9 * k), s.X + (6 * k), m + (8 * k), s.X, m + (3 * k))
            .Cubic(s.X - (6 * k), m + (8 * k), s.X - (18 * k), m + (9 * k), s.X - (22 * k), m - (5 * k))
            .Cubic(s.X - (16 * k), m, s.X - (8 * k), m - (8 * k), s.X, m - (3 * k)).Close().Fill(s.Inks.Dark);
    }

    private static void Bubbles(Stage s)
    {
        int side = s.Random.Sign();
        Bubble(s, s.X - (13 * s.Unit * side), s.Height * 0.3, 58 * s.Unit, 36 * s.Unit, side, s.Inks.Main);
        Bubble(s, s.X + (15 * s.Unit * side), s.Height * 0.66, 54 * s.Unit, 33 * s.Unit, -side, s.Inks.Second);
        for (int i = -1; i <= 1; i++)
        {
            s.Svg.Circle(s.X - (13 * s.Unit * side) + (i * 12 * s.Unit), s.Height * 0.3, 3 * s.Unit, s.Inks.Light);
        }

        s.Svg.Rect(s.X + (15 * s.Unit * side) - (2.5 * s.Unit), (s.Height * 0.66) - (10 * s.Unit), 5 * s.Unit, 13 * s.Unit, s.Inks.Accent)
            .Circle(s.X + (15 * s.Unit * side), (s.Height * 0.66) + (8 * s.Unit), 3 * s.Unit, s.Inks.Accent);
    }

    private static void Bubble(Stage s, double x, double y, double w, double h, int side, Ink ink)
    {
        s.Svg.Rect(x - (w / 2), y - (h / 2), w, h, ink, 1, h * 0.42);
        s.Svg.Move(x - (side * w * 0.3), y + (h * 0.3)).Line(x - (side * w * 0.42), y + (h * 0.86))
            .Line(x - (side * w * 0.02), y + (h * 0.45)).Close().Fill(ink);
    }

    private static void OddOneOut(Stage s)
    {
        int columns = 4 + s.Random.Next(2);
        double cell = s.Width * 0.8 / columns;
        int rows = Math.Min(6, (int)(s.Height * 0.8 / cell));
        double left = (s.Width - (columns * cell)) / 2;
        double top = (s.Height - (rows * cell)) / 2;
        int odd = columns + s.Random.Next((rows - 1) * columns);
        bool isRound = s.Random.Chance(0.6);
        for (int i = 0; i < rows * columns; i++)
        {
            double x = left + ((i % columns) + 0.5) * cell;
            double y = top + ((i / columns) + 0.5) * cell;
            double r = cell * 0.36;
            if (i == odd)
            {
                s.Svg.Rotate(28, x, y).Rect(x - r, y - (r * 0.7), 2 * r, 2 * r, s.Inks.Accent, 1, isRound ? 0 : r).EndGroup();
            }
            else
            {
                s.Svg.Rect(x - r, y - r, 2 * r, 2 * r, i / columns % 2 == 0 ? s.Inks.Main : s.Inks.Second, 1, isRound ? r : 0);
            }
        }
    }

    private static void Stripes(Stage s)
    {
        int count = 7;
        double step = s.Width / count;
        int bent = 2 + s.Random.Next(3);
        for (int i = 0; i < count; i += 2)
        {
            s.Svg.Rect(i * step, 0, step, s.Height + 1, s.Inks.Main);
        }

        double x = (bent + 0.5) * step;
        double y = s.Height * s.Random.Between(0.4, 0.55);
        s.Svg.Circle(x, y, 25 * s.Unit, s.Inks.Light);
        s.Svg.Circle(x - (9 * s.Unit), y - (6 * s.Unit), 3 * s.Unit, s.Inks.Dark)
            .Circle(x + (9 * s.Unit), y - (6 * s.Unit), 3 * s.Unit, s.Inks.Dark);
        s.Svg.Circle(x, y + (2 * s.Unit), 5 * s.Unit, s.Inks.Accent.Contrast(s.Inks.Light) > 1.6 ? s.Inks.Accent : s.Inks.Main);
        s.Svg.Move(x - (12 * s.Unit), y + (9 * s.Unit)).Quad(x, y + (22 * s.Unit), x + (12 * s.Unit), y + (9 * s.Unit))
            .Stroke(s.Inks.Dark, 2.2 * s.Unit, 1, " stroke-linecap=\"round\"");
    }

    private static void BananaSkin(Stage s)
    {
        int side = s.Random.Sign();
        double floor = s.Height * 0.74;
        double x = s.X + (20 * s.Unit * side);
        s.Land(floor, s.Inks.Second);
        s.Svg.Rotate(62 * side, s.X - (14 * s.Unit * side), floor - (26 * s.Unit));
        Shapes.Figure(s.Svg, s.X - (14 * s.Unit * side), floor + (4 * s.Unit), 50 * s.Unit, s.Silhouette);
        s.Svg.EndGroup();
        s.Svg.Move(x - (15 * s.Unit), floor + (1 * s.Unit)).Quad(x - (5 * s.Unit), floor - (12 * s.Unit), x, floor - (14 * s.Unit))
            .Quad(x + (5 * s.Unit), floor - (12 * s.Unit), x + (15 * s.Unit), floor + (1 * s.Unit))
            .Quad(x + (7 * s.Unit), floor - (4 * s.Unit), x, floor + (1 * s.Unit))
            .Quad(x - (7 * s.Unit), floor - (4 * s.Unit), x - (15 * s.Unit), floor + (1 * s.Unit)).Close().Fill(s.Inks.Accent);
        s.Svg.Circle(s.X - (26 * s.Unit * side), s.Height * 0.2, 12 * s.Unit, s.Inks.Main);
    }

    private static void Chairs(Stage s)
    {
        double floor = s.Height * 0.8;
        s.Land(floor, s.Inks.Main);
        int fallen = s.Random.Next(3);
        for (int i = 0; i < 3; i++)
        {
            double x = s.X + ((i - 1) * 29 * s.Unit);
            bool falls = i == fallen;
            s.Svg.Rotate(falls ? 76 : 0, x + (8 * s.Unit), floor - (falls ? 8 * s.Unit : 0));
            double seat = floor - (16 * s.Unit);
            s.Svg.Rect(x - (8 * s.Unit), seat, 18 * s.Unit, 3 * s.Unit, falls ? s.Inks.Accent : s.Silhouette)
                .Rect(x - (8 * s.Unit), seat - (22 * s.Unit), 3 * s.Unit, 38 * s.Unit, falls ? s.Inks.Accent : s.Silhouette)
                .Rect(x + (7 * s.Unit), seat, 3 * s.Unit, 16 * s.Unit, falls ? s.Inks.Accent : s.Silhouette)
                .Rect(x - (6 * s.Unit), seat - (19 * s.Unit), 9 * s.Unit, 3 * s.Unit, falls ? s.Inks.Accent : s.Silhouette);
            s.Svg.EndGroup();
        }

        s.Svg.Move(s.X - (9 * s.Unit), 0).Line(s.X + (9 * s.Unit), 0).Line(s.X + (44 * s.Unit), floor).Line(s.X - (44 * s.Unit), floor)
            .Close().Fill(s.Inks.Light, 0.35);
    }

    private static void Mask(Stage s)
    {
        double r = 36 * s.Unit;
        double y = s.Height * 0.44;
        int side = s.Random.Sign();
        s.Svg.Circle(s.X, y, r, s.Inks.Main);
        s.Svg.Move(s.X, y - r).Arc(r, s.X, y + r, clockwise: side > 0).Close().Fill(s.Inks.Second);
        s.Svg.Circle(s.X - (r * 0.4), y - (r * 0.2), r * 0.13, s.Inks.Light).Circle(s.X + (r * 0.4), y - (r * 0.2), r * 0.13, s.Inks.Light);
        s.Svg.Move(s.X - (r * 0.6 * side), y + (r * 0.25)).Quad(s.X - (r * 0.4 * side), y + (r * 0.62), s.X, y + (r * 0.5))
            .Stroke(s.Inks.Light, 3 * s.Unit);
        s.Svg.Move(s.X, y + (r * 0.5)).Quad(s.X + (r * 0.4 * side), y + (r * 0.3), s.X + (r * 0.6 * side), y + (r * 0.62))
            .Stroke(s.Inks.Accent, 3 * s.Unit);
        s.Svg.Rect(s.X - (1.2 * s.Unit), y + r, 2.4 * s.Unit, s.Height, s.Inks.Dark);
    }

    private static void Device(Stage s)
    {
        double cell = Math.Max(s.Width, s.Height * 0.75) / 4;
        double shift = s.Random.Between(0, 1) * cell;
        for (double y = cell * 0.4; y < s.Height; y += cell)
        {
            for (double x = (cell * 0.5) - (shift * (y > s.Height / 2 ? 0 : 0.5)); x < s.Width + cell; x += cell)
            {
                s.Svg.Move(x - (cell * 0.16), y).Arc(cell * 0.16, x + (cell * 0.16), y, clockwise: false).Close();
            }
        }

        s.Svg.Fill(s.Veil);
    }
}
