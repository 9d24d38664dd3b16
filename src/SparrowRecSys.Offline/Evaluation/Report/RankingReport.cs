using System.Xml.Linq;
using SparrowRecSys.Offline.Evaluation.Rankers;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>An evaluation of rankers as one HTML file, built of the same parts as that of retrieval models.</summary>
internal static class RankingReport
{
    /// <summary>The file's text. The same outcome gives the same text.</summary>
    public static string Write(RankingOutcome outcome)
    {
        (string Title, IEnumerable<XElement> Content)[] sections =
        [
            ("What was measured", RankingSections.Summary(outcome)),
            ("Quality", RankingSections.Quality(outcome)),
            ("Who is better than whom", RankingSections.Pairs(outcome)),
            ("Calibration", CalibrationPlot.Section(outcome)),
            ("Warm and cold", RankingSections.Segments(outcome)),
            ("Candidates ordered anew", RankingSections.Reranking(outcome)),
            ("Learning curves", LearningPlot.Section(outcome)),
            ("How it was measured", RankingSections.Method(outcome)),
        ];
        return ReportPage.Write($"Rankers: {Path.GetFileName(outcome.Facts.Name)}", "Rankers side by side", sections);
    }
}
