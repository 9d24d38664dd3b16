namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Drama, by far the largest genre: rooms, light, distance, people. Goes on in <see cref="DramaScenes"/>.</summary>
internal static class DramaArt
{
    public static GenreArt Art { get; } = new(
        1,
        GenreArt.Inks(
            "264653 e9c46a 2a9d8f e76f51 f6efe0 152a33", "e9dcc9 5b3758 c97b63 2d3142 f8f1e7 251d2b",
            "3d405b e07a5f 81b29a f2cc8f f4f1de 20222f", "b8c4bb 3d3b3c 7f5539 d8572a f0f2ec 232223",
            "6b2737 e9b872 90323d f2e3c9 f7ecdc 2b1117", "d8d2c4 1f4e5f 79a8a9 e07a3f f6f2e8 132f3a",
            "c9ada7 22223b 9a8c98 b23a48 f5eeea 1a1a2c", "1c2b2d d9b08c 4f6d6a d1e8e2 f0ece2 101a1b",
            "e3b23c 423e37 a1683a 8c2f1b fbf0d0 26231e", "5c6b73 e0fbfc 3d4f5a f4a259 f1f6f6 1f2a30"),
        [WindowLight, TwoApart, Horizon, EmptyChair, Tree, Stairs, Doorway, Fields, Layers, Wire, .. DramaScenes.All],
        Device,
        []);

    private static void WindowLight(Stage s)
    {
        int side = s.Random.Sign();
        double skew = 16 * s.Unit * side;
        double w = 18 * s.Unit;
        double h = 27 * s.Unit;
        double x = s.X + (4 * s.Unit * side);
        double y = s.Height * 0.14;
        for (int i = 0; i < 4; i++)
        {
            double left = x - w + (i % 2 * (w + (2 * s.Unit))) + (i / 2 * skew);
            double top = y + (i / 2 * (h + (2 * s.Unit)));
            s.Svg.Move(left, top).Line(left + w, top - (2 * s.Unit * side)).Line(left + w + skew, top + h - (2 * s.Unit * side))
                .Line(left + skew, top + h).Close();
        }

        s.Svg.Fill(s.Inks.Main);
        Shapes.Bust(s.Svg, s.X - (14 * s.Unit * side), s.Height + 1, 52 * s.Unit, s.Silhouette);
    }

    private static void TwoApart(Stage s)
    {
        double floor = s.Height * s.Random.Between(0.56, 0.66);
        s.Land(floor, s.Inks.Second);
        double h = s.Random.Between(26, 36) * s.Unit;
        double gap = s.Random.Between(20, 36) * s.Unit;
        double reach = s.Random.Between(20, 40) * s.Unit;
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            double x = s.X + (side * gap);
            s.Svg.Move(x - (5 * s.Unit), floor + (6 * s.Unit)).Line(x + (5 * s.Unit), floor + (6 * s.Unit))
                .Line(x + (5 * s.Unit) + (side * reach), s.Height + 1).Line(x - (7 * s.Unit) + (side * reach), s.Height + 1)
                .Close().Fill(s.Inks.Second.Mix(s.Inks.Dark, 0.35));
            Shapes.Figure(s.Svg, x, floor + (7 * s.Unit), h, side < 0 ? s.Inks.Dark : s.Inks.Main.Contrast(s.Inks.Second) > 1.5 ? s.Inks.Main : s.Inks.Light);
        }

