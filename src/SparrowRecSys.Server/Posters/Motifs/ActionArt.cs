namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Action: blasts, slashes, speed.</summary>
internal static class ActionArt
{
    public static GenreArt Art { get; } = new(
        3,
        GenreArt.Inks(
            "d7263d 1b1b1e ffb627 fff1d6 fff4e0 14110f", "14213d fca311 2f4b7c e5383b f1ede4 0b1020",
            "f2a541 1f1a17 d1382c fff3d6 fff6e2 1f1a17", "e8e1d3 d62828 1d3557 f77f00 f8f3e8 161a22",
            "1f2421 f26430 494f4c f6c453 f4efe6 111412",
            "0f4c5c fb8b24 9a031e f2e9d8 f7f0e2 062029", "5f0f40 fb8b24 9a031e e9edc9 f8f1e4 220317"),
        [Blast, Slashes, Road, Chevrons, Target, Leap, .. ActionScenes.All],
        Device,
        [TypeFace.Slanted, TypeFace.Condensed, TypeFace.GroteskCaps]);

    private static void Blast(Stage s)
    {
        double x = s.X + (s.Unit * s.Random.Between(-14, 14));
        double y = s.Y;
        int points = 11 + s.Random.Next(6);
        double turn = s.Random.Between(0, 30);
        Shapes.Star(s.Svg, x, y, points, 58 * s.Unit, 30 * s.Unit, s.Inks.Second, turn);
        Shapes.Star(s.Svg, x, y, points - 2, 41 * s.Unit, 21 * s.Unit, s.Inks.Main, turn + 11);
        s.Svg.Circle(x, y, 12 * s.Unit, s.Inks.Accent);
        Shapes.Figure(s.Svg, s.X + (30 * s.Unit * s.Random.Sign()), s.Height + (4 * s.Unit), 46 * s.Unit, s.Silhouette);
    }

    private static void Slashes(Stage s)
    {
        double lean = s.Random.Between(24, 42) * s.Random.Sign();
        s.Svg.Rotate(lean, s.X, s.Y);
        double x = s.X - (44 * s.Unit);
        int accent = 1 + s.Random.Next(3);
        for (int i = 0; i < 5; i++)
        {
            double width = s.Random.Between(7, 20) * s.Unit;
            double top = -s.Height * s.Random.Between(0.05, 0.5);
            Ink ink = i == accent ? s.Inks.Accent : i % 2 == 0 ? s.Inks.Main : s.Inks.Second;
            s.Svg.Rect(x, top, width, (s.Height * s.Random.Between(0.85, 1.05)) - top, ink);
            x += width + (3 * s.Unit);
        }

        s.Svg.EndGroup();
        s.Svg.Circle(s.X - (26 * s.Unit * Math.Sign(lean)), s.Height * 0.26, 13 * s.Unit, s.Inks.Light);
    }

    private static void Road(Stage s)
    {
        double horizon = s.Height * s.Random.Between(0.5, 0.62);
        double x = s.Width * s.Random.Between(0.35, 0.65);
        s.Svg.Circle(x, horizon, 34 * s.Unit, s.Inks.Accent).Circle(x, horizon, 24 * s.Unit, s.Inks.Second);
        s.Svg.Rect(0, horizon, s.Width, s.Height, s.Inks.Main);
        s.Svg.Move(x - 2, horizon).Line(x + 2, horizon).Line(s.Width * 1.05, s.Height).Line(-s.Width * 0.05, s.Height).Close()
            .Fill(s.Inks.Dark);
        for (int i = 0; i < 4; i++)
        {
            double near = Math.Pow((i + 1) / 4.0, 2);
            double far = Math.Pow((i + 0.5) / 4.0, 2);
            double mid = s.X - x;
            double h = s.Height - horizon;
            s.Svg.Move(x + (mid * far) - (9 * far), horizon + (h * far)).Line(x + (mid * far) + (9 * far), horizon + (h * far))
                .Line(x + (mid * near) + (9 * near), horizon + (h * near)).Line(x + (mid * near) - (9 * near), horizon + (h * near))
                .Close();
        }

        s.Svg.Fill(s.Inks.Light);
    }

    private static void Chevrons(Stage s)
    {
        double y = s.Height * 0.12;
        int count = 4;
        bool isDown = s.Random.Chance(0.5);
        for (int i = 0; i < count; i++)
        {
            double width = (50 - (i * 9)) * s.Unit;
            double at = y + (i * 15 * s.Unit);
            double tip = (isDown ? 26 : -20) * s.Unit;
            double bar = 9 * s.Unit;
            Ink ink = i == count - 1 ? s.Inks.Accent : i % 2 == 0 ? s.Inks.Main : s.Inks.Second;
            at += isDown ? 0 : 24 * s.Unit;
            s.Svg.Move(s.X - width, at).Line(s.X, at + tip).Line(s.X + width, at).Line(s.X + width, at + bar).Line(s.X, at + tip + bar)
                .Line(s.X - width, at + bar).Close().Fill(ink);
        }

        if (!isDown)
        {
            Shapes.Figure(s.Svg, s.X, s.Height + (2 * s.Unit), 30 * s.Unit, s.Silhouette);
        }
    }

    private static void Target(Stage s)
    {
        double x = s.X + (20 * s.Unit * s.Random.Sign());
        double y = s.Height * s.Random.Between(0.36, 0.5);
        Shapes.Rays(s, x, y, 9 + s.Random.Next(5), s.Inks.Ground.Mix(s.Inks.Second, 0.35), 1, s.Random.Between(0, 40));
        s.Svg.Circle(x, y, 46 * s.Unit, s.Inks.Main).Circle(x, y, 33 * s.Unit, s.Inks.Light).Circle(x, y, 20 * s.Unit, s.Inks.Main)
            .Circle(x, y, 8 * s.Unit, s.Inks.Accent);
        double lean = s.Random.Between(-14, 14);
        s.Svg.Rotate(lean, x, y).Rect(-s.Width, y - (1.4 * s.Unit), s.Width * 3, 2.8 * s.Unit, s.Inks.Ground).EndGroup();
    }

    private static void Leap(Stage s)
    {
        int side = s.Random.Sign();
        double gap = s.Random.Between(18, 28) * s.Unit;
        double left = s.X - (gap * 0.5 * side) - (side > 0 ? gap * 0.2 : 0);
        double top = s.Height * 0.52;
        s.Svg.Circle(s.X + (18 * s.Unit * side), s.Height * 0.3, 27 * s.Unit, s.Inks.Accent);
        s.Svg.Rect(-2, top, left + 2, s.Height, s.Inks.Main);
        s.Svg.Rect(left + gap, top + (10 * s.Unit * side), s.Width - left - gap + 2, s.Height, s.Inks.Main.Mix(s.Inks.Dark, 0.35));
        s.Svg.Rotate(24 * side, left + (gap / 2), top);
        Shapes.Figure(s.Svg, left + (gap / 2), top - (5 * s.Unit), 26 * s.Unit, s.Silhouette);
        s.Svg.EndGroup();
    }

    private static void Device(Stage s)
    {
        Shapes.Rays(s, s.X + (s.Width * s.Random.Between(-0.3, 0.3)), s.Height * s.Random.Between(0.3, 1.1), 9 + s.Random.Next(7), s.Veil, 0.7, s.Random.Between(0, 40));
    }
}
