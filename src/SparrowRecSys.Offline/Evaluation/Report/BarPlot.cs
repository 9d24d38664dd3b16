using System.Xml.Linq;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>One metric of all models as bars with their intervals; a broken line stands where the baseline ends.</summary>
internal static class BarPlot
{
    private const double RowHeight = 24;
    private const double Thickness = 12;
    private const double LeftMargin = 112;
    private const double RightMargin = 56;
    private const double Top = 4;
    private const double BottomMargin = 22;
    private const double PlotWidth = Svg.Width - LeftMargin - RightMargin;

    /// <param name="title">What is shown.</param>
    /// <param name="values">By model, in the order of the rows.</param>
    public static XElement Create(string title, IReadOnlyList<(string Model, MetricEstimate Estimate)> values)
    {
        var axis = new Axis(values.Select(value => value.Estimate.Upper).DefaultIfEmpty(0).Max());
        double bottom = Top + (values.Count * RowHeight);
        string description = string.Join("; ", values.Select(value => $"{value.Model} {Tip(value.Estimate)}"));
        IEnumerable<XElement> grid = axis.Ticks.SelectMany(tick => new[]
        {
            Svg.Line(tick == 0 ? "axis" : "grid", X(axis, tick), Top, X(axis, tick), bottom),
            Svg.Text("tick middle", X(axis, tick), bottom + 15, Axis.Label(tick)),
        });
        IEnumerable<XElement> baseline = values.Where(value => value.Model == EvaluationWords.Baseline)
            .Select(value => Svg.Line("baseline", X(axis, value.Estimate.Value), Top, X(axis, value.Estimate.Value), bottom));
        IEnumerable<XElement> rows = values.SelectMany((value, i) => Svg.ModelName(value.Model, LeftMargin - 8, Top + ((i + 0.5) * RowHeight))
            .Concat(Row(axis, value.Model, value.Estimate, Top + ((i + 0.5) * RowHeight))));
        return Svg.Figure(title, Svg.Drawing(title, description, Svg.Width, bottom + BottomMargin, grid, rows, baseline));
    }

    private static IEnumerable<XElement> Row(Axis axis, string model, MetricEstimate estimate, double middle)
    {
        bool isBaseline = model == EvaluationWords.Baseline;
        string tip = $"{model}: {Tip(estimate)}";
        (double lower, double upper) = (X(axis, estimate.Lower), X(axis, estimate.Upper));
        yield return Svg.Bar(isBaseline ? "bar base" : "bar", LeftMargin, middle - (Thickness / 2), X(axis, estimate.Value) - LeftMargin, Thickness, tip);
        yield return Svg.Line("whisker", lower, middle, upper, middle);
        yield return Svg.Line("whisker", lower, middle - 3, lower, middle + 3);
        yield return Svg.Line("whisker", upper, middle - 3, upper, middle + 3);
        yield return Svg.Text("label end value", Svg.Width - 2, middle + 4, EvaluationWords.Number(estimate.Value));
    }

    private static double X(Axis axis, double value) => LeftMargin + (axis.PlaceOf(value) * PlotWidth);

    private static string Tip(MetricEstimate estimate) =>
        $"{EvaluationWords.Number(estimate.Value)} ({EvaluationWords.Number(estimate.Lower)} to {EvaluationWords.Number(estimate.Upper)})";
}
