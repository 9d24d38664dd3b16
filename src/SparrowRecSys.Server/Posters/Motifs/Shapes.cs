namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Figures that several motifs share. All begin and end their own element.</summary>
internal static class Shapes
{
    /// <summary>Star with points at <paramref name="outer"/> and notches at <paramref name="inner"/>; first point upwards, turned by degrees.</summary>
    public static void Star(SvgWriter svg, double x, double y, int points, double outer, double inner, Ink ink, double turn = 0, double opacity = 1)
    {
        for (int i = 0; i < points * 2; i++)
        {
            double radius = i % 2 == 0 ? outer : inner;
            (double dx, double dy) = Polar((180.0 * i / points) + turn - 90, radius);
            _ = i == 0 ? svg.Move(x + dx, y + dy) : svg.Line(x + dx, y + dy);
        }

        svg.Close().Fill(ink, opacity);
    }

    /// <summary>A standing person seen from behind, in a long coat.</summary>
    public static void Figure(SvgWriter svg, double x, double foot, double height, Ink ink)
    {
        double X(double share) => x + (share * height);
        double Y(double share) => foot - (share * height);
        svg.Move(X(-0.035), Y(0.87)).Cubic(X(-0.06), Y(0.845), X(-0.135), Y(0.85), X(-0.14), Y(0.78)).Line(X(-0.165), Y(0.47))
            .Quad(X(-0.145), Y(0.43), X(-0.12), Y(0.46))
            .Line(X(-0.12), Y(0.36)).Line(X(-0.095), foot).Line(X(-0.015), foot).Line(x, Y(0.34)).Line(X(0.015), foot)
            .Line(X(0.095), foot).Line(X(0.12), Y(0.36))
            .Line(X(0.12), Y(0.46)).Quad(X(0.145), Y(0.43), X(0.165), Y(0.47)).Line(X(0.14), Y(0.78))
            .Cubic(X(0.135), Y(0.85), X(0.06), Y(0.845), X(0.035), Y(0.87)).Close()
            .Move(X(-0.068), Y(0.93)).Arc(0.068 * height, X(0.068), Y(0.93)).Arc(0.068 * height, X(-0.068), Y(0.93)).Close().Fill(ink);
    }

    /// <summary>Head and shoulders from the front, standing on <paramref name="foot"/>.</summary>
    public static void Bust(SvgWriter svg, double x, double foot, double height, Ink ink)
    {
        double h = height;
        svg.Move(x - (0.52 * h), foot).Cubic(x - (0.5 * h), foot - (0.34 * h), x - (0.3 * h), foot - (0.36 * h), x - (0.12 * h), foot - (0.42 * h))
            .Line(x - (0.12 * h), foot - (0.52 * h)).Cubic(x - (0.3 * h), foot - (0.7 * h), x - (0.24 * h), foot - h, x, foot - h)
            .Cubic(x + (0.24 * h), foot - h, x + (0.3 * h), foot - (0.7 * h), x + (0.12 * h), foot - (0.52 * h))
            .Line(x + (0.12 * h), foot - (0.42 * h))
            .Cubic(x + (0.3 * h), foot - (0.36 * h), x + (0.5 * h), foot - (0.34 * h), x + (0.52 * h), foot).Close().Fill(ink);
    }

    /// <summary>A hat with a brim, its brim line at <paramref name="y"/>.</summary>
    public static void Hat(SvgWriter svg, double x, double y, double width, Ink ink)
    {
        double w = width;
        svg.Move(x - (0.5 * w), y).Quad(x, y + (0.14 * w), x + (0.5 * w), y)
            .Quad(x + (0.34 * w), y - (0.04 * w), x + (0.28 * w), y - (0.07 * w))
            .Cubic(x + (0.26 * w), y - (0.4 * w), x + (0.1 * w), y - (0.42 * w), x, y - (0.36 * w))
            .Cubic(x - (0.1 * w), y - (0.42 * w), x - (0.26 * w), y - (0.4 * w), x - (0.28 * w), y - (0.07 * w))
            .Quad(x - (0.34 * w), y - (0.04 * w), x - (0.5 * w), y).Close().Fill(ink);
    }

    public static void Heart(SvgWriter svg, double x, double y, double size, Ink ink, double opacity = 1) =>
        svg.Move(x, y + size).Cubic(x - (1.5 * size), y - (0.1 * size), x - (0.9 * size), y - (1.1 * size), x, y - (0.4 * size))
            .Cubic(x + (0.9 * size), y - (1.1 * size), x + (1.5 * size), y - (0.1 * size), x, y + size).Close().Fill(ink, opacity);

    /// <summary>Sickle moon, open to the right.</summary>
    public static void Crescent(SvgWriter svg, double x, double y, double radius, Ink ink) =>
        svg.Move(x + (0.4 * radius), y - (0.92 * radius))
            .Arc(radius, x + (0.4 * radius), y + (0.92 * radius), clockwise: false, large: true)
            .Arc(radius * 0.98, x + (0.4 * radius), y - (0.92 * radius), clockwise: true).Close().Fill(ink);

