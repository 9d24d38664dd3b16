namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Film noir: slanted light, hats, lamps, smoke.</summary>
internal static class FilmNoirArt
{
    public static GenreArt Art { get; } = new(
        9,
        GenreArt.Inks(
            "15161a d8d3c4 3a3d44 c1121f ece7d8 08090b", "c9c3b2 14151a 8a877c 8c1c13 f1ecdd 0d0e11",
            "1d2733 e6dfc8 41566b e0a526 f2ecda 0c1219"),
        [Blinds, StreetLamp, Smoke, SpiralStair, LongShadow, HatInHalf],
        Device,
        [TypeFace.Condensed, TypeFace.Didone, TypeFace.BookishItalic]);

    private static void Blinds(Stage s)
    {
        double lean = s.Random.Between(9, 20) * s.Random.Sign();
        s.Svg.Rotate(lean, s.X, s.Y);
        for (double y = -s.Height * 0.3; y < s.Height * 1.3; y += 12 * s.Unit)
        {
            s.Svg.Rect(-s.Width * 0.5, y, s.Width * 2, s.Random.Between(4, 7) * s.Unit, s.Glow);
        }

        s.Svg.EndGroup();
        double x = s.X + (s.Unit * s.Random.Between(-16, 16));
        Ink shade = s.Inks.Dark;
        Shapes.Bust(s.Svg, x, s.Height + 1, s.Height * 0.7, shade);
        Shapes.Hat(s.Svg, x, s.Height * 0.43, 50 * s.Unit, shade);
        s.Svg.Rect(x - (14 * s.Unit), (s.Height * 0.43) - (7 * s.Unit), 28 * s.Unit, 3 * s.Unit, s.Inks.Accent);
    }

    private static void StreetLamp(Stage s)
    {
        int side = s.Random.Sign();
        double x = s.X + (18 * s.Unit * side);
        double floor = s.Height * 0.86;
        double top = s.Height * 0.16;
        double lamp = x - (16 * s.Unit * side);
        s.Svg.Move(lamp, top + (4 * s.Unit)).Line(lamp - (34 * s.Unit), floor)
            .Quad(lamp, floor + (12 * s.Unit), lamp + (34 * s.Unit), floor).Close().Fill(s.Glow, 0.9);
        s.Svg.Move(x, floor).Line(x, top + (8 * s.Unit)).Quad(x, top - (4 * s.Unit), lamp, top)
            .Stroke(s.Inks.Dark.Contrast(s.Inks.Ground) > 1.4 ? s.Inks.Dark : s.Inks.Second, 1.8 * s.Unit);
        s.Svg.Move(lamp - (6 * s.Unit), top + (5 * s.Unit)).Line(lamp + (6 * s.Unit), top + (5 * s.Unit)).Line(lamp, top - (1 * s.Unit))
            .Close().Fill(s.Inks.Accent);
        Shapes.Figure(s.Svg, lamp - (4 * s.Unit * side), floor + (2 * s.Unit), 40 * s.Unit, s.Inks.Dark);
        Shapes.Hat(s.Svg, lamp - (4 * s.Unit * side), floor - (35 * s.Unit), 14 * s.Unit, s.Inks.Dark);
    }

    private static void Smoke(Stage s)
    {
        int side = s.Random.Sign();
        double x = s.X + (10 * s.Unit * side);
        double y = s.Height * 0.8;
        for (int i = 0; i < 3; i++)
        {
            double sway = (18 + (9 * i)) * s.Unit * side;
            s.Svg.Move(x, y - (4 * s.Unit))
                .Cubic(x - sway, s.Height * 0.62, x + (sway * 1.3), s.Height * 0.42, x - (sway * 0.2), s.Height * 0.28)
                .Quad(x - sway, s.Height * 0.14, x + (sway * (0.4 * i)), -4);
        }

        s.Svg.Stroke(s.Inks.Main, 2.4 * s.Unit, 1, " stroke-linecap=\"round\"");
        s.Svg.Rotate(-24 * side, x, y).Rect(side > 0 ? x - (42 * s.Unit) : x, y - (2 * s.Unit), 42 * s.Unit, 5.4 * s.Unit, s.Inks.Light)
            .Rect(side > 0 ? x - (4 * s.Unit) : x - (1 * s.Unit), y - (2 * s.Unit), 5 * s.Unit, 5.4 * s.Unit, s.Inks.Accent).EndGroup();
    }

