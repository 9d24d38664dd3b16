using System.Xml.Linq;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Evaluation.Rankers;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>Predicted against observed, a point for each tenth of the samples; on the diagonal a probability is what it says.</summary>
internal static class CalibrationPlot
{
    private const double Size = 200;
    private const double LeftMargin = 34;
    private const double Top = 8;
    private const double Bottom = Size - 18;

    private static readonly Axis Shares = new(1);

    /// <summary>A plot for each ranker that gives probabilities, of the first seed.</summary>
    public static IEnumerable<XElement> Section(RankingOutcome outcome)
    {
        RankerEvaluation[] calibrated = [.. outcome.Measured.Where(evaluation => evaluation.Runs[0].Measures[0].Calibration is not null)];
        if (calibrated.Length == 0)
        {
            yield break;
        }

        yield return Tag.Paragraph(
            "Test samples in order of the predicted probability, in tenths: across, their mean prediction; up, how many were positive. On the line a prediction is what it says; below it a ranker promises too much. "
            + "A model that is trained on one period and measured on the next may be off by the change of taste alone.");
        yield return Tag.Of("div", "panels", calibrated.Select(evaluation => Create(evaluation.Name, evaluation.Runs[0].Measures[0].Calibration ?? new Calibration([]))));
        yield return Tag.Of(
            "details", null, Tag.Of("summary", null, "Predicted and observed by tenth"),
            Tag.Table(
                "Predicted → observed, the least probable tenth first", ["ranker", .. Enumerable.Range(1, Calibration.MaxBins).Select(bin => EvaluationWords.Count(bin))],
                calibrated.Select(evaluation => Tag.Of("tr", null, Tag.RowHead(evaluation.Name), evaluation.Runs[0].Measures[0].Calibration?.Bins.Select(bin => Tag.NumberCell(Words(bin)))))));
    }

    /// <param name="model">Its name.</param>
    /// <param name="calibration">What is drawn.</param>
    public static XElement Create(string model, Calibration calibration)
    {
        static double X(double value) => LeftMargin + (Shares.PlaceOf(value) * (Size - LeftMargin - 6));
        static double Y(double value) => Bottom - (Shares.PlaceOf(value) * (Bottom - Top));
        IEnumerable<XElement> grid = Shares.Ticks.SelectMany(tick => new[]
        {
            Svg.Line(tick == 0 ? "axis" : "grid", LeftMargin, Y(tick), Size - 6, Y(tick)),
            Svg.Text("tick end", LeftMargin - 5, Y(tick) + 4, Axis.Label(tick)),
            Svg.Text("tick middle", X(tick), Size - 4, Axis.Label(tick)),
        });
        XElement diagonal = Svg.Line("baseline", X(0), Y(0), X(1), Y(1));
        XElement curve = Svg.Curve("curve", calibration.Bins.Select(bin => (X(bin.Predicted), Y(bin.Observed))));
        IEnumerable<XElement> dots = calibration.Bins.Select(bin => Svg.Dot("dot", X(bin.Predicted), Y(bin.Observed), $"{model}: {Words(bin)}, {EvaluationWords.Count(bin.Count)} samples"));
        string description = string.Join("; ", calibration.Bins.Select(Words));
        return Svg.Figure(model, Svg.Drawing(model + ": predicted against observed", description, Size, Size, grid, diagonal, curve, dots));
    }

    private static string Words(CalibrationBin bin) => $"{EvaluationWords.Number(bin.Predicted)} → {EvaluationWords.Number(bin.Observed)}";
}
