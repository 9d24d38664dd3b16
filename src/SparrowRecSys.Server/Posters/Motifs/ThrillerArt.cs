namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Thriller: spirals, sights, things cut and shifted.</summary>
internal static class ThrillerArt
{
    public static GenreArt Art { get; } = new(
        3.5,
        GenreArt.Inks(
            "0d1b2a e0e1dd 415a77 e63946 f0f0ec 070f18", "e5b80b 17130a a3800a b3261e f9f1d8 17130a",
            "c1292e 161925 7d1a20 fdfffc fdfffc 0e1018", "2b3a3a c7d66d 5b7065 ff5a36 f1f4e0 141c1c",
            "dcd6ca 1d2a38 8d99a6 d62828 f6f3ec 101922"),
        [Spiral, Sights, SlicedDisc, Falling, Slit, Corridor, Shards],
        Device,
        [TypeFace.Condensed, TypeFace.GroteskCaps, TypeFace.GroteskTight]);

    private static void Spiral(Stage s)
    {
        double x = s.X;
        double r = 3 * s.Unit;
        int turn = s.Random.Sign();
        s.Svg.Move(x, s.Y);
        double at = x;
        int side = turn;
        for (int i = 0; i < 9; i++)
        {
            at += 2 * r * side;
            s.Svg.Arc(r, at, s.Y, clockwise: turn > 0);
            side = -side;
            r += 3.4 * s.Unit;
        }

        s.Svg.Stroke(s.Inks.Main, s.Random.Between(2.4, 4.4) * s.Unit, 1, " stroke-linecap=\"round\"");
        Shapes.Figure(s.Svg, x, s.Y + (9 * s.Unit), 17 * s.Unit, s.Inks.Accent);
    }

    private static void Sights(Stage s)
    {
        double x = s.Width * s.Random.Between(0.4, 0.6);
        double y = s.Height * s.Random.Between(0.36, 0.46);
        Shapes.Bust(s.Svg, x, s.Height + 1, s.Height - y + (12 * s.Unit), s.Inks.Main);
        double r = 24 * s.Unit;
        s.Svg.Ring(x, y + (4 * s.Unit), r, s.Inks.Accent, 1.8 * s.Unit);
        s.Svg.Rect(0, y + (3.3 * s.Unit), s.Width, 1.4 * s.Unit, s.Inks.Accent)
            .Rect(x - (0.7 * s.Unit), 0, 1.4 * s.Unit, s.Height, s.Inks.Accent);
    }

    private static void SlicedDisc(Stage s)
    {
        int slices = 5 + s.Random.Next(3);
        double r = 38 * s.Unit;
        double height = 2 * r / slices;
        s.Svg.Rotate(s.Random.Between(-30, 30), s.X, s.Y);
        for (int i = 0; i < slices; i++)
        {
            double y1 = -r + (i * height);
            double y2 = y1 + height - (1.6 * s.Unit);
            double w1 = Math.Sqrt(Math.Max(0, (r * r) - (y1 * y1)));
            double w2 = Math.Sqrt(Math.Max(0, (r * r) - (y2 * y2)));
            double x = s.X + (s.Unit * s.Random.Between(-14, 14));
            s.Svg.Move(x - w1, s.Y + y1).Arc(r, x - w2, s.Y + y2, clockwise: false).Line(x + w2, s.Y + y2)
                .Arc(r, x + w1, s.Y + y1, clockwise: false).Close().Fill(i == slices / 2 ? s.Inks.Accent : s.Inks.Main);
        }

        s.Svg.EndGroup();
    }

    private static void Falling(Stage s)
    {
        double x = s.Width * s.Random.Between(0.35, 0.65);
        double y = s.Height * s.Random.Between(0.4, 0.55);
        Shapes.Rays(s, x, y, 14 + s.Random.Next(8), s.Inks.Second, 1, s.Random.Between(0, 20));
        s.Svg.Circle(x, y, 20 * s.Unit, s.Inks.Main);
        s.Svg.Rotate(s.Random.Between(100, 230), x, y);
        Shapes.Figure(s.Svg, x, y + (15 * s.Unit), 32 * s.Unit, s.Inks.Accent.Contrast(s.Inks.Main) > 1.6 ? s.Inks.Accent : s.Inks.Ground);
        s.Svg.EndGroup();
    }

