using System.Globalization;
using System.Xml.Linq;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>A point for each model: how much of the catalog it shows, and how often it is right.</summary>
internal static class ScatterPlot
{
    private const double Height = 300;
    private const double LeftMargin = 52;
    private const double RightMargin = 14;
    private const double Top = 14;
    private const double Bottom = Height - 42;
    private const double LetterWidth = 7;

    /// <param name="title">What is shown.</param>
    /// <param name="metric">Name of the vertical axis.</param>
    /// <param name="points">By model: coverage 0 to 1, and the metric.</param>
    public static XElement Create(string title, string metric, IReadOnlyList<(string Model, double Coverage, double Value)> points)
    {
        var across = new Axis(points.Select(point => point.Coverage).DefaultIfEmpty(0).Max());
        var up = new Axis(points.Select(point => point.Value).DefaultIfEmpty(0).Max());
        double X(double value) => LeftMargin + (across.PlaceOf(value) * (Svg.Width - LeftMargin - RightMargin));
        double Y(double value) => Bottom - (up.PlaceOf(value) * (Bottom - Top));
        IEnumerable<XElement> grid =
        [
            .. up.Ticks.SelectMany(tick => new[]
            {
                Svg.Line(tick == 0 ? "axis" : "grid", LeftMargin, Y(tick), Svg.Width - RightMargin, Y(tick)),
                Svg.Text("tick end", LeftMargin - 6, Y(tick) + 4, Axis.Label(tick)),
            }),
            .. across.Ticks.SelectMany(tick => new[]
            {
                Svg.Line(tick == 0 ? "axis" : "grid", X(tick), Top, X(tick), Bottom),
                Svg.Text("tick middle", X(tick), Bottom + 15, Axis.PercentLabel(tick)),
            }),
            Svg.Text("tick middle", (LeftMargin + Svg.Width - RightMargin) / 2, Height - 6, "coverage: movies that stand in at least one list"),
        ];
        (string Model, double X, double Y, string Tip)[] dots = [.. points.Select(point => (point.Model, X(point.Coverage), Y(point.Value), Tip(point)))];
        IEnumerable<XElement> marks = dots.Select(dot => Svg.Dot(dot.Model == EvaluationWords.Baseline ? "dot base" : "dot", dot.X, dot.Y, dot.Tip));
        string Tip((string Model, double Coverage, double Value) point) =>
            $"{point.Model}: {metric} {EvaluationWords.Number(point.Value)}, coverage {point.Coverage.ToString("P1", CultureInfo.InvariantCulture)}";
        return Svg.Figure(title, Svg.Drawing(title, string.Join("; ", dots.Select(dot => dot.Tip)), Svg.Width, Height, grid, marks, Labels(dots)));
    }

    /// <summary>Each name beside its point where it hides least.</summary>
    private static List<XElement> Labels((string Model, double X, double Y, string Tip)[] dots)
    {
        var labels = new List<XElement>();
        List<Box> taken = [.. dots.Select(dot => new Box(dot.X - 6, dot.Y - 6, 12, 12))];
        foreach ((string model, double x, double y, _) in dots)
        {
            string text = Svg.Shortened(model, 18);
            double width = text.Length * LetterWidth;
            Box[] places =
            [
                new(x + 9, y - 7, width, 14), new(x - 9 - width, y - 7, width, 14), new(x - (width / 2), y - 22, width, 14), new(x - (width / 2), y + 8, width, 14),
                new(x + 7, y - 20, width, 14), new(x + 7, y + 6, width, 14), new(x - 7 - width, y - 20, width, 14), new(x - 7 - width, y + 6, width, 14),
            ];
            Box best = places.MinBy(place => place.Outside() + taken.Sum(place.Overlap)); // the first of equal ones
            taken.Add(best);
            labels.Add(Svg.Text(model == EvaluationWords.Baseline ? "label quiet" : "label", best.X, best.Y + 11, text));
        }

        return labels;
    }

    private readonly record struct Box(double X, double Y, double Width, double Height)
    {
        public double Overlap(Box other) =>
            Math.Max(0, Math.Min(X + Width, other.X + other.Width) - Math.Max(X, other.X))
            * Math.Max(0, Math.Min(Y + Height, other.Y + other.Height) - Math.Max(Y, other.Y));

        /// <summary>How much lies outside the plot, weighed heavily: a name that is cut off is worse than two that touch.</summary>
        public double Outside() =>
            100 * (Math.Max(0, LeftMargin - X) + Math.Max(0, X + Width - Svg.Width) + Math.Max(0, -Y) + Math.Max(0, Y + Height - Bottom));
    }
}
