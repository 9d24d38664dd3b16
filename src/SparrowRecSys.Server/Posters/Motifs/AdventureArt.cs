namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Adventure: peaks, compass, sea, the road ahead.</summary>
internal static class AdventureArt
{
    public static GenreArt Art { get; } = new(
        3.5,
        GenreArt.Inks(
            "1d4e57 e9b44c 3f7f7f d9572b f4ead0 0e2a30", "e4d6a7 1c6e5d 8fae8b 9b2915 f7f0db 1b2a28",
            "2f4858 f6ae2d 5b8aa3 f26419 f3efe0 17242d", "f0b67f 9c3b2e d6724e 2a4d4f fee9d0 2a1714"),
        [Peaks, Compass, Sail, Trail, Balloon, Cave],
        Device,
        [TypeFace.Geometric, TypeFace.GroteskCaps]);

    private static void Peaks(Stage s)
    {
        double x = s.Width * s.Random.Between(0.25, 0.75);
        s.Svg.Circle(x, s.Height * s.Random.Between(0.26, 0.4), s.Random.Between(14, 24) * s.Unit, s.Inks.Accent);
        Shapes.Ridge(s, s.Height * 0.62, s.Height * 0.3, 2, s.Inks.Second);
        Shapes.Ridge(s, s.Height * 0.76, s.Height * 0.18, 3, s.Inks.Main);
        Shapes.Ridge(s, s.Height * 0.92, s.Height * 0.09, 3, s.Inks.Dark);
        Shapes.Figure(s.Svg, s.Width - x, s.Height * 0.88, 9 * s.Unit, s.Inks.Dark);
    }

    private static void Compass(Stage s)
    {
        double turn = s.Random.Between(-35, 35);
        double r = 40 * s.Unit;
        s.Svg.Ring(s.X, s.Y, r, s.Inks.Second, 1.5 * s.Unit).Ring(s.X, s.Y, r * 0.86, s.Inks.Second, 0.6 * s.Unit);
        Shapes.Star(s.Svg, s.X, s.Y, 4, r * 0.7, r * 0.16, s.Inks.Second, turn + 45);
        Shapes.Star(s.Svg, s.X, s.Y, 4, r * 1.08, r * 0.18, s.Inks.Main, turn);
        s.Svg.Rotate(turn, s.X, s.Y).Move(s.X, s.Y - (r * 1.08)).Line(s.X + (r * 0.13), s.Y - (r * 0.13)).Line(s.X, s.Y).Close()
            .Move(s.X, s.Y).Line(s.X - (r * 0.13), s.Y + (r * 0.13)).Line(s.X, s.Y + (r * 1.08)).Close().Fill(s.Inks.Accent).EndGroup();
        s.Svg.Circle(s.X, s.Y, r * 0.08, s.Inks.Light);
    }

    private static void Sail(Stage s)
    {
        double water = s.Height * s.Random.Between(0.62, 0.7);
        double x = s.Width * s.Random.Between(0.36, 0.62);
        s.Svg.Circle(s.Width - x, water - (22 * s.Unit), 26 * s.Unit, s.Inks.Accent);
        double h = 46 * s.Unit;
        s.Svg.Move(x - (1 * s.Unit), water - h).Line(x - (1 * s.Unit), water - (6 * s.Unit)).Line(x - (24 * s.Unit), water - (6 * s.Unit))
            .Close().Fill(s.Inks.Light);
        s.Svg.Move(x + (1.5 * s.Unit), water - (h * 0.86)).Line(x + (1.5 * s.Unit), water - (6 * s.Unit))
            .Line(x + (18 * s.Unit), water - (6 * s.Unit)).Close().Fill(s.Inks.Main);
        s.Svg.Move(x - (26 * s.Unit), water - (4 * s.Unit)).Line(x + (22 * s.Unit), water - (4 * s.Unit))
            .Line(x + (14 * s.Unit), water + (6 * s.Unit))
            .Line(x - (18 * s.Unit), water + (6 * s.Unit)).Close().Fill(s.Inks.Dark);
        Shapes.Sea(s, water + (2 * s.Unit), 3, s.Inks.Dark.Mix(s.Inks.Second, 0.3), s.Inks.Second);
    }

