namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>More of the compositions of <see cref="DramaArt"/>.</summary>
internal static class DramaScenes
{
    public static Composition[] All { get; } = [Train, Facing, Rain, House, Crowd, Bridge, Mirror, Leaves];

    private static void Train(Stage s)
    {
        double horizon = s.Height * s.Random.Between(0.3, 0.42);
        double x = s.Width * s.Random.Between(0.3, 0.7);
        s.Land(horizon, s.Inks.Second);
        s.Svg.Circle(x, horizon - (12 * s.Unit), 9 * s.Unit, s.Inks.Accent);
        double h = s.Height - horizon;
        for (int i = 1; i <= 9; i++)
        {
            double share = i * i / 81.0;
            double mid = x + ((s.X - x) * share);
            s.Svg.Rect(mid - (42 * s.Unit * share), horizon + (h * share), 84 * s.Unit * share, 7 * s.Unit * share, s.Inks.Dark);
        }

        s.Svg.Move(x, horizon).Line(s.X - (34 * s.Unit), s.Height + 1).Line(s.X - (29 * s.Unit), s.Height + 1).Close()
            .Move(x, horizon).Line(s.X + (34 * s.Unit), s.Height + 1).Line(s.X + (29 * s.Unit), s.Height + 1).Close().Fill(s.Inks.Main);
        Shapes.Figure(s.Svg, x + ((s.X - x) * 0.3), horizon + (h * 0.3), 22 * s.Unit, s.Inks.Light);
    }

    private static void Facing(Stage s)
    {
        double h = s.Height * 0.86;
        Profile(s, 0, h, 1, s.Inks.Main);
        Profile(s, s.Width, h, -1, s.Inks.Second);
        s.Svg.Circle(s.X, s.Height * s.Random.Between(0.12, 0.2), 5 * s.Unit, s.Inks.Accent);
    }

    /// <summary>A face in profile that enters from an edge and looks across.</summary>
    internal static void Profile(Stage s, double edge, double height, int side, Ink ink)
    {
        double top = s.Height - height;
        double u = Math.Min(s.Width / 100, height / 110);
        double X(double across) => edge + (side * across * u);
        double Y(double down) => top + (height * down / 100);
        s.Svg.Move(edge, Y(4)).Cubic(X(14), Y(0), X(32), Y(6), X(34), Y(22)).Cubic(X(35), Y(28), X(34), Y(31), X(37), Y(35))
            .Line(X(43), Y(44)).Quad(X(43), Y(47), X(38), Y(47))
            .Line(X(39), Y(52)).Line(X(37), Y(54)).Line(X(38.5), Y(57)).Quad(X(38), Y(61), X(36), Y(62))
            .Cubic(X(37), Y(70), X(31), Y(73), X(20), Y(71)).Line(X(18), Y(82))
            .Cubic(X(28), Y(88), X(34), Y(92), X(36), Y(101)).Line(edge, Y(101)).Close().Fill(ink);
    }

    private static void Rain(Stage s)
    {
        double lean = s.Random.Between(-0.35, 0.35);
        for (int i = 0; i < 26; i++)
        {
            double x = s.Width * s.Random.Between(-0.1, 1.1);
            double y = s.Height * s.Random.Between(-0.05, 0.9);
            double length = s.Random.Between(7, 20) * s.Unit;
            s.Svg.Move(x, y).Line(x + (length * lean), y + length);
        }

        s.Svg.Stroke(s.Inks.Second, 0.9 * s.Unit, 1, " stroke-linecap=\"round\"");
        double foot = s.Height * 0.92;
        double at = s.X + (s.Unit * s.Random.Between(-16, 16));
        double r = 22 * s.Unit;
        double brim = foot - (34 * s.Unit);
        Shapes.Figure(s.Svg, at, foot, 36 * s.Unit, s.Silhouette);
        s.Svg.Move(at - r, brim).Arc(r, at + r, brim).Quad(at + (r * 0.66), brim - (4 * s.Unit), at + (r * 0.33), brim)
            .Quad(at, brim - (4 * s.Unit), at - (r * 0.33), brim)
            .Quad(at - (r * 0.66), brim - (4 * s.Unit), at - r, brim).Close().Fill(s.Inks.Accent);
        s.Land(foot, s.Inks.Main);
    }

