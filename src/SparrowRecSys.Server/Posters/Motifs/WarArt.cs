namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>War: stencils, stripes, wire, formations.</summary>
internal static class WarArt
{
    public static GenreArt Art { get; } = new(
        7,
        GenreArt.Inks(
            "5b5f3c d9cfa3 3b3f27 c8452d f0ead2 1e2112", "c9b99a 3b3a2b 8d8163 a3271c f3ead6 23221a",
            "39424e c8b68d 6b7783 c8102e efe8d8 1a2027", "a63a24 1e1b16 742817 e2c48d f2e6cc 16130f"),
        [Helmet, Planes, Flag, Wire, StencilStar, March],
        Device,
        [TypeFace.Condensed, TypeFace.GroteskCaps, TypeFace.Typewriter])
    {
        IsSober = true,
    };

    private static void Helmet(Stage s)
    {
        double y = s.Height * 0.54;
        double r = 33 * s.Unit;
        s.Svg.Circle(s.X, y - (8 * s.Unit), 45 * s.Unit, s.Inks.Second);
        s.Svg.Ellipse(s.X, y + (8 * s.Unit), r * 0.6, 25 * s.Unit, s.Silhouette);
        s.Svg.Move(s.X - r, y).Arc(r, s.X + r, y).Line(s.X + (r * 1.24), y + (7 * s.Unit)).Line(s.X - (r * 1.24), y + (7 * s.Unit))
            .Close().Fill(s.Inks.Main);
        if (s.Random.Chance(0.5))
        {
            Shapes.Star(s.Svg, s.X, y - (13 * s.Unit), 5, 9 * s.Unit, 3.7 * s.Unit, s.Inks.Accent);
        }
        else
        {
            s.Svg.Circle(s.X + (r * 0.3), y - (14 * s.Unit), 3.6 * s.Unit, s.Inks.Accent).Move(s.X + (r * 0.3), y - (14 * s.Unit))
                .Line(s.X + (r * 0.62), y - (24 * s.Unit)).Line(s.X + (r * 0.42), y - (8 * s.Unit)).Close().Fill(s.Inks.Accent);
        }
    }

    private static void Planes(Stage s)
    {
        double lean = s.Random.Between(-30, 30);
        s.Svg.Circle(s.X + (s.Unit * s.Random.Between(-14, 14)), s.Height * 0.44, 34 * s.Unit, s.Inks.Second);
        s.Svg.Rotate(lean, s.X, s.Y);
        int lead = s.Random.Next(5);
        for (int i = 0; i < 5; i++)
        {
            int rank = (i + 1) / 2;
            double x = s.X + (rank * 18 * s.Unit * (i % 2 == 0 ? 1 : -1));
            double y = s.Y - (24 * s.Unit) + (rank * 20 * s.Unit);
            double u = (i == 0 ? 1.2 : 0.9) * s.Unit;
            s.Svg.Move(x, y - (13 * u)).Line(x + (2.6 * u), y - (8 * u)).Line(x + (16 * u), y + (4 * u)).Line(x + (16 * u), y + (8 * u))
                .Line(x + (2.2 * u), y + (5 * u)).Line(x + (1.6 * u), y + (12 * u)).Line(x + (6 * u), y + (16 * u))
                .Line(x - (6 * u), y + (16 * u)).Line(x - (1.6 * u), y + (12 * u)).Line(x - (2.2 * u), y + (5 * u))
                .Line(x - (16 * u), y + (8 * u)).Line(x - (16 * u), y + (4 * u)).Line(x - (2.6 * u), y - (8 * u)).Close()
                .Fill(i == lead ? s.Inks.Accent : s.Inks.Main);
        }

        s.Svg.EndGroup();
    }

    private static void Flag(Stage s)
    {
        double x = s.Width * 0.16;
        double top = s.Height * 0.12;
        double w = s.Width * 0.72;
        int stripes = 5;
        double h = s.Height * 0.5 / stripes;
        for (int i = 0; i < stripes; i++)
        {
            double end = w * s.Random.Between(0.66, 1);
            double y = top + (i * h);
            Ink ink = i % 2 == 0 ? s.Inks.Main : s.Inks.Accent;
            s.Svg.Move(x, y).Cubic(x + (end * 0.3), y - (9 * s.Unit), x + (end * 0.6), y + (9 * s.Unit), x + end, y)
                .Line(x + end - (s.Random.Between(2, 8) * s.Unit), y + (h * 0.5)).Line(x + end, y + h)
                .Cubic(x + (end * 0.6), y + h + (9 * s.Unit), x + (end * 0.3), y + h - (9 * s.Unit), x, y + h).Close().Fill(ink);
        }

        s.Svg.Rect(x - (3 * s.Unit), top - (5 * s.Unit), 3 * s.Unit, s.Height, s.Inks.Dark);
        Shapes.Ridge(s, s.Height * 0.9, s.Height * 0.06, 4, s.Inks.Dark);
    }

