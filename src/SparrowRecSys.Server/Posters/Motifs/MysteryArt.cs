namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Mystery: keyholes, doors behind doors, fog.</summary>
internal static class MysteryArt
{
    public static GenreArt Art { get; } = new(
        4,
        GenreArt.Inks(
            "1f2a44 d9b44a 3e5c76 e07a3f f0ebd8 101728", "2e4036 d8c99b 6b705c d8572a f3eedc 17211c",
            "4a2545 e3b23c 824670 f4e9cd f6eddb 251123", "d6cfc0 243447 6d7f8c b23a48 f3efe6 141f2b"),
        [Keyhole, Magnifier, Doors, Maze, Lighthouse, MissingPiece],
        Device,
        [TypeFace.Typewriter, TypeFace.Bookish, TypeFace.Inscription]);

    private static void Keyhole(Stage s)
    {
        double r = s.Random.Between(16, 22) * s.Unit;
        double y = s.Height * 0.38;
        s.Svg.Move(s.X - (r * 0.42), y + (r * 0.6)).Line(s.X - (r * 1.1), y + (r * 3)).Line(s.X + (r * 1.1), y + (r * 3))
            .Line(s.X + (r * 0.42), y + (r * 0.6)).Close().Fill(s.Glow);
        s.Svg.Circle(s.X, y, r, s.Glow);
        s.Svg.Ring(s.X, y + (r * 0.8), r * 2.7, s.Inks.Second, 1.4 * s.Unit);
        if (s.Random.Chance(0.5))
        {
            Shapes.Figure(s.Svg, s.X, y + (r * 3), r * 2.2, s.Inks.Dark);
            s.Svg.Circle(s.X + (r * 0.2), y - (r * 0.3), r * 0.24, s.Inks.Accent);
        }
        else
        {
            Shapes.Eye(s.Svg, s.X, y, r * 1.5, s.Inks.Light, s.Inks.Accent, s.Inks.Dark);
        }
    }

    private static void Magnifier(Stage s)
    {
        int side = s.Random.Sign();
        double r = 29 * s.Unit;
        double x = s.X - (6 * s.Unit * side);
        double y = s.Height * 0.42;
        for (int i = 0; i < 9; i++)
        {
            s.Svg.Rect(s.Width * 0.08, s.Height * (0.08 + (0.1 * i)), s.Width * s.Random.Between(0.5, 0.84), 2.6 * s.Unit, s.Inks.Second);
        }

        s.Svg.Move(x + (r * 0.7 * side), y + (r * 0.7)).Line(x + (r * 1.75 * side), y + (r * 1.75))
            .Stroke(s.Inks.Dark, 8 * s.Unit, 1, " stroke-linecap=\"round\"");
        s.Svg.Circle(x, y, r, s.Inks.Light).Ring(x, y, r, s.Inks.Main, 4 * s.Unit);
        s.Svg.Rect(x - (r * 0.7), y - (4 * s.Unit), r * 1.4, 8 * s.Unit, s.Inks.Accent)
            .Rect(x - (r * 0.5), y + (8 * s.Unit), r, 5 * s.Unit, s.Inks.Dark);
    }

    private static void Doors(Stage s)
    {
        int count = 4 + s.Random.Next(2);
        double shift = s.Random.Between(-3, 3) * s.Unit;
        Ink from = s.Inks.Second;
        for (int i = 0; i < count; i++)
        {
            double share = 1 - ((double)i / count);
            double w = 44 * s.Unit * share;
            double top = s.Height * (0.48 - (0.4 * share));
            Ink ink = i == count - 1 ? s.Inks.Accent : i % 2 == 0 ? from.Mix(s.Glow, (double)i / count) : s.Inks.Ground.Mix(s.Glow, 0.6 * i / count);
            s.Svg.Rect(s.X - w + (shift * i), top, 2 * w, (s.Height * (0.6 + (0.32 * share))) - top, ink);
        }

        Shapes.Figure(s.Svg, s.X + (shift * count), s.Height * 0.78, 22 * s.Unit, s.Inks.Dark);
    }

    private static void Maze(Stage s)
    {
        for (int i = 0; i < 6; i++)
        {
            double r = (8 + (7 * i)) * s.Unit;
            double start = s.Random.Between(0, 360);
            (double x1, double y1) = Shapes.Polar(start, r);
            (double x2, double y2) = Shapes.Polar(start + 318, r);
            s.Svg.Move(s.X + x1, s.Y + y1).Arc(r, s.X + x2, s.Y + y2, clockwise: true, large: true);
            (double x3, double y3) = Shapes.Polar(start + 318, r + (7 * s.Unit));
            _ = i < 5 ? s.Svg.Line(s.X + x3, s.Y + y3) : s.Svg;
        }

        s.Svg.Stroke(s.Inks.Main, 2.4 * s.Unit);
        s.Svg.Circle(s.X, s.Y, 3.6 * s.Unit, s.Inks.Accent);
    }

    private static void Lighthouse(Stage s)
    {
        int side = s.Random.Sign();
        double x = s.X + (22 * s.Unit * side);
        double top = s.Height * 0.24;
        double foot = s.Height * 0.82;
        s.Svg.Move(x, top).Line(x - (120 * s.Unit * side), top - (26 * s.Unit)).Line(x - (120 * s.Unit * side), top + (34 * s.Unit))
            .Close().Fill(s.Inks.Main);
        s.Svg.Move(x - (5 * s.Unit), top + (5 * s.Unit)).Line(x + (5 * s.Unit), top + (5 * s.Unit))
            .Line(x + (9 * s.Unit), foot + (6 * s.Unit)).Line(x - (9 * s.Unit), foot + (6 * s.Unit)).Close().Fill(s.Inks.Light);
        s.Svg.Rect(x - (7 * s.Unit), top - (5 * s.Unit), 14 * s.Unit, 10 * s.Unit, s.Inks.Dark).Circle(x, top, 3.4 * s.Unit, s.Inks.Accent);
        s.Svg.Rect(x - (6.6 * s.Unit), s.Height * 0.48, 13.2 * s.Unit, 9 * s.Unit, s.Inks.Accent);
        Shapes.Sea(s, foot, 3, s.Inks.Dark, s.Inks.Second);
    }

    private static void MissingPiece(Stage s)
    {
        int columns = 4;
        double cell = s.Width * 0.8 / columns;
        int rows = Math.Min(5, (int)(s.Height * 0.84 / cell));
        double left = s.Width * 0.1;
        double top = (s.Height - (rows * cell)) / 2;
        int missing = columns + s.Random.Next((rows - 2) * columns);
        for (int i = 0; i < rows * columns; i++)
        {
            double x = left + (i % columns * cell);
            double y = top + (i / columns * cell);
            if (i == missing)
            {
                Shapes.Eye(s.Svg, x + (cell / 2), y + (cell / 2), cell * 0.94, s.Inks.Light, s.Inks.Accent, s.Inks.Dark);
                continue;
            }

            s.Svg.Rect(x + 1.5, y + 1.5, cell - 3, cell - 3, s.Inks.Second.Mix(s.Inks.Main, s.Random.Between(0, 1)));
        }
    }

    private static void Device(Stage s)
    {
        double x = s.Width * s.Random.Between(0.2, 0.8);
        double y = s.Height * s.Random.Between(0.15, 0.6);
        for (int i = 1; i <= 5; i++)
        {
            s.Svg.Ring(x, y, 15 * i * s.Unit, s.Veil, 2.4 * s.Unit);
        }
    }
}
