namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Science fiction: orbits, grids, ships, the one large planet.</summary>
internal static class SciFiArt
{
    public static GenreArt Art { get; } = new(
        6,
        GenreArt.Inks(
            "0b132b 5bc0be 3a506b ff6b35 eef4f4 060b1a", "e6e8e6 1b3b6f 8fa3bf f15025 f8f9f8 10203d",
            "10002b e0aaff 5a189a 00f5d4 f5ecff 080016", "f2542d f5dfbb a3301a 0e9594 fdf1dc 2a120c",
            "123c3a e9c46a 2a7f77 f4f1de f4f1de 0a2221"),
        [Orbits, Grid, Eclipse, Rocket, DotSphere, RingedPlanet, Beam, Tower],
        Device,
        [TypeFace.Geometric, TypeFace.Airy, TypeFace.GroteskCaps]);

    private static void Stars(Stage s, int count)
    {
        for (int i = 0; i < count; i++)
        {
            s.Svg.Circle(s.Width * s.Random.Between(0.03, 0.97), s.Height * s.Random.Between(0.03, 0.97), s.Random.Between(0.4, 0.9) * s.Unit, s.Inks.Main);
        }
    }

    private static void Orbits(Stage s)
    {
        Stars(s, 8);
        s.Svg.Rotate(s.Random.Between(-40, 40), s.X, s.Y);
        int count = 3 + s.Random.Next(2);
        for (int i = 0; i < count; i++)
        {
            double rx = (26 + (12 * i)) * s.Unit;
            double ry = rx * 0.46;
            s.Svg.Raw("<ellipse").Attribute("cx", s.X).Attribute("cy", s.Y).Attribute("rx", rx).Attribute("ry", ry).Raw(" fill=\"none\"")
                .Color("stroke", s.Inks.Second).Attribute("stroke-width", 1 * s.Unit).Raw("/>");
            double angle = s.Random.Between(0, 360);
            (double dx, double dy) = Shapes.Polar(angle, 1);
            s.Svg.Circle(s.X + (dx * rx), s.Y + (dy * ry), s.Random.Between(2, 5.5) * s.Unit, i == 1 ? s.Inks.Accent : s.Inks.Main);
        }

        s.Svg.EndGroup().Circle(s.X, s.Y, 15 * s.Unit, s.Inks.Main);
        s.Svg.Move(s.X, s.Y - (15 * s.Unit)).Arc(15 * s.Unit, s.X, s.Y + (15 * s.Unit)).Close().Fill(s.Inks.Second);
    }

    private static void Grid(Stage s)
    {
        double horizon = s.Height * s.Random.Between(0.52, 0.6);
        double r = s.Random.Between(26, 36) * s.Unit;
        s.Svg.Circle(s.X, horizon - (r * 0.3), r, s.Inks.Accent);
        for (int i = 0; i < 4; i++)
        {
            s.Svg.Rect(0, horizon - (r * (0.04 + (0.2 * i))), s.Width, r * (0.09 - (0.016 * i)), s.Inks.Ground);
        }

        Ink land = s.Inks.Ground.Mix(s.Inks.Dark, 0.5);
        s.Land(horizon, land);
        double h = s.Height - horizon;
        for (int i = 0; i <= 7; i++)
        {
            double y = horizon + (h * i * i / 49);
            s.Svg.Move(0, y).Line(s.Width, y);
        }

        for (int i = -6; i <= 6; i++)
        {
            s.Svg.Move(s.X + (i * 6 * s.Unit), horizon).Line(s.X + (i * 32 * s.Unit), s.Height);
        }

        s.Svg.Stroke(s.Inks.Main, 0.8 * s.Unit);
    }

