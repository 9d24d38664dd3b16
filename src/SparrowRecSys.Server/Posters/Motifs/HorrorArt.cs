namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Horror: one shape and much dark.</summary>
internal static class HorrorArt
{
    public static GenreArt Art { get; } = new(
        7,
        GenreArt.Inks(
            "0b0a0c b3001b 2a1a1f f0e6d2 f0e6d2 050405", "8b0000 0c0607 4a0404 f2e4cf f2e4cf 0c0607",
            "10201b 9bb84f 2b4a3b e8e4c9 e8e4c9 070f0c", "e3ddcc 120f10 9b8f80 b3001b f4efe2 120f10",
            "1b1428 d9d3e6 3b2d52 e63946 ece7f2 0b0713",
            "2a0f0f e8d6b3 5c1f1a f2a03d f3e6cc 120505", "16242b c9d6cf 35505a d1495b eef2ec 081014"),
        [Eye, HillHouse, Scratches, Branches, Teeth, Drip, Window, .. HorrorScenes.All],
        Device,
        [TypeFace.Didone, TypeFace.Bookish, TypeFace.Condensed]);

    private static void Eye(Stage s)
    {
        double y = s.Height * s.Random.Between(0.36, 0.56);
        double w = s.Random.Between(58, 92) * s.Unit;
        Ink iris = s.Inks.Main.Contrast(s.Inks.Dark) > 1.6 ? s.Inks.Main : s.Inks.Accent;
        Shapes.Eye(s.Svg, s.X, y, w, s.Inks.Light, iris, iris);
        double half = w * 0.23;
        s.Svg.Ellipse(s.X, y, half * s.Random.Between(0.12, 0.5), half * 0.8, s.Inks.Dark);
        if (s.Random.Chance(0.6))
        {
            s.Svg.Rect(s.X - (w * 0.1), y + (half * 0.7), 2.4 * s.Unit, s.Random.Between(14, 40) * s.Unit, s.Inks.Accent, 1, 1.2 * s.Unit);
        }
    }

    private static void HillHouse(Stage s)
    {
        int side = s.Random.Sign();
        double x = s.X + (12 * s.Unit * side);
        s.Svg.Circle(x, s.Height * 0.4, s.Random.Between(28, 38) * s.Unit, s.Glow);
        double foot = s.Height * 0.7;
        double u = s.Unit;
        s.Svg.Move(x - (12 * u), foot + (12 * u)).Line(x - (12 * u), foot - (16 * u)).Line(x - (15 * u), foot - (16 * u))
            .Line(x - (8 * u), foot - (30 * u)).Line(x - (2 * u), foot - (17 * u)).Line(x - (2 * u), foot - (10 * u))
            .Line(x + (5 * u), foot - (18 * u)).Line(x + (13 * u), foot - (9 * u)).Line(x + (13 * u), foot + (12 * u)).Close()
            .Fill(s.Inks.Dark);
        s.Svg.Rect(x - (9.4 * u), foot - (14 * u), 3.4 * u, 5 * u, s.Inks.Accent)
            .Rect(x + (3 * u), foot - (6 * u), 3.4 * u, 5 * u, s.Inks.Accent);
        s.Svg.Move(-2, s.Height + 1).Line(-2, s.Height * 0.92).Quad(x - (30 * u), s.Height * 0.9, x - (16 * u), foot)
            .Line(x + (16 * u), foot).Quad(x + (26 * u), s.Height * 0.92, s.Width + 2, s.Height * 0.88).Line(s.Width + 2, s.Height + 1)
            .Close().Fill(s.Inks.Dark);
        s.StandOn(s.Inks.Dark);
    }

    private static void Scratches(Stage s)
    {
        double lean = s.Random.Between(10, 24) * s.Random.Sign();
        s.Svg.Rotate(lean, s.X, s.Y);
        int count = 4 + s.Random.Next(2);
        for (int i = 0; i < count; i++)
        {
            double x = s.X + ((i - ((count - 1) / 2.0)) * 17 * s.Unit);
            double top = s.Height * s.Random.Between(0.04, 0.2);
            double foot = s.Height * s.Random.Between(0.74, 0.96);
            double w = s.Random.Between(3, 6) * s.Unit;
            s.Svg.Move(x, top).Quad(x + w, s.Height * 0.4, x + (w * 0.4), foot).Quad(x - w, s.Height * 0.5, x, top).Close();
        }

        s.Svg.Fill(s.Inks.Main).EndGroup();
    }