        s.Svg.Circle(s.X, floor - (44 * s.Unit), s.Random.Between(6, 14) * s.Unit, s.Inks.Accent);
    }

    private static void Horizon(Stage s)
    {
        double water = s.Height * s.Random.Between(0.5, 0.64);
        double r = s.Random.Between(22, 38) * s.Unit;
        double x = s.X + (s.Unit * s.Random.Between(-16, 16));
        s.Svg.Circle(x, water, r, s.Inks.Main);
        s.Land(water, s.Inks.Second);
        for (int i = 0; i < 6; i++)
        {
            double w = r * (1.9 - (0.24 * i)) * s.Random.Between(0.7, 1);
            s.Svg.Rect(x - (w / 2), water + ((3 + (6 * i)) * s.Unit), w, (1.2 + (0.3 * i)) * s.Unit, i % 3 == 1 ? s.Inks.Accent : s.Inks.Main);
        }
    }

    private static void EmptyChair(Stage s)
    {
        int side = s.Random.Sign();
        double floor = s.Height * 0.78;
        double x = s.X + (10 * s.Unit * side);
        s.Land(floor, s.Inks.Second);
        s.Svg.Rect(s.X - (34 * s.Unit * side) - (12 * s.Unit), s.Height * 0.14, 24 * s.Unit, 34 * s.Unit, s.Inks.Accent);
        double u = s.Unit;
        double seat = floor - (15 * u);
        s.Svg.Rect(x - (12 * u), seat, 24 * u, 3.4 * u, s.Silhouette).Rect(x - (12 * u), seat, 2.6 * u, 22 * u, s.Silhouette)
            .Rect(x + (9.4 * u), seat, 2.6 * u, 22 * u, s.Silhouette)
            .Rect(x + (side > 0 ? 9.4 : -12) * u, seat - (26 * u), 2.6 * u, 28 * u, s.Silhouette)
            .Rect(x + (side > 0 ? 6 : -12) * u, seat - (26 * u), 6 * u, 3 * u, s.Silhouette);
        s.Svg.Move(x - (12 * u), seat + (22 * u)).Line(x + (12 * u), seat + (22 * u)).Line(x + ((12 + (34 * side)) * u), s.Height + 1)
            .Line(x + ((-12 + (34 * side)) * u), s.Height + 1).Close()
            .Fill(s.Silhouette, 0.3);
    }

    private static void Tree(Stage s)
    {
        double x = s.Width * s.Random.Between(0.38, 0.62);
        double floor = s.Height * 0.84;
        bool isBare = s.Random.Chance(0.5);
        if (!isBare)
        {
            s.Svg.Circle(x, s.Height * 0.36, 27 * s.Unit, s.Inks.Main)
                .Circle(x - (17 * s.Unit), s.Height * 0.44, 17 * s.Unit, s.Inks.Main)
                .Circle(x + (19 * s.Unit), s.Height * 0.43, 18 * s.Unit, s.Inks.Main);
        }

        for (int i = 0; i < 8; i++)
        {
            int side = i % 2 == 0 ? 1 : -1;
            double from = s.Height * (0.66 - (0.035 * i));
            double reach = s.Random.Between(10, 26) * s.Unit * side;
            s.Svg.Move(x, from).Quad(x + (reach * 0.4), from - (6 * s.Unit), x + reach, from - (s.Random.Between(14, 28) * s.Unit));
        }

        s.Svg.Move(x, floor + 2).Line(x, s.Height * 0.26)
            .Stroke(isBare ? s.Silhouette : s.Inks.Dark, (isBare ? 2 : 1.4) * s.Unit, 1, " stroke-linecap=\"round\"");
        s.Svg.Circle(x + (s.Random.Between(22, 34) * s.Unit * s.Random.Sign()), s.Height * s.Random.Between(0.6, 0.74), 3.4 * s.Unit, s.Inks.Accent);
        Shapes.Hills(s, floor, 3 * s.Unit, 2, s.Inks.Second);
    }

    private static void Stairs(Stage s)
    {
        int side = s.Random.Sign();
        int steps = 6;
        double rise = s.Height * 0.62 / steps;
        double run = s.Width / steps;
        double x = side > 0 ? 0 : s.Width;
        s.Svg.Move(x, s.Height + 1);
        double y = s.Height;
        for (int i = 0; i < steps; i++)
        {
            y -= rise;
            s.Svg.Line(x, y).Line(x + (run * side), y);
            x += run * side;
        }

        s.Svg.Line(x, s.Height + 1).Close().Fill(s.Inks.Main);
        int at = 1 + s.Random.Next(4);
        double figureX = (side > 0 ? 0 : s.Width) + ((at + 0.5) * run * side);
        Shapes.Figure(s.Svg, figureX, s.Height - ((at + 1) * rise), 25 * s.Unit, s.Silhouette);
        s.Svg.Circle(s.X + (24 * s.Unit * -side), s.Height * 0.18, 10 * s.Unit, s.Inks.Accent);
        s.StandOn(s.Inks.Main);
    }

    private static void Doorway(Stage s)
    {
        int side = s.Random.Sign();
        double floor = s.Height * 0.7;
        double w = 26 * s.Unit;
        double top = s.Height * 0.14;
        s.Land(floor, s.Inks.Ground.Mix(s.Inks.Dark, 0.4));
        s.Svg.Rect(s.X - (w / 2), top, w, floor - top, s.Glow);
        s.Svg.Move(s.X - (w / 2), floor).Line(s.X + (w / 2), floor).Line(s.X + (w / 2) + (w * side * 0.9) + (w * 0.4), s.Height + 1)
            .Line(s.X - (w / 2) + (w * side * 0.9) - (w * 0.4), s.Height + 1)
            .Close().Fill(s.Glow, 0.75);
        s.Svg.Move(s.X - (w / 2 * side), top).Line(s.X - (w * 0.95 * side), top - (6 * s.Unit))
            .Line(s.X - (w * 0.95 * side), floor + (9 * s.Unit)).Line(s.X - (w / 2 * side), floor).Close().Fill(s.Inks.Accent);
        Shapes.Figure(s.Svg, s.X + (2 * s.Unit), floor + (2 * s.Unit), (floor - top) * 0.66, s.Inks.Dark);
    }

    private static void Fields(Stage s)
    {
        double split = s.Random.Between(0.36, 0.58);
        double inset = 9 * s.Unit;
        s.Svg.Rect(inset, s.Height * 0.07, s.Width - (2 * inset), s.Height * (split - 0.09), s.Glow);
        s.Svg.Rect(inset, s.Height * split, s.Width - (2 * inset), s.Height * (0.9 - split), s.Inks.Second);
        s.Svg.Rect(inset, s.Height * (split - 0.035), s.Width - (2 * inset), s.Height * 0.05, s.Inks.Accent);
        Shapes.Figure(s.Svg, s.Width * s.Random.Between(0.24, 0.76), s.Height * (split - 0.03), 17 * s.Unit, s.Inks.Dark);
    }

    private static void Layers(Stage s)
    {
        Ink[] inks = [s.Inks.Second, s.Inks.Main, s.Inks.Accent, s.Inks.Dark];
        int side = s.Random.Sign();
        for (int i = 0; i < 4; i++)
        {
            double h = s.Height * (1.02 - (0.22 * i));
            Shapes.Bust(s.Svg, s.X + ((i - 1.5) * 9 * s.Unit * side), s.Height + 1, h * 0.92, inks[i]);
        }
    }

    private static void Wire(Stage s)
    {
        double y = s.Height * s.Random.Between(0.4, 0.6);
        double sag = s.Random.Between(4, 14) * s.Unit;
        s.Svg.Circle(s.X + (s.Random.Between(8, 26) * s.Unit * s.Random.Sign()), y - (6 * s.Unit), s.Random.Between(22, 34) * s.Unit, s.Inks.Main);
        for (int i = 0; i < 3; i++)
        {
            double at = y + (i * 9 * s.Unit);
            s.Svg.Move(0, at - sag).Quad(s.X, at + sag, s.Width, at - (sag * 0.6));
        }

        s.Svg.Stroke(s.Silhouette, 0.8 * s.Unit);
        int birds = 1 + s.Random.Next(4);
        for (int i = 0; i < birds; i++)
        {
            double x = s.X + ((i - (birds / 2.0)) * 13 * s.Unit) + (3 * s.Unit);
            double at = y - (3.6 * s.Unit) + (sag * 0.12);
            s.Svg.Ellipse(x, at, 3 * s.Unit, 4.4 * s.Unit, i == birds - 1 ? s.Inks.Accent : s.Silhouette)
                .Circle(x + (1.2 * s.Unit), at - (4.6 * s.Unit), 2.2 * s.Unit, i == birds - 1 ? s.Inks.Accent : s.Silhouette);
        }
    }

    private static void Device(Stage s)
    {
        if (s.Random.Chance(0.5))
        {
            double share = s.Random.Between(0.3, 0.7);
            s.Svg.Rect(s.Random.Chance(0.5) ? 0 : s.Width * share, 0, s.Width * (s.Random.Chance(0.5) ? share : 1 - share), s.Height, s.Veil, 0.6);
        }
    }
}