    private static void Eclipse(Stage s)
    {
        double r = 25 * s.Unit;
        double y = s.Height * 0.32;
        double offset = s.Random.Between(3, 7) * s.Unit;
        s.Svg.Circle(s.X, y, r * 1.06, s.Inks.Accent).Circle(s.X + (offset * s.Random.Sign()), y + offset, r, s.Inks.Dark);
        double foot = s.Height * 0.88;
        double w = 10 * s.Unit;
        s.Svg.Rect(s.X - w, s.Height * 0.5, 2 * w, foot - (s.Height * 0.5), s.Inks.Main);
        s.Svg.Rect(s.X + (w * 0.4), s.Height * 0.5, w * 0.6, foot - (s.Height * 0.5), s.Inks.Second);
        Shapes.Hills(s, foot, 3 * s.Unit, 2, s.Inks.Dark);
        Shapes.Figure(s.Svg, s.X - (26 * s.Unit * s.Random.Sign()), foot + (2 * s.Unit), 12 * s.Unit, s.Inks.Light);
    }

    private static void Rocket(Stage s)
    {
        Stars(s, 6);
        double u = s.Unit;
        double lean = s.Random.Between(14, 40) * s.Random.Sign();
        s.Svg.Circle(s.X - (30 * u * Math.Sign(lean)), s.Height * 0.24, 12 * u, s.Inks.Second);
        s.Svg.Rotate(lean, s.X, s.Y);
        double y = s.Y - (20 * u);
        s.Svg.Move(s.X - (9 * u), y + (36 * u)).Line(s.X - (16 * u), s.Height * 1.3).Line(s.X + (16 * u), s.Height * 1.3)
            .Line(s.X + (9 * u), y + (36 * u)).Close().Fill(s.Inks.Accent);
        s.Svg.Move(s.X - (4 * u), y + (36 * u)).Line(s.X - (6 * u), s.Height * 1.3).Line(s.X + (6 * u), s.Height * 1.3)
            .Line(s.X + (4 * u), y + (36 * u)).Close().Fill(s.Inks.Light);
        s.Svg.Move(s.X - (11 * u), y + (20 * u)).Line(s.X - (22 * u), y + (42 * u)).Line(s.X + (22 * u), y + (42 * u))
            .Line(s.X + (11 * u), y + (20 * u)).Close().Fill(s.Inks.Second);
        s.Svg.Move(s.X, y - (22 * u)).Cubic(s.X + (15 * u), y - (6 * u), s.X + (15 * u), y + (22 * u), s.X + (10 * u), y + (38 * u))
            .Line(s.X - (10 * u), y + (38 * u)).Cubic(s.X - (15 * u), y + (22 * u), s.X - (15 * u), y - (6 * u), s.X, y - (22 * u))
            .Close().Fill(s.Inks.Main);
        s.Svg.Circle(s.X, y + (6 * u), 5 * u, s.Inks.Dark).EndGroup();
    }

    private static void DotSphere(Stage s)
    {
        double r = 42 * s.Unit;
        double glowX = s.Random.Between(-0.5, 0.5);
        double glowY = s.Random.Between(-0.5, 0.5);
        for (int level = 0; level < 4; level++)
        {
            for (int i = 0; i < 81; i++)
            {
                double u = ((i % 9) - 4) / 4.5;
                double v = ((i / 9) - 4) / 4.5;
                double far = Math.Sqrt(((u - glowX) * (u - glowX)) + ((v - glowY) * (v - glowY)));
                if ((u * u) + (v * v) <= 0.92 && Math.Min(3, (int)(far / 0.42)) == level)
                {
                    s.Svg.Move(s.X + (u * r), s.Y + (v * r)).Raw("h0");
                }
            }

            s.Svg.Move(s.X, s.Y).Raw("h0")
                .Stroke(level == 0 ? s.Inks.Accent : s.Inks.Main, (8.4 - (2.1 * level)) * s.Unit, 1, " stroke-linecap=\"round\"");
        }
    }