    private static void SpiralStair(Stage s)
    {
        double start = s.Random.Between(0, 360);
        int turn = s.Random.Sign();
        for (int i = 0; i < 15; i++)
        {
            double inner = (6 + (2.4 * i)) * s.Unit;
            double outer = (18 + (4 * i)) * s.Unit;
            double angle = start + (i * 24 * turn);
            (double x1, double y1) = Shapes.Polar(angle, inner);
            (double x2, double y2) = Shapes.Polar(angle, outer);
            (double x3, double y3) = Shapes.Polar(angle + (15 * turn), outer);
            (double x4, double y4) = Shapes.Polar(angle + (15 * turn), inner);
            s.Svg.Move(s.X + x1, s.Y + y1).Line(s.X + x2, s.Y + y2).Line(s.X + x3, s.Y + y3).Line(s.X + x4, s.Y + y4).Close();
        }

        s.Svg.Fill(s.Inks.Main);
        s.Svg.Circle(s.X, s.Y, 4.6 * s.Unit, s.Inks.Accent);
    }

    private static void LongShadow(Stage s)
    {
        int side = s.Random.Sign();
        double wall = s.Height * 0.66;
        s.Land(wall, s.Inks.Second);
        double x = s.X - (22 * s.Unit * side);
        s.Svg.Move(s.X - (40 * s.Unit * side), s.Height * 0.06).Line(s.X + (50 * s.Unit * side), s.Height * 0.02)
            .Line(s.X + (50 * s.Unit * side), wall).Line(s.X - (28 * s.Unit * side), wall).Close().Fill(s.Glow);
        Shapes.Bust(s.Svg, s.X + (16 * s.Unit * side), wall, 48 * s.Unit, s.Inks.Dark);
        Shapes.Hat(s.Svg, s.X + (16 * s.Unit * side), wall - (38 * s.Unit), 36 * s.Unit, s.Inks.Dark);
        Shapes.Figure(s.Svg, x, s.Height * 0.92, 36 * s.Unit, s.Inks.Accent);
    }

    private static void HatInHalf(Stage s)
    {
        int side = s.Random.Sign();
        s.Svg.Rect(side > 0 ? s.X : 0, 0, s.Width / 2, s.Height + 1, s.Inks.Main);
        double y = s.Height * 0.42;
        double edge = s.X;
        s.Svg.Move(edge, s.Height + 1).Line(edge, y - (20 * s.Unit))
            .Cubic(edge + (12 * s.Unit * side), y - (26 * s.Unit), edge + (18 * s.Unit * side), y - (14 * s.Unit), edge + (19 * s.Unit * side), y - (4 * s.Unit))
            .Line(edge + (36 * s.Unit * side), y + (1 * s.Unit))
            .Quad(edge + (20 * s.Unit * side), y + (8 * s.Unit), edge + (15 * s.Unit * side), y + (6 * s.Unit))
            .Cubic(edge + (16 * s.Unit * side), y + (22 * s.Unit), edge + (8 * s.Unit * side), y + (30 * s.Unit), edge + (7 * s.Unit * side), y + (34 * s.Unit))
            .Quad(edge + (40 * s.Unit * side), y + (40 * s.Unit), edge + (42 * s.Unit * side), s.Height + 1).Close().Fill(s.Inks.Ground);
        s.Svg.Circle(edge - (20 * s.Unit * side), y + (12 * s.Unit), 3.2 * s.Unit, s.Inks.Accent);
    }

    private static void Device(Stage s)
    {
        s.Svg.Rotate(s.Random.Between(10, 22) * s.Random.Sign(), s.X, s.Y);
        for (double y = -s.Height * 0.3; y < s.Height * 1.3; y += 11 * s.Unit)
        {
            s.Svg.Move(-s.Width * 0.5, y).Line(s.Width * 1.5, y);
        }

        s.Svg.Stroke(s.Veil, 4.5 * s.Unit).EndGroup();
    }
}
