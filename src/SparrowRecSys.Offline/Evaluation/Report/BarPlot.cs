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
    /// <param name="origin">Value where bars begin, such as 0.5 for AUC: what is below has no bar.</param>
    /// <param name="baseline">Name of the model that the others are compared with.</param>
    public static XElement Create(
        string title, IReadOnlyList<(string Model, MetricEstimate Estimate)> values, double origin = 0, string baseline = EvaluationWords.Baseline)
    {
        var axis = new Axis(values.Select(value => value.Estimate.Upper - origin).DefaultIfEmpty(0).Max());
        double X(double value) => LeftMargin + (axis.PlaceOf(value - origin) * PlotWidth);
        double bottom = Top + (values.Count * RowHeight);
        string description = string.Join("; ", values.Select(value => $"{value.Model} {Tip(value.Estimate)}"));
        IEnumerable<XElement> grid = axis.Ticks.SelectMany(tick => new[]
        {
            Svg.Line(tick == 0 ? "axis" : "grid", X(tick + origin), Top, X(tick + origin), bottom),
            Svg.Text("tick middle", X(tick + origin), bottom + 15, Axis.Label(tick + origin)),
        });
        IEnumerable<XElement> line = values.Where(value => value.Model == baseline)
            .Select(value => Svg.Line("baseline", X(value.Estimate.Value), Top, X(value.Estimate.Value), bottom));
        IEnumerable<XElement> rows = values.SelectMany((value, i) => Svg.ModelName(value.Model, LeftMargin - 8, Top + ((i + 0.5) * RowHeight), value.Model == baseline)
            .Concat(Row(X, value.Model, value.Estimate, Top + ((i + 0.5) * RowHeight), value.Model == baseline)));
        return Svg.Figure(title, Svg.Drawing(title, description, Svg.Width, bottom + BottomMargin, grid, rows, line));
    }

    private static IEnumerable<XElement> Row(Func<double, double> x, string model, MetricEstimate estimate, double middle, bool isBaseline)
    {
        string tip = $"{model}: {Tip(estimate)}";
        (double lower, double upper) = (x(estimate.Lower), x(estimate.Upper));
        yield return Svg.Bar(isBaseline ? "bar base" : "bar", LeftMargin, middle - (Thickness / 2), x(estimate.Value) - LeftMargin, Thickness, tip);
        yield return Svg.Line("whisker", lower, middle, upper, middle);
        yield return Svg.Line("whisker", lower, middle - 3, lower, middle + 3);
        yield return Svg.Line("whisker", upper, middle - 3, upper, middle + 3);
        yield return Svg.Text("label end value", Svg.Width - 2, middle + 4, EvaluationWords.Number(estimate.Value));
    }

    private static string Tip(MetricEstimate estimate) =>
        $"{EvaluationWords.Number(estimate.Value)} ({EvaluationWords.Number(estimate.Lower)} to {EvaluationWords.Number(estimate.Upper)})";
}