    private static void RingedPlanet(Stage s)
    {
        Stars(s, 9);
        double r = s.Random.Between(26, 34) * s.Unit;
        double y = s.Height * 0.45;
        double lean = s.Random.Between(12, 32) * s.Random.Sign();
        s.Svg.Circle(s.X, y, r, s.Inks.Main);
        s.Svg.Rotate(lean, s.X, y);
        s.Svg.Raw("<clipPath id=\"m\">").Circle(s.X, y, r, s.Inks.Main).Raw("</clipPath><g clip-path=\"url(#m)\">")
            .Rect(s.X - r, y + (r * 0.24), 2 * r, r * 0.26, s.Inks.Second).Rect(s.X - r, y - (r * 0.6), 2 * r, r * 0.16, s.Inks.Second)
            .EndGroup();
        s.Svg.Move(s.X - (r * 0.98), y - (r * 0.1)).Raw("A").Number(r * 1.7).Raw(" ").Number(r * 0.42).Raw(" 0 1 0 ")
            .Number(s.X + (r * 0.98)).Raw(" ").Number(y - (r * 0.1)).Stroke(s.Inks.Accent, 2.6 * s.Unit);
        s.Svg.EndGroup();
        Shapes.Ridge(s, s.Height * 0.93, s.Height * 0.06, 3, s.Inks.Dark);
    }

    private static void Beam(Stage s)
    {
        double y = s.Height * 0.24;
        double x = s.X + (s.Unit * s.Random.Between(-12, 12));
        double floor = s.Height * 0.86;
        s.Svg.Move(x - (9 * s.Unit), y).Line(x + (9 * s.Unit), y).Line(x + (30 * s.Unit), floor).Line(x - (30 * s.Unit), floor).Close()
            .Fill(s.Inks.Accent, 0.85);
        s.Svg.Ellipse(x, y - (4 * s.Unit), 15 * s.Unit, 11 * s.Unit, s.Inks.Light).Ellipse(x, y, 35 * s.Unit, 7 * s.Unit, s.Inks.Main);
        for (int i = -2; i <= 2; i++)
        {
            s.Svg.Circle(x + (i * 12 * s.Unit), y + (1 * s.Unit), 1.8 * s.Unit, s.Inks.Dark);
        }

        Shapes.Figure(s.Svg, x, floor + (2 * s.Unit), 20 * s.Unit, s.Inks.Dark);
        Shapes.Hills(s, floor, 3 * s.Unit, 3, s.Inks.Second);
    }

    private static void Tower(Stage s)
    {
        int side = s.Random.Sign();
        s.Svg.Circle(s.X + (20 * s.Unit * side), s.Height * 0.3, 22 * s.Unit, s.Inks.Accent);
        for (int i = 0; i < 6; i++)
        {
            double x = s.Width * (i + s.Random.Between(0.1, 0.5)) / 6;
            double w = s.Random.Between(9, 18) * s.Unit;
            double top = s.Height * s.Random.Between(0.2, 0.62);
            Ink ink = i % 2 == 0 ? s.Inks.Second : s.Inks.Main;
            s.Svg.Move(x, s.Height + 1).Line(x, top + (6 * s.Unit)).Line(x + (w / 2), top).Line(x + w, top + (6 * s.Unit))
                .Line(x + w, s.Height + 1).Close().Fill(ink);
            s.Svg.Rect(x + (w * 0.44), top - (8 * s.Unit), w * 0.12, 10 * s.Unit, ink);
        }

        s.Svg.Move(-2, s.Height * 0.7).Quad(s.X, s.Height * 0.58, s.Width + 2, s.Height * 0.74).Stroke(s.Inks.Light, 1.6 * s.Unit);
        s.Svg.Ellipse(s.X - (18 * s.Unit * side), s.Height * 0.655, 7 * s.Unit, 2.4 * s.Unit, s.Inks.Accent);
        s.Land(s.Height * 0.94, s.Inks.Dark);
    }

    private static void Device(Stage s)
    {
        s.Svg.Rotate(s.Random.Between(-50, 50), s.X, s.Y);
        for (int i = 0; i < 3; i++)
        {
            s.Svg.Raw("<ellipse").Attribute("cx", s.X).Attribute("cy", s.Y).Attribute("rx", (46 + (16 * i)) * s.Unit)
                .Attribute("ry", (20 + (12 * i)) * s.Unit)
                .Raw(" fill=\"none\"").Color("stroke", s.Veil).Attribute("stroke-width", 1 * s.Unit).Raw("/>");
        }

        (double dx, double dy) = Shapes.Polar(s.Random.Between(190, 350), 1);
        s.Svg.Circle(s.X + (dx * 62 * s.Unit), s.Y + (dy * 32 * s.Unit), 3 * s.Unit, s.Inks.Accent).EndGroup();
    }
}