    private static void Trail(Stage s)
    {
        double horizon = s.Height * 0.4;
        int side = s.Random.Sign();
        s.Svg.Circle(s.X + (14 * s.Unit * side), horizon, 24 * s.Unit, s.Inks.Accent);
        Shapes.Hills(s, horizon + (6 * s.Unit), 8 * s.Unit, 3, s.Inks.Second);
        Shapes.Hills(s, horizon + (20 * s.Unit), 7 * s.Unit, 2, s.Inks.Main);
        double w = s.Width;
        double h = s.Height;
        double x = s.X - (6 * s.Unit * side);
        s.Svg.Move(x, horizon + (21 * s.Unit))
            .Cubic(x + (side * 0.5 * w), h * 0.66, x - (side * 0.62 * w), h * 0.74, x + (side * 0.1 * w), h + 1)
            .Line(x + (side * 0.1 * w) + (0.36 * w), h + 1)
            .Cubic(x - (side * 0.42 * w), h * 0.76, x + (side * 0.58 * w), h * 0.67, x + (2 * s.Unit), horizon + (21 * s.Unit))
            .Close().Fill(s.Inks.Light);
    }

    private static void Balloon(Stage s)
    {
        double x = s.X + (s.Unit * s.Random.Between(-12, 12));
        double r = 28 * s.Unit;
        double y = s.Height * 0.36;
        Shapes.Hills(s, s.Height * 0.86, 6 * s.Unit, 3, s.Inks.Second);
        s.Svg.Circle(x, y, r, s.Inks.Main);
        s.Svg.Move(x - (r * 0.92), y + (r * 0.4)).Line(x + (r * 0.92), y + (r * 0.4)).Line(x + (r * 0.22), y + (r * 1.5))
            .Line(x - (r * 0.22), y + (r * 1.5)).Close().Fill(s.Inks.Main);
        s.Svg.Ellipse(x, y, r * 0.42, r, s.Inks.Accent);
        s.Svg.Move(x - (r * 0.39), y + (r * 0.36)).Line(x + (r * 0.39), y + (r * 0.36)).Line(x + (r * 0.1), y + (r * 1.5))
            .Line(x - (r * 0.1), y + (r * 1.5)).Close().Fill(s.Inks.Accent);
        s.Svg.Rect(x - (r * 0.2), y + (r * 1.66), r * 0.4, r * 0.3, s.Inks.Light);
    }

    private static void Cave(Stage s)
    {
        double x = s.Width * s.Random.Between(0.4, 0.6);
        Ink[] rings = [s.Inks.Dark, s.Inks.Dark.Mix(s.Glow, 0.3), s.Inks.Dark.Mix(s.Glow, 0.62), s.Glow];
        for (int i = 0; i < rings.Length; i++)
        {
            double w = (0.62 - (0.13 * i)) * s.Width;
            double top = s.Height * (0.02 + (0.14 * i));
            s.Svg.Move(x - w, s.Height + 1).Quad(x - (w * 0.9), top + (12 * s.Unit), x - (w * s.Random.Between(0.1, 0.4)), top)
                .Quad(x + (w * 0.9), top, x + (w * s.Random.Between(0.8, 1)), s.Height + 1).Close().Fill(rings[i]);
        }

        s.Svg.Circle(x, s.Height * 0.62, 9 * s.Unit, s.Inks.Light);
        Shapes.Figure(s.Svg, x, s.Height * 0.99, 24 * s.Unit, s.Inks.Dark);
    }

    private static void Device(Stage s)
    {
        double x = s.Width * s.Random.Between(0.1, 0.9);
        double y = s.Height * s.Random.Between(0.05, 0.5);
        for (int i = 1; i <= 6; i++)
        {
            double r = (13 * i) * s.Unit;
            s.Svg.Move(x - r, y).Cubic(x - r, y - (r * 0.8), x + (r * 0.7), y - (r * 1.1), x + r, y - (r * 0.1))
                .Cubic(x + (r * 1.2), y + (r * 0.7), x - (r * 0.9), y + (r * 1.1), x - r, y).Close();
        }

        s.Svg.Stroke(s.Veil, 0.9 * s.Unit);
    }
}
