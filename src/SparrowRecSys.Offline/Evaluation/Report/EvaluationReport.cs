using System.Xml.Linq;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>An evaluation of retrieval models as one HTML file.</summary>
internal static class EvaluationReport
{
    /// <summary>The file's text. The same outcome gives the same text.</summary>
    public static string Write(EvaluationOutcome outcome)
    {
        var models = new MeasuredModels(outcome);
        string title = $"Retrieval models: {Path.GetFileName(outcome.First.Split.Train.Directory)}, {outcome.First.Split.Protocol}";
        return ReportPage.Write(title, "Retrieval models side by side", Sections(models));
    }

    private static (string Title, IEnumerable<XElement> Content)[] Sections(MeasuredModels models) =>
    [
        ("What was measured", SummarySection.Create(models)),
        ("Quality", QualitySection.Create(models)),
        ("What the lists are like", models.All.Count == 0 ? [] : ListsSection.Create(models)),
        ("Warm and cold", SegmentsSection.Create(models)),
        ("By activity of the user", ActivitySection.Create(models)),
        ("Neighbours of well-known films", NeighborsSection.Create(models)),
        ("How it was measured", MethodSection.Create(models)),
    ];
}