    private static void Wire(Stage s)
    {
        double sunY = s.Height * 0.56;
        s.Svg.Circle(s.X + (s.Unit * s.Random.Between(-20, 20)), sunY, s.Random.Between(26, 36) * s.Unit, s.Inks.Accent);
        for (int line = 0; line < 3; line++)
        {
            double y = s.Height * (0.44 + (0.15 * line));
            double slope = s.Random.Between(-0.05, 0.05) * s.Height;
            s.Svg.Move(0, y - slope).Line(s.Width, y + slope);
            for (int i = 0; i < 4; i++)
            {
                double share = (i + s.Random.Between(0.3, 0.7)) / 4;
                double x = s.Width * share;
                double at = y - slope + (2 * slope * share);
                double b = 4 * s.Unit;
                s.Svg.Move(x - b, at - b).Line(x + b, at + b).Move(x - (b * 0.2), at + b).Line(x + (b * 0.7), at - b);
            }
        }

        s.Svg.Stroke(s.Silhouette, 1.3 * s.Unit);
        double post = s.Width * s.Random.Between(0.2, 0.8);
        s.Svg.Move(post - (2.6 * s.Unit), s.Height).Line(post - (2 * s.Unit), s.Height * 0.34).Line(post + (2 * s.Unit), s.Height * 0.31)
            .Line(post + (2.6 * s.Unit), s.Height).Close().Fill(s.Silhouette);
        Shapes.Ridge(s, s.Height * 0.92, s.Height * 0.05, 5, s.Inks.Main);
    }

    private static void StencilStar(Stage s)
    {
        double r = s.Random.Between(36, 46) * s.Unit;
        double turn = s.Random.Between(-12, 12);
        Shapes.Star(s.Svg, s.X, s.Y, 5, r, r * 0.42, s.Inks.Main, turn);
        s.Svg.Rotate(turn + (s.Random.Chance(0.5) ? 0 : 36), s.X, s.Y);
        s.Svg.Rect(s.X - (1.6 * s.Unit), s.Y - r, 3.2 * s.Unit, 2 * r, s.Inks.Ground).EndGroup();
        s.Svg.Rotate(turn, s.X, s.Y).Rect(s.X - r, s.Y - (r * 0.02), 2 * r, 3.2 * s.Unit, s.Inks.Ground).EndGroup();
        for (int i = 0; i < 3; i++)
        {
            s.Svg.Rect(s.Width * 0.08 + (i * 9 * s.Unit), s.Height * 0.86, 6 * s.Unit, s.Height * 0.2, i == 1 ? s.Inks.Accent : s.Inks.Second);
        }
    }

    private static void March(Stage s)
    {
        double floor = s.Height * 0.72;
        double slope = s.Random.Between(5, 12) * s.Random.Sign();
        s.Svg.Circle(s.Width * s.Random.Between(0.3, 0.7), floor - (22 * s.Unit), s.Random.Between(22, 34) * s.Unit, s.Inks.Accent);
        s.Svg.Rotate(slope, s.X, floor);
        for (int i = 0; i < 5; i++)
        {
            double x = s.X + ((i - 2) * 21 * s.Unit);
            double h = s.Random.Between(27, 32) * s.Unit;
            Shapes.Figure(s.Svg, x, floor + (2 * s.Unit), h, s.Inks.Dark);
            s.Svg.Move(x - (1 * s.Unit), floor - (h * 0.5)).Line(x + (7 * s.Unit), floor - (h * 1.3)).Stroke(s.Inks.Dark, 1.2 * s.Unit);
        }

        s.Svg.Rect(-s.Width, floor, s.Width * 3, s.Height, s.Inks.Dark).EndGroup();
        s.StandOn(s.Inks.Dark);
    }

    private static void Device(Stage s)
    {
        double lean = s.Random.Sign();
        for (int i = 0; i < 3; i++)
        {
            double x = s.Width * (0.08 + (0.18 * i)) + (lean > 0 ? 0 : s.Width * 0.5);
            double run = s.Height * 0.5 * lean;
            s.Svg.Move(x, 0).Line(x + (s.Width * 0.09), 0).Line(x + (s.Width * 0.09) + run, s.Height + 1).Line(x + run, s.Height + 1)
                .Close();
        }

        s.Svg.Fill(s.Veil);
    }
}
