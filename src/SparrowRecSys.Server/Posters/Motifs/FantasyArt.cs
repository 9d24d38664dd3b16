namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Fantasy: castles, gates, floating rock, a serpent.</summary>
internal static class FantasyArt
{
    public static GenreArt Art { get; } = new(
        4,
        GenreArt.Inks(
            "2d1e5f f3c969 7b5ea7 5ce1c5 f6efff 170f33", "0f4c5c e0b1cb 5e548e ffe066 f3f6f4 092f39",
            "cdb4db 5a189a ffafcc ff9e00 fdf6ff 240a45", "12372a d4b95e 436850 e4572e fbfada 0a1f18"),
        [Castle, Gate, FloatingRock, Serpent, MoonTree, Orb],
        Device,
        [TypeFace.Inscription, TypeFace.Didone]);

    private static void Castle(Stage s)
    {
        double x = s.Width * s.Random.Between(0.4, 0.6);
        s.Svg.Circle(x + (14 * s.Unit * s.Random.Sign()), s.Height * 0.36, 30 * s.Unit, s.Inks.Main);
        double foot = s.Height * 0.84;
        for (int i = 0; i < 5; i++)
        {
            double towerX = x + ((i - 2) * 11 * s.Unit);
            double h = (i == 2 ? 50 : s.Random.Between(18, 36)) * s.Unit;
            double w = s.Random.Between(8, 12) * s.Unit;
            s.Svg.Move(towerX - (w / 2), foot + (10 * s.Unit)).Line(towerX - (w / 2), foot - h).Line(towerX - (w * 0.7), foot - h)
                .Line(towerX, foot - h - (w * 1.7))
                .Line(towerX + (w * 0.7), foot - h).Line(towerX + (w / 2), foot - h).Line(towerX + (w / 2), foot + (10 * s.Unit)).Close();
        }

        s.Svg.Fill(s.Inks.Dark);
        s.Svg.Rect(x - (1.4 * s.Unit), foot - (40 * s.Unit), 2.8 * s.Unit, 6 * s.Unit, s.Inks.Accent);
        Shapes.Hills(s, foot, 7 * s.Unit, 2, s.Inks.Dark);
        Shapes.Hills(s, s.Height * 0.93, 4 * s.Unit, 3, s.Inks.Second);
    }

    private static void Gate(Stage s)
    {
        double w = 30 * s.Unit;
        double foot = s.Height * 0.86;
        double top = s.Height * 0.4;
        Ink[] inks = [s.Inks.Second, s.Inks.Main, s.Inks.Accent];
        for (int i = 0; i < 3; i++)
        {
            double half = w - (i * 8 * s.Unit);
            s.Svg.Move(s.X - half, foot).Line(s.X - half, top + (i * 2 * s.Unit)).Arc(half, s.X + half, top + (i * 2 * s.Unit))
                .Line(s.X + half, foot).Close().Fill(inks[i]);
        }

        Shapes.Figure(s.Svg, s.X, foot, 20 * s.Unit, s.Inks.Dark);
        s.Land(foot, s.Inks.Dark);
        for (int i = 0; i < 5; i++)
        {
            double x = s.X + (s.Random.Between(34, 46) * s.Unit * (i % 2 == 0 ? 1 : -1));
            Shapes.Star(s.Svg, x, s.Height * s.Random.Between(0.08, 0.66), 4, s.Random.Between(2, 5) * s.Unit, 0.8 * s.Unit, s.Inks.Main);
        }
    }

    private static void FloatingRock(Stage s)
    {
        double y = s.Height * 0.52;
        double w = 34 * s.Unit;
        double x = s.X + (s.Unit * s.Random.Between(-8, 8));
        s.Svg.Circle(x - (16 * s.Unit * s.Random.Sign()), y - (26 * s.Unit), 20 * s.Unit, s.Inks.Accent);
        s.Svg.Move(x - w, y).Line(x + w, y).Line(x + (w * 0.55), y + (w * 0.5)).Line(x + (w * 0.3), y + (w * 0.6))
            .Line(x + (w * s.Random.Between(-0.1, 0.1)), y + (w * 1.3))
            .Line(x - (w * 0.36), y + (w * 0.7)).Line(x - (w * 0.64), y + (w * 0.46)).Close().Fill(s.Inks.Dark);
        s.Svg.Move(x - w, y).Quad(x - (w * 0.5), y - (w * 0.34), x, y - (w * 0.2)).Quad(x + (w * 0.6), y - (w * 0.4), x + w, y).Close()
            .Fill(s.Inks.Main);
        s.Svg.Move(x - (w * 0.1), y - (w * 0.22)).Line(x, y - (w * 0.95)).Line(x + (w * 0.1), y - (w * 0.22)).Close()
            .Move(x + (w * 0.24), y - (w * 0.22)).Line(x + (w * 0.33), y - (w * 0.7)).Line(x + (w * 0.42), y - (w * 0.22)).Close()
            .Fill(s.Inks.Dark);
        for (int i = 0; i < 3; i++)
        {
            double cloudY = s.Height * (0.2 + (0.3 * i)) + (s.Unit * s.Random.Between(-6, 6));
            s.Svg.Rect(s.Random.Between(-0.2, 0.7) * s.Width, cloudY, 40 * s.Unit, 5 * s.Unit, s.Inks.Second, 1, 2.5 * s.Unit);
        }
    }