    /// <summary>An almond eye with iris and pupil.</summary>
    public static void Eye(SvgWriter svg, double x, double y, double width, Ink white, Ink iris, Ink pupil)
    {
        double w = width / 2;
        svg.Move(x - w, y).Quad(x, y - (1.05 * w), x + w, y).Quad(x, y + (1.05 * w), x - w, y).Close().Fill(white);
        svg.Circle(x, y, w * 0.46, iris).Circle(x, y, w * 0.22, pupil).Circle(x + (w * 0.14), y - (w * 0.16), w * 0.07, white);
    }

    /// <summary>Ridge from edge to edge, down to the lower edge, as straight facets.</summary>
    /// <param name="stage">Where it stands.</param>
    /// <param name="top">Mean height of the ridge.</param>
    /// <param name="relief">Half the height of its peaks.</param>
    /// <param name="peaks">How many.</param>
    /// <param name="ink">Of the land.</param>
    public static void Ridge(Stage stage, double top, double relief, int peaks, Ink ink)
    {
        stage.Svg.Move(-2, stage.Height + 1).Line(-2, top + (relief * stage.Random.Between(-0.3, 0.6)));
        double step = stage.Width / peaks;
        for (int i = 0; i < peaks; i++)
        {
            double left = i * step;
            stage.Svg.Line(left + (step * stage.Random.Between(0.35, 0.6)), top - (relief * stage.Random.Between(0.4, 1)))
                .Line(left + step + (i == peaks - 1 ? 2 : 0), top + (relief * stage.Random.Between(0.1, 0.8)));
        }

        stage.Svg.Line(stage.Width + 2, stage.Height + 1).Close().Fill(ink);
        stage.StandOn(ink);
    }

    /// <summary>Soft hills from edge to edge, down to the lower edge.</summary>
    public static void Hills(Stage stage, double top, double relief, int waves, Ink ink)
    {
        double step = stage.Width / waves;
        double side = stage.Random.Sign();
        stage.Svg.Move(-2, stage.Height + 1).Line(-2, top);
        for (int i = 0; i < waves; i++, side = -side)
        {
            double left = i * step;
            stage.Svg.Cubic(left + (step * 0.35), top + (side * relief), left + (step * 0.65), top + (side * relief), left + step + (i == waves - 1 ? 2 : 0), top);
        }

        stage.Svg.Line(stage.Width + 2, stage.Height + 1).Close().Fill(ink);
        stage.StandOn(ink);
    }

    /// <summary>Wedges from a point, beyond all edges: a sunburst.</summary>
    public static void Rays(Stage stage, double x, double y, int count, Ink ink, double opacity = 1, double turn = 0)
    {
        double reach = stage.Width + stage.Height;
        for (int i = 0; i < count; i++)
        {
            (double x1, double y1) = Polar((360.0 * i / count) + turn, reach);
            (double x2, double y2) = Polar((360.0 * (i + 0.5) / count) + turn, reach);
            stage.Svg.Move(x, y).Line(x + x1, y + y1).Line(x + x2, y + y2).Close();
        }

        stage.Svg.Fill(ink, opacity);
    }

    /// <summary>House fronts side by side on the lower edge, some windows lit.</summary>
    public static void Skyline(Stage stage, double foot, double height, int houses, Ink ink, Ink window)
    {
        SvgWriter svg = stage.Svg;
        double step = stage.Width / houses;
        Span<double> tops = stackalloc double[houses];
        svg.Move(-2, stage.Height + 1);
        for (int i = 0; i < houses; i++)
        {
            tops[i] = foot - (height * stage.Random.Between(0.3, 1));
            svg.Line((i * step) - (i == 0 ? 2 : 0), tops[i]).Line(((i + 1) * step) + (i == houses - 1 ? 2 : 0), tops[i]);
        }

        svg.Line(stage.Width + 2, stage.Height + 1).Close().Fill(ink);
        for (int i = 0; i < houses; i++)
        {
            double x = (i * step) + (step * stage.Random.Between(0.2, 0.6));
            svg.Rect(x, tops[i] + (height * stage.Random.Between(0.08, 0.25)), step * 0.18, step * 0.24, window);
        }

        stage.StandOn(ink);
    }

    /// <summary>Rows of waves; each row covers what lies under it.</summary>
    public static void Sea(Stage stage, double top, int rows, Ink near, Ink far)
    {
        for (int row = 0; row < rows; row++)
        {
            double share = rows == 1 ? 1 : (double)row / (rows - 1);
            Hills(stage, top + ((stage.Height - top) * row / rows), 5 * stage.Unit, 4 + (row % 2), far.Mix(near, share));
        }
    }

    /// <summary>Point at an angle (degrees, clockwise from the right) and a distance.</summary>
    public static (double X, double Y) Polar(double degrees, double radius)
    {
        (double sin, double cos) = Math.SinCos(degrees * Math.PI / 180);
        return (cos * radius, sin * radius);
    }
}