    private static void Slit(Stage s)
    {
        double y = s.Height * s.Random.Between(0.34, 0.5);
        double h = s.Random.Between(15, 21) * s.Unit;
        s.Svg.Rotate(s.Random.Between(-9, 9), s.X, y);
        s.Svg.Rect(-s.Width * 0.2, y - h, s.Width * 1.4, 2 * h, s.Inks.Main);
        s.Svg.Raw("<clipPath id=\"m\">").Rect(-s.Width * 0.2, y - h, s.Width * 1.4, 2 * h, s.Inks.Main)
            .Raw("</clipPath><g clip-path=\"url(#m)\">");
        Ink white = s.Inks.Light.Contrast(s.Inks.Main) > 1.6 ? s.Inks.Light : s.Inks.Dark;
        Shapes.Eye(s.Svg, s.X - (25 * s.Unit), y, 40 * s.Unit, white, s.Inks.Accent, s.Inks.Ground);
        Shapes.Eye(s.Svg, s.X + (25 * s.Unit), y, 40 * s.Unit, white, s.Inks.Accent, s.Inks.Ground);
        s.Svg.EndGroup().EndGroup();
        s.Svg.Rect(s.X - (1 * s.Unit), s.Height * 0.74, 2 * s.Unit, s.Height * 0.3, s.Inks.Second);
    }

    private static void Corridor(Stage s)
    {
        double x = s.Width * s.Random.Between(0.4, 0.6);
        double y = s.Height * 0.46;
        double w = 11 * s.Unit;
        double h = 17 * s.Unit;
        s.Svg.Move(0, 0).Line(x - w, y - h).Line(x - w, y + h).Line(0, s.Height).Close().Fill(s.Inks.Second);
        s.Svg.Move(s.Width, 0).Line(x + w, y - h).Line(x + w, y + h).Line(s.Width, s.Height).Close()
            .Fill(s.Inks.Second.Mix(s.Inks.Dark, 0.4));
        s.Svg.Move(0, s.Height + 1).Line(x - w, y + h).Line(x + w, y + h).Line(s.Width, s.Height + 1).Close().Fill(s.Inks.Dark);
        s.Svg.Rect(x - w, y - h, 2 * w, 2 * h, s.Inks.Accent);
        Shapes.Figure(s.Svg, x, y + (h * 1.06), h * 1.6, s.Inks.Dark);
        s.Svg.Move(x - (w * 0.5), y + h).Line(x + (w * 0.5), y + h).Line(s.X + (30 * s.Unit), s.Height + 1)
            .Line(s.X - (30 * s.Unit), s.Height + 1).Close().Fill(s.Inks.Accent, 0.25);
    }

    private static void Shards(Stage s)
    {
        double x = s.Width * s.Random.Between(0.4, 0.6);
        double y = s.Height * s.Random.Between(0.4, 0.55);
        Ink[] inks = [s.Inks.Main, s.Inks.Second, s.Inks.Main.Mix(s.Inks.Ground, 0.4)];
        double angle = s.Random.Between(0, 40);
        int accent = s.Random.Next(9);
        for (int i = 0; i < 9; i++)
        {
            double width = s.Random.Between(22, 36);
            (double x1, double y1) = Shapes.Polar(angle + 2, s.Random.Between(6, 12) * s.Unit);
            (double x2, double y2) = Shapes.Polar(angle + 3, s.Random.Between(34, 60) * s.Unit);
            (double x3, double y3) = Shapes.Polar(angle + width, s.Random.Between(30, 54) * s.Unit);
            s.Svg.Move(x + x1, y + y1).Line(x + x2, y + y2).Line(x + x3, y + y3).Close().Fill(i == accent ? s.Inks.Accent : inks[i % 3]);
            angle += 40;
        }
    }

    private static void Device(Stage s)
    {
        double x = s.Width * s.Random.Between(0.3, 0.7);
        double y = s.Height * s.Random.Between(0.25, 0.55);
        s.Svg.Move(x, 0).Line(x, s.Height).Move(0, y).Line(s.Width, y).Stroke(s.Veil, 0.8 * s.Unit);
        s.Svg.Ring(x, y, 44 * s.Unit, s.Veil, 0.8 * s.Unit).Ring(x, y, 58 * s.Unit, s.Veil, 2.4 * s.Unit);
    }
}