    private static void Branches(Stage s)
    {
        double moonX = s.Width * s.Random.Between(0.36, 0.64);
        s.Svg.Circle(moonX, s.Height * 0.4, s.Random.Between(24, 34) * s.Unit, s.Inks.Accent);
        int side = s.Random.Sign();
        double edge = side > 0 ? 0 : s.Width;
        for (int i = 0; i < 6; i++)
        {
            double y = s.Height * (0.16 + (0.13 * i));
            double reach = s.Random.Between(36, 78) * s.Unit * side;
            s.Svg.Move(edge, y + (10 * s.Unit)).Line(edge + (reach * 0.5), y - (s.Unit * s.Random.Between(-8, 8)))
                .Line(edge + reach, y - (s.Random.Between(2, 16) * s.Unit))
                .Line(edge + (reach * 0.5), y + (1.6 * s.Unit)).Line(edge + (reach * 0.8), y + (s.Random.Between(6, 12) * s.Unit))
                .Line(edge + (reach * 0.36), y + (4 * s.Unit)).Line(edge, y + (15 * s.Unit)).Close();
        }

        s.Svg.Fill(s.Inks.Dark.Contrast(s.Inks.Ground) > 1.35 ? s.Inks.Dark : s.Inks.Main);
        s.Svg.Rect(edge - (4 * s.Unit), 0, 8 * s.Unit, s.Height, s.Inks.Dark.Contrast(s.Inks.Ground) > 1.35 ? s.Inks.Dark : s.Inks.Main);
    }

    private static void Teeth(Stage s)
    {
        int count = 5 + s.Random.Next(3);
        double step = s.Width / count;
        double gape = s.Random.Between(12, 22) * s.Unit;
        Shapes.Figure(s.Svg, s.X, s.Y + (11 * s.Unit), 22 * s.Unit, s.Inks.Accent);
        s.Svg.Move(-2, -2).Line(-2, s.Y - gape);
        for (int i = 0; i < count; i++)
        {
            s.Svg.Line((i + 0.5) * step, s.Y - (gape * 0.2) - (s.Unit * s.Random.Between(0, 9)))
                .Line((i + 1) * step, s.Y - gape - (14 * s.Unit));
        }

        s.Svg.Line(s.Width + 2, -2).Close().Move(-2, s.Height + 1).Line(-2, s.Y + gape + (14 * s.Unit));
        for (int i = 0; i < count; i++)
        {
            s.Svg.Line((i + 0.5) * step, s.Y + gape - (s.Unit * s.Random.Between(0, 9))).Line((i + 1) * step, s.Y + gape + (15 * s.Unit));
        }

        s.Svg.Line(s.Width + 2, s.Height + 1).Close().Fill(s.Inks.Main);
        s.StandOn(s.Inks.Main);
    }

    private static void Drip(Stage s)
    {
        int count = 6;
        double step = s.Width / count;
        double baseline = s.Height * s.Random.Between(0.2, 0.34);
        int longest = 1 + s.Random.Next(4);
        s.Svg.Move(-2, -2).Line(-2, baseline);
        for (int i = 0; i < count; i++)
        {
            double x = i * step;
            double drop = i == longest ? s.Height * 0.4 : s.Random.Between(4, 26) * s.Unit;
            double w = step * 0.5;
            s.Svg.Line(x + (step * 0.2), baseline).Line(x + (step * 0.25), baseline + drop)
                .Arc(w / 2, x + (step * 0.75), baseline + drop, clockwise: false).Line(x + (step * 0.8), baseline)
                .Arc(step * 0.2, x + (step * 1.2), baseline);
        }

        s.Svg.Line(s.Width + 20, -2).Close().Fill(s.Inks.Main);
        double dropX = (longest + 0.5) * step;
        Shapes.Figure(s.Svg, dropX, s.Height * 0.98, 18 * s.Unit, s.Inks.Accent);
    }

    private static void Window(Stage s)
    {
        double w = 25 * s.Unit;
        double h = 38 * s.Unit;
        double x = s.X + (s.Unit * s.Random.Between(-18, 18));
        double y = s.Height * s.Random.Between(0.38, 0.56);
        s.Svg.Rect(x - w, y - h, 2 * w, 2 * h, s.Glow);
        Shapes.Bust(s.Svg, x + (w * s.Random.Between(-0.2, 0.2)), y + h, h * 1.25, s.Inks.Dark);
        s.Svg.Rect(x - (1.4 * s.Unit), y - h, 2.8 * s.Unit, 2 * h, s.Inks.Ground)
            .Rect(x - w, y - (1.4 * s.Unit), 2 * w, 2.8 * s.Unit, s.Inks.Ground);
        double hand = y + (h * 0.6);
        for (int i = 0; i < 4; i++)
        {
            s.Svg.Rect(x + (w * 0.3) + (i * 3 * s.Unit), hand - ((i is 1 or 2 ? 8 : 6) * s.Unit), 2.2 * s.Unit, 12 * s.Unit, s.Inks.Accent, 1, 1.1 * s.Unit);
        }
    }

    private static void Device(Stage s)
    {
        double step = s.Width / 8;
        s.Svg.Move(-2, -2).Line(-2, 5 * s.Unit);
        for (int i = 0; i < 8; i++)
        {
            double drop = s.Height * s.Random.Between(0.04, i % 3 == 1 ? 0.42 : 0.16);
            s.Svg.Line((i + 0.25) * step, 5 * s.Unit).Line((i + 0.25) * step, drop)
                .Arc(step / 4, (i + 0.75) * step, drop, clockwise: false).Line((i + 0.75) * step, 5 * s.Unit);
        }

        s.Svg.Line(s.Width + 2, 5 * s.Unit).Line(s.Width + 2, -2).Close().Fill(s.Veil);
    }
}