    private static void House(Stage s)
    {
        double floor = s.Height * s.Random.Between(0.72, 0.82);
        double w = s.Random.Between(20, 30) * s.Unit;
        double x = s.Width * s.Random.Between(0.3, 0.7);
        s.Svg.Circle(s.Width - x, s.Height * 0.24, s.Random.Between(8, 15) * s.Unit, s.Inks.Accent);
        Shapes.Hills(s, floor, 5 * s.Unit, 2, s.Inks.Second);
        double wall = floor - (w * 0.8);
        s.Svg.Rect(x - (w / 2), wall, w, w * 1.1, s.Inks.Light.Contrast(s.Inks.Ground) > 1.4 ? s.Inks.Light : s.Inks.Main);
        s.Svg.Move(x - (w * 0.62), wall).Line(x - (w * 0.1), wall - (w * 0.6)).Line(x + (w * 0.62), wall).Close().Fill(s.Inks.Dark);
        s.Svg.Rect(x + (w * 0.08), wall + (w * 0.25), w * 0.24, w * 0.3, s.Inks.Accent)
            .Rect(x - (w * 0.32), wall + (w * 0.3), w * 0.22, w * 0.8, s.Inks.Dark);
        Shapes.Hills(s, floor + (15 * s.Unit), 4 * s.Unit, 3, s.Inks.Main);
    }

    private static void Crowd(Stage s)
    {
        int odd = s.Random.Next(5);
        double r = s.Width / 11;
        Ink[] inks = [s.Inks.Second, s.Inks.Main, s.Inks.Dark];
        for (int row = 0; row < 3; row++)
        {
            double y = s.Height * (0.42 + (0.21 * row));
            for (int i = 0; i < 5; i++)
            {
                double x = ((i * 2.4) + (row % 2 == 0 ? 0.7 : 1.9) - 0.6) * r;
                Ink ink = row == 1 && i == odd ? s.Inks.Accent : inks[row];
                s.Svg.Circle(x, y, r * 0.72, ink).Rect(x - (r * 1.12), y + (r * 0.95), r * 2.24, s.Height, ink, 1, r * 0.9);
            }
        }
    }

    private static void Bridge(Stage s)
    {
        double deck = s.Height * s.Random.Between(0.54, 0.64);
        double radius = s.Width * 0.2;
        s.Svg.Circle(s.Width * s.Random.Between(0.25, 0.75), s.Height * 0.26, 13 * s.Unit, s.Inks.Accent);
        Shapes.Figure(s.Svg, s.Width * s.Random.Between(0.2, 0.8), deck + 1, 20 * s.Unit, s.Silhouette);
        double foot = deck + radius + (11 * s.Unit);
        s.Svg.Move(-2, deck).Line(s.Width + 2, deck).Line(s.Width + 2, foot).Line(s.Width - (s.Width * 0.05), foot)
            .Arc(radius, s.Width * 0.55, foot, clockwise: false)
            .Line(s.Width * 0.45, foot).Arc(radius, s.Width * 0.05, foot, clockwise: false).Line(-2, foot).Close().Fill(s.Inks.Main);
        Shapes.Sea(s, foot - 1, 3, s.Inks.Dark, s.Inks.Second);
    }

    private static void Mirror(Stage s)
    {
        double y = s.Height * 0.47;
        double rx = s.Random.Between(24, 30) * s.Unit;
        double ry = rx * 1.4;
        s.Svg.Ellipse(s.X, y, rx + (4 * s.Unit), ry + (4 * s.Unit), s.Inks.Accent).Ellipse(s.X, y, rx, ry, s.Glow);
        s.Svg.Raw("<clipPath id=\"m\">").Ellipse(s.X, y, rx, ry, s.Glow).Raw("</clipPath><g clip-path=\"url(#m)\">");
        Shapes.Bust(s.Svg, s.X + (rx * s.Random.Between(-0.3, 0.3)), y + ry, ry * 1.5, s.Inks.Dark);
        s.Svg.EndGroup();
        int side = s.Random.Sign();
        Shapes.Bust(s.Svg, s.X + (34 * s.Unit * side), s.Height + 1, s.Height * 0.5, s.Inks.Second);
    }

    private static void Leaves(Stage s)
    {
        double x = s.Width * s.Random.Between(0.4, 0.6);
        double bend = s.Unit * s.Random.Between(-24, 24);
        s.Svg.Move(x, s.Height + 2).Quad(x + bend, s.Height * 0.5, x - (bend * 0.4), s.Height * 0.12).Stroke(s.Inks.Dark, 1.2 * s.Unit);
        int accent = s.Random.Next(8);
        for (int i = 0; i < 8; i++)
        {
            double share = 0.1 + (0.1 * i);
            double at = (x * (1 - share) * (1 - share)) + (2 * (x + bend) * share * (1 - share)) + ((x - (bend * 0.4)) * share * share);
            double y = (s.Height * (1 - share) * (1 - share)) + (s.Height * share * (1 - share)) + (s.Height * 0.12 * share * share);
            double length = (30 - (2 * i)) * s.Unit;
            s.Svg.Rotate(i % 2 == 0 ? -38 : 218, at, y).Move(at, y).Quad(at + (length * 0.5), y - (length * 0.42), at + length, y)
                .Quad(at + (length * 0.5), y + (length * 0.3), at, y).Close()
                .Fill(i == accent ? s.Inks.Accent : i % 3 == 0 ? s.Inks.Second : s.Inks.Main).EndGroup();
        }
    }
}
