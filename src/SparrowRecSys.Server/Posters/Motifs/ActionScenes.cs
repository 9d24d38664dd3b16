namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>More of the compositions of <see cref="ActionArt"/>.</summary>
internal static class ActionScenes
{
    public static Composition[] All { get; } = [Fist, Rooftops, Blades, Sprint, Fuse];

    private static void Fist(Stage s)
    {
        double u = s.Unit * s.Random.Between(0.95, 1.15);
        double y = s.Height * 0.46;
        Shapes.Star(s.Svg, s.X, y - (6 * u), 12, 50 * u, 33 * u, s.Inks.Second, s.Random.Between(0, 30));
        s.Svg.Rotate(s.Random.Between(-12, 12), s.X, s.Height);
        s.Svg.Rect(s.X - (15 * u), y + (8 * u), 30 * u, s.Height, s.Inks.Main)
            .Rect(s.X - (16 * u), y + (34 * u), 32 * u, 8 * u, s.Inks.Accent);
        for (int i = 0; i < 4; i++)
        {
            s.Svg.Rect(s.X + ((-22 + (i * 11)) * u), y - (22 * u) + ((i is 1 or 2 ? -2 : 1) * u), 10 * u, 30 * u, s.Inks.Main, 1, 4.6 * u);
        }

        s.Svg.Rect(s.X - (22 * u), y - (2 * u), 43 * u, 26 * u, s.Inks.Main, 1, 9 * u);
        s.Svg.Rotate(-16, s.X, y + (8 * u)).Rect(s.X - (24 * u), y + (1 * u), 36 * u, 10 * u, s.Inks.Main.Mix(s.Inks.Dark, 0.3), 1, 5 * u)
            .EndGroup().EndGroup();
    }

    /// <summary>A chase over the roofs.</summary>
    private static void Rooftops(Stage s)
    {
        s.Svg.Circle(s.X + (s.Unit * s.Random.Between(-22, 22)), s.Height * 0.36, s.Random.Between(24, 36) * s.Unit, s.Inks.Accent);
        Shapes.Skyline(s, s.Height * 0.86, s.Height * 0.34, 7, s.Inks.Second, s.Inks.Ground);
        double roof = s.Height * 0.7;
        s.Svg.Move(-2, s.Height + 1).Line(-2, roof).Line(s.Width * 0.42, roof + (8 * s.Unit)).Line(s.Width * 0.42, s.Height + 1).Close()
            .Move(s.Width * 0.58, s.Height + 1).Line(s.Width * 0.58, roof - (2 * s.Unit)).Line(s.Width + 2, roof - (12 * s.Unit))
            .Line(s.Width + 2, s.Height + 1).Close().Fill(s.Inks.Main);
        Runner(s, s.Width * 0.24, roof + (5 * s.Unit), 26 * s.Unit, s.Inks.Dark);
        Runner(s, s.Width * 0.52, roof - (8 * s.Unit), 26 * s.Unit, s.Inks.Dark);
    }

    /// <summary>A person running to the right.</summary>
    private static void Runner(Stage s, double x, double foot, double height, Ink ink)
    {
        double X(double share) => x + (share * height);
        double Y(double share) => foot - (share * height);
        s.Svg.Circle(X(0.16), Y(0.92), 0.075 * height, ink);
        s.Svg.Move(X(0.1), Y(0.8)).Line(X(-0.04), Y(0.44)).Line(X(0.2), Y(0.3)).Line(X(0.12), Y(0.02)).Line(X(0.22), Y(0.02))
            .Move(X(-0.04), Y(0.44)).Line(X(-0.16), Y(0.2)).Line(X(-0.4), Y(0.22))
            .Move(X(0.1), Y(0.78)).Line(X(0.28), Y(0.6)).Line(X(0.42), Y(0.72)).Move(X(0.08), Y(0.78)).Line(X(-0.16), Y(0.7))
            .Line(X(-0.22), Y(0.5)).Stroke(ink, 0.1 * height, 1, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    }

    private static void Blades(Stage s)
    {
        double y = s.Height * 0.46;
        s.Svg.Circle(s.X, y, s.Random.Between(28, 38) * s.Unit, s.Inks.Main);
        double turn = s.Random.Between(28, 48);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            double u = s.Unit;
            Ink steel = side < 0 ? s.Inks.Light : s.Inks.Accent;
            s.Svg.Rotate(turn * side, s.X, y);
            s.Svg.Move(s.X - (3 * u), y + (26 * u)).Line(s.X - (3 * u), y - (48 * u))
                .Quad(s.X - (2 * u), y - (58 * u), s.X + (4 * u), y - (62 * u)).Line(s.X + (3 * u), y + (26 * u)).Close().Fill(steel);
            s.Svg.Rect(s.X - (9 * u), y + (26 * u), 18 * u, 3.4 * u, s.Inks.Second)
                .Rect(s.X - (2.6 * u), y + (29 * u), 5.2 * u, 20 * u, s.Inks.Dark).EndGroup();
        }
    }

    /// <summary>One runner and the stripes behind.</summary>
    private static void Sprint(Stage s)
    {
        double floor = s.Height * 0.78;
        double height = s.Random.Between(50, 62) * s.Unit;
        Ink[] inks = [s.Inks.Second, s.Inks.Accent, s.Inks.Second];
        for (int i = 0; i < 3; i++)
        {
            double y = floor - (height * (0.24 + (0.26 * i)));
            s.Svg.Rect(-2, y, (s.Width * s.Random.Between(0.3, 0.5)) + 2, 5 * s.Unit, inks[i]);
        }

        s.Land(floor, s.Inks.Main);
        Runner(s, s.X, floor, height, s.Silhouette);
    }

    private static void Fuse(Stage s)
    {
        double r = s.Random.Between(25, 31) * s.Unit;
        double y = s.Height * 0.6;
        double tipX = s.X + (34 * s.Unit);
        double tipY = s.Height * s.Random.Between(0.12, 0.22);
        s.Svg.Move(s.X + (r * 0.5), y - (r * 1.06))
            .Cubic(s.X + (r * 0.7), y - (r * 2), tipX - (26 * s.Unit), tipY + (12 * s.Unit), tipX, tipY).Stroke(s.Inks.Second, 2 * s.Unit);
        Shapes.Star(s.Svg, tipX, tipY, 9, 15 * s.Unit, 6 * s.Unit, s.Inks.Accent, s.Random.Between(0, 40));
        s.Svg.Rotate(28, s.X, y).Rect(s.X - (8 * s.Unit), y - r - (7 * s.Unit), 16 * s.Unit, 12 * s.Unit, s.Inks.Main).EndGroup();
        s.Svg.Circle(s.X, y, r, s.Inks.Main).Circle(s.X - (r * 0.36), y - (r * 0.36), r * 0.17, s.Inks.Light);
    }
}