    private static void Serpent(Stage s)
    {
        int side = s.Random.Sign();
        double step = s.Height * 0.2;
        double reach = 36 * s.Unit;
        s.Svg.Circle(s.X - (14 * s.Unit * side), s.Height * 0.2, 13 * s.Unit, s.Inks.Accent);
        s.Svg.Move(s.X + (20 * s.Unit * side), s.Height * 0.2);
        s.Svg.Cubic(s.X - (reach * 1.7 * side), s.Height * 0.16, s.X - (reach * 1.6 * side), (s.Height * 0.3) + step, s.X, (s.Height * 0.3) + step)
            .Cubic(s.X + (reach * 1.7 * side), (s.Height * 0.3) + step, s.X + (reach * 1.5 * side), (s.Height * 0.3) + (2.4 * step), s.X - (reach * 0.5 * side), s.Height + (6 * s.Unit))
            .Stroke(s.Inks.Main, 11 * s.Unit, 1, " stroke-linecap=\"round\"");
        double headX = s.X + (22 * s.Unit * side);
        s.Svg.Move(headX - (8 * s.Unit * side), (s.Height * 0.2) - (9 * s.Unit))
            .Quad(headX + (20 * s.Unit * side), (s.Height * 0.2) - (8 * s.Unit), headX + (24 * s.Unit * side), (s.Height * 0.2) + (3 * s.Unit))
            .Quad(headX + (8 * s.Unit * side), (s.Height * 0.2) + (12 * s.Unit), headX - (8 * s.Unit * side), (s.Height * 0.2) + (7 * s.Unit)).Close().Fill(s.Inks.Main);
        s.Svg.Circle(headX + (7 * s.Unit * side), (s.Height * 0.2) - (1.5 * s.Unit), 1.8 * s.Unit, s.Inks.Ground);
        Shapes.Ridge(s, s.Height * 0.9, s.Height * 0.08, 4, s.Inks.Second);
    }

    private static void MoonTree(Stage s)
    {
        double r = 36 * s.Unit;
        double y = s.Height * 0.42;
        Shapes.Crescent(s.Svg, s.X, y, r, s.Inks.Main);
        double x = s.X + (4 * s.Unit);
        s.Svg.Move(x - (3 * s.Unit), s.Height * 0.9).Quad(x - (1 * s.Unit), s.Height * 0.7, x - (1 * s.Unit), s.Height * 0.52)
            .Line(x + (1 * s.Unit), s.Height * 0.52).Quad(x + (1 * s.Unit), s.Height * 0.7, x + (4 * s.Unit), s.Height * 0.9).Close()
            .Fill(s.Inks.Dark);
        for (int i = 0; i < 6; i++)
        {
            (double dx, double dy) = Shapes.Polar((i * 60) + s.Random.Between(0, 40), 11 * s.Unit);
            s.Svg.Circle(x + dx, (s.Height * 0.47) + dy, s.Random.Between(6, 10) * s.Unit, i == 3 ? s.Inks.Accent : s.Inks.Second);
        }

        Shapes.Hills(s, s.Height * 0.88, 5 * s.Unit, 2, s.Inks.Dark);
    }

    private static void Orb(Stage s)
    {
        double y = s.Height * 0.46;
        Shapes.Rays(s, s.X, y, 12 + s.Random.Next(8), s.Inks.Ground.Mix(s.Inks.Second, 0.45), 1, s.Random.Between(0, 30));
        s.Svg.Circle(s.X, y, 32 * s.Unit, s.Inks.Second).Circle(s.X, y, 24 * s.Unit, s.Inks.Main);
        Shapes.Star(s.Svg, s.X, y, 4 + s.Random.Next(4), 20 * s.Unit, 7 * s.Unit, s.Inks.Accent, s.Random.Between(0, 40));
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            s.Svg.Move(s.X + (side * 40 * s.Unit), s.Height + 1)
                .Cubic(s.X + (side * 48 * s.Unit), s.Height * 0.8, s.X + (side * 40 * s.Unit), s.Height * 0.66, s.X + (side * 22 * s.Unit), y + (30 * s.Unit))
                .Cubic(s.X + (side * 26 * s.Unit), s.Height * 0.76, s.X + (side * 18 * s.Unit), s.Height * 0.86, s.X + (side * 10 * s.Unit), s.Height + 1).Close();
        }

        s.Svg.Fill(s.Inks.Dark);
    }

    private static void Device(Stage s)
    {
        for (int i = 0; i < 7; i++)
        {
            double x = s.Width * ((i % 4) + s.Random.Between(0.1, 0.9)) / 4;
            Shapes.Star(s.Svg, x, s.Height * ((i / 4 * 0.25) + s.Random.Between(0.03, 0.25)), 4, s.Random.Between(2, 6) * s.Unit, 0.9 * s.Unit, s.Inks.Accent, 0, 0.7);
        }
    }
}
