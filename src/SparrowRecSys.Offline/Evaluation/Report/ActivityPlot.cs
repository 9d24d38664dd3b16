using System.Xml.Linq;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>One model's quality for users of whom little to much is known, as columns; a dash marks the baseline's.</summary>
internal static class ActivityPlot
{
    private const double Width = 200;
    private const double Height = 120;
    private const double LeftMargin = 34;
    private const double Top = 8;
    private const double Bottom = Height - 18;

    /// <param name="model">Its name.</param>
    /// <param name="axis">The same for all models.</param>
    /// <param name="groups">The least active users first.</param>
    /// <param name="values">By group.</param>
    /// <param name="baseline">By group; empty where there is none.</param>
    public static XElement Create(
        string model, Axis axis, IReadOnlyList<ActivityGroup> groups, IReadOnlyList<MetricEstimate> values, IReadOnlyList<MetricEstimate> baseline)
    {
        double step = (Width - LeftMargin) / Math.Max(1, groups.Count);
        double Y(double value) => Bottom - (axis.PlaceOf(value) * (Bottom - Top));
        IEnumerable<XElement> grid = axis.Ticks.SelectMany(tick => new[]
        {
            Svg.Line(tick == 0 ? "axis" : "grid", LeftMargin, Y(tick), Width, Y(tick)),
            Svg.Text("tick end", LeftMargin - 5, Y(tick) + 4, Axis.Label(tick)),
        });
        IEnumerable<XElement> columns = groups.SelectMany((group, i) =>
        {
            MetricEstimate value = values[i];
            double middle = LeftMargin + ((i + 0.5) * step);
            string tip = $"{Words(group)}: {EvaluationWords.Number(value.Value)} ({EvaluationWords.Number(value.Lower)} to {EvaluationWords.Number(value.Upper)})";
            XElement?[] marks =
            [
                Svg.Bar(model == EvaluationWords.Baseline ? "bar base" : "bar", middle - (step * 0.3), Y(value.Value), step * 0.6, Bottom - Y(value.Value), tip),
                Svg.Line("whisker", middle, Y(value.Lower), middle, Y(value.Upper)),
                i < baseline.Count ? Svg.Line("mark", middle - (step * 0.42), Y(baseline[i].Value), middle + (step * 0.42), Y(baseline[i].Value)) : null,
                Svg.Text("tick middle", middle, Height - 4, EvaluationWords.Count(group.Most)),
            ];
            return marks.OfType<XElement>();
        });
        string description = string.Join("; ", groups.Select((group, i) => $"{Words(group)} {EvaluationWords.Number(values[i].Value)}"));
        return Svg.Figure(model, Svg.Drawing(model + " by activity of the user", description, Width, Height, grid, columns));
    }

    /// <summary>Such as <c>21 to 45 interactions</c>.</summary>
    public static string Words(ActivityGroup group) =>
        group.Fewest == group.Most ? $"{EvaluationWords.Count(group.Most)} interactions" : $"{EvaluationWords.Count(group.Fewest)} to {EvaluationWords.Count(group.Most)} interactions";
}
