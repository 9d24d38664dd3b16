using System.Xml.Linq;
using SparrowRecSys.Offline.Evaluation.Rankers;
using SparrowRecSys.Offline.Training;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>Log loss by epoch, in training and on the validation samples.</summary>
internal static class LearningPlot
{
    private const double Width = 200;
    private const double Height = 130;
    private const double LeftMargin = 34;
    private const double Top = 8;
    private const double Bottom = Height - 18;

    /// <summary>A plot for each network, of the first seed.</summary>
    public static IEnumerable<XElement> Section(RankingOutcome outcome)
    {
        RankerEvaluation[] networks = [.. outcome.Measured.Where(evaluation => evaluation.Runs[0].Curve.Count > 0)];
        if (networks.Length == 0)
        {
            yield break;
        }

        double[] losses = [.. networks.SelectMany(network => network.Runs[0].Curve).SelectMany(epoch => new[] { epoch.TrainLoss, epoch.Validation.LogLoss })];
        (double least, double most) = (Math.Floor(losses.Min() * 20) / 20, losses.Max());
        yield return Tag.Paragraph(
            "Log loss by epoch: blue on the validation samples, orange in training, where dropout is on and an auxiliary loss is added. The upright line is the epoch that was kept. All plots have the same scale.");
        yield return Tag.Of("div", "panels", networks.Select(network => Create(network.Name, network.Runs[0].Curve, least, most)));
    }

    /// <param name="model">Its name.</param>
    /// <param name="curve">Epochs, at least one.</param>
    /// <param name="least">Bottom of the scale.</param>
    /// <param name="most">A loss that must have room.</param>
    public static XElement Create(string model, IReadOnlyList<TrainedEpoch> curve, double least, double most)
    {
        var axis = new Axis(most - least);
        TrainedEpoch best = curve.MinBy(epoch => epoch.Validation.LogLoss) ?? curve[0];
        double X(int epoch) => LeftMargin + ((epoch - 0.5) / curve.Count * (Width - LeftMargin - 4));
        double Y(double loss) => Bottom - (axis.PlaceOf(loss - least) * (Bottom - Top));
        IEnumerable<XElement> grid = axis.Ticks.SelectMany(tick => new[]
        {
            Svg.Line(tick == 0 ? "axis" : "grid", LeftMargin, Y(tick + least), Width, Y(tick + least)),
            Svg.Text("tick end", LeftMargin - 5, Y(tick + least) + 4, Axis.Label(Math.Round(tick + least, 4))),
        });
        XElement[] marks =
        [
            Svg.Line("baseline", X(best.Epoch), Top, X(best.Epoch), Bottom),
            Svg.Curve("curve other", curve.Select(epoch => (X(epoch.Epoch), Y(epoch.TrainLoss)))),
            Svg.Curve("curve", curve.Select(epoch => (X(epoch.Epoch), Y(epoch.Validation.LogLoss)))),
            Svg.Text("tick middle", X(best.Epoch), Height - 4, EvaluationWords.Count(best.Epoch)),
        ];
        string description = $"Best epoch {best.Epoch} of {curve.Count}: validation log loss {EvaluationWords.Number(best.Validation.LogLoss)}, AUC {EvaluationWords.Number(best.Validation.Auc)}";
        return Svg.Figure(model, Svg.Drawing(model + ": log loss by epoch", description, Width, Height, grid, marks));
    }
}
