namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Children: kites, boats, blocks, a whale.</summary>
internal static class ChildrenArt
{
    public static GenreArt Art { get; } = new(
        4,
        GenreArt.Inks(
            "8ecae6 ffb703 fb8500 e63946 fdfcf0 023047", "f9dc5c ed254e 3185fc 57c785 fffbea 2b2d42",
            "b5e48c 1a759f f94144 ffd166 fbfff1 184e77", "f7b2ad 2a6f97 f4d35e e4572e fff7f0 1d3557"),
        [Kite, Balloons, Blocks, Whale, PaperBoat],
        Device,
        [TypeFace.Rounded]);

    private static void Kite(Stage s)
    {
        int side = s.Random.Sign();
        double x = s.X + (12 * s.Unit * side);
        double y = s.Height * 0.36;
        double w = 25 * s.Unit;
        s.Svg.Move(x, y + (w * 1.5)).Cubic(x - (30 * s.Unit * side), y + (w * 2.1), x + (12 * s.Unit * side), y + (w * 2.4), x - (34 * s.Unit * side), s.Height * 0.98)
            .Stroke(s.Silhouette, 0.9 * s.Unit);
        s.Svg.Rotate(18 * side, x, y);
        s.Svg.Move(x, y - (w * 1.1)).Line(x + w, y).Line(x, y + (w * 1.6)).Line(x - w, y).Close().Fill(s.Inks.Main);
        s.Svg.Move(x, y - (w * 1.1)).Line(x + w, y).Line(x, y).Close().Move(x, y).Line(x, y + (w * 1.6)).Line(x - w, y).Close()
            .Fill(s.Inks.Second);
        s.Svg.EndGroup();
        Shapes.Hills(s, s.Height * 0.92, 6 * s.Unit, 2, s.Inks.Accent);
        Shapes.Figure(s.Svg, s.X - (34 * s.Unit * side), s.Height * 0.99, 15 * s.Unit, s.Silhouette);
    }

    private static void Balloons(Stage s)
    {
        Ink[] inks = [s.Inks.Main, s.Inks.Second, s.Inks.Accent, s.Inks.Light, s.Inks.Main];
        double knotX = s.X + (s.Unit * s.Random.Between(-10, 10));
        double knotY = s.Height * 0.92;
        Span<(double X, double Y, double R)> balloons = stackalloc (double, double, double)[inks.Length];
        for (int i = 0; i < inks.Length; i++)
        {
            balloons[i] = (s.X + ((i - 2) * 17 * s.Unit), s.Height * s.Random.Between(0.22, 0.46), s.Random.Between(10, 15) * s.Unit);
            s.Svg.Move(balloons[i].X, balloons[i].Y).Quad(balloons[i].X, s.Height * 0.7, knotX, knotY);
        }

        s.Svg.Stroke(s.Inks.Dark, 0.6 * s.Unit);
        for (int i = 0; i < inks.Length; i++)
        {
            s.Svg.Ellipse(balloons[i].X, balloons[i].Y, balloons[i].R, balloons[i].R * 1.2, inks[i]);
        }

        Shapes.Figure(s.Svg, knotX, s.Height * 1.1, 26 * s.Unit, s.Inks.Dark);
    }

    private static void Blocks(Stage s)
    {
        double size = 24 * s.Unit;
        double floor = s.Height * 0.9;
        Ink[] inks = [s.Inks.Main, s.Inks.Second, s.Inks.Accent, s.Inks.Light];
        for (int column = 0; column < 3; column++)
        {
            double x = s.X + ((column - 1.5) * size);
            int height = 1 + s.Random.Next(3);
            for (int i = 0; i < height; i++)
            {
                double y = floor - ((i + 1) * size);
                Ink ink = inks[(column + (i * 2) + height) % 4];
                s.Svg.Rect(x, y, size, size, ink);
                s.Svg.Circle(x + (size / 2), y + (size / 2), size * 0.26, inks[(column + (i * 2) + height + 1) % 4]);
            }

            double top = floor - (height * size);
            s.Svg.Move(x, top).Line(x + (size / 2), top - (size * 0.8)).Line(x + size, top).Close().Fill(inks[(column + height + 3) % 4]);
        }

        s.Land(floor, s.Inks.Dark);
    }

    private static void Whale(Stage s)
    {
        int side = s.Random.Sign();
        double x = s.X;
        double y = s.Height * 0.6;
        double r = 34 * s.Unit;
        s.Svg.Circle(x - (side * r), s.Height * 0.22, 11 * s.Unit, s.Inks.Accent);
        s.Svg.Move(x - (r * side), y).Arc(r, x + (r * side), y, clockwise: side > 0)
            .Cubic(x + (r * 1.3 * side), y, x + (r * 1.4 * side), y - (r * 0.3), x + (r * 1.35 * side), y - (r * 0.6))
            .Cubic(x + (r * 1.8 * side), y + (r * 0.1), x + (r * 1.3 * side), y + (r * 0.7), x + (r * 0.6 * side), y + (r * 0.7))
            .Line(x - (r * 0.4 * side), y + (r * 0.7))
            .Quad(x - (r * side), y + (r * 0.6), x - (r * side), y).Close().Fill(s.Inks.Main);
        s.Svg.Circle(x - (r * 0.55 * side), y - (r * 0.05), 2.4 * s.Unit, s.Inks.Dark);
        double spout = y - (r * 1.05);
        s.Svg.Move(x, spout).Quad(x, spout - (r * 0.6), x - (r * 0.4), spout - (r * 0.5)).Move(x, spout)
            .Quad(x, spout - (r * 0.6), x + (r * 0.4), spout - (r * 0.5))
            .Stroke(s.Inks.Light, 2.4 * s.Unit, 1, " stroke-linecap=\"round\"");
        Shapes.Sea(s, y + (r * 0.45), 2, s.Inks.Dark, s.Inks.Second);
    }

    private static void PaperBoat(Stage s)
    {
        double y = s.Height * 0.62;
        double w = 34 * s.Unit;
        s.Svg.Circle(s.X + (20 * s.Unit * s.Random.Sign()), s.Height * 0.3, 17 * s.Unit, s.Inks.Main);
        s.Svg.Rotate(s.Random.Between(-9, 9), s.X, y);
        s.Svg.Move(s.X, y - (w * 0.9)).Line(s.X + (w * 0.5), y).Line(s.X - (w * 0.5), y).Close().Fill(s.Inks.Light);
        s.Svg.Move(s.X, y - (w * 0.9)).Line(s.X + (w * 0.5), y).Line(s.X, y).Close().Fill(s.Inks.Accent);
        s.Svg.Move(s.X - w, y - (w * 0.25)).Line(s.X, y).Line(s.X + w, y - (w * 0.25)).Line(s.X + (w * 0.6), y + (w * 0.4))
            .Line(s.X - (w * 0.6), y + (w * 0.4)).Close().Fill(s.Inks.Light);
        s.Svg.EndGroup();
        Shapes.Sea(s, y + (w * 0.22), 3, s.Inks.Dark, s.Inks.Second);
    }

    private static void Device(Stage s)
    {
        for (int i = 0; i < 6; i++)
        {
            double x = s.Width * ((i % 3) + s.Random.Between(0.1, 0.9)) / 3;
            double y = s.Height * ((i / 3) + s.Random.Between(0.1, 0.9)) * 0.35;
            Shapes.Star(s.Svg, x, y, 5, 5 * s.Unit, 2.2 * s.Unit, s.Veil, s.Random.Between(0, 60));
        }
    }
}
