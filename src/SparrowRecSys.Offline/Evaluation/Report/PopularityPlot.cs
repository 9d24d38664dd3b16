using System.Globalization;
using System.Xml.Linq;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>How popular the shown movies are: a bar for each model, divided into ten groups of movies that had equally many interactions.</summary>
internal static class PopularityPlot
{
    private const double RowHeight = 24;
    private const double Thickness = 16;
    private const double LeftMargin = 112;
    private const double RightMargin = 4;
    private const double Top = 34;
    private const double PlotWidth = Svg.Width - LeftMargin - RightMargin;

    /// <param name="title">What is shown.</param>
    /// <param name="rows">By model: ten shares that sum to 1, the most popular movies first.</param>
    public static XElement Create(string title, IReadOnlyList<(string Model, IReadOnlyList<double> Shares)> rows)
    {
        string description = string.Join("; ", rows.Select(row => $"{row.Model}: {string.Join(", ", row.Shares.Select(Percent))}"));
        IEnumerable<XElement> scale =
        [
            Svg.Text("tick end", LeftMargin - 8, 23, "interactions"),
            Svg.Text("tick", LeftMargin, 10, "the few most popular"),
            Svg.Text("tick end", Svg.Width - RightMargin, 10, "the many hardly known"),
            .. Segments("", Enumerable.Repeat(0.1, 10), 15, 9),
        ];
        IEnumerable<XElement> bars = rows.SelectMany((row, i) => Svg.ModelName(row.Model, LeftMargin - 8, Top + (i * RowHeight) + (Thickness / 2), row.Model == EvaluationWords.Baseline)
            .Concat(Segments(row.Model + ", ", row.Shares, Top + (i * RowHeight), Thickness)));
        return Svg.Figure(title, Svg.Drawing(title, description, Svg.Width, Top + (rows.Count * RowHeight), scale, bars));
    }

    public static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);

    private static IEnumerable<XElement> Segments(string model, IEnumerable<double> shares, double y, double height)
    {
        double before = 0;
        int group = 0;
        foreach (double share in shares)
        {
            yield return Svg.Bar($"group g{group}", LeftMargin + (before * PlotWidth), y, share * PlotWidth, height, $"{model}group {group + 1}: {Percent(share)}");
            before += share;
            group++;
        }
    }
}
