using System.Xml.Linq;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>
/// An evaluation as one HTML file: no script, nothing loaded from elsewhere, legible on a phone and on a dark screen. The file is well-formed XML too.
/// </summary>
internal static class EvaluationReport
{
    /// <summary>The file's text. The same outcome gives the same text.</summary>
    public static string Write(EvaluationOutcome outcome)
    {
        var models = new MeasuredModels(outcome);
        XElement page = Tag.Of(
            "html", null, Tag.Attribute("lang", "en"),
            Tag.Of(
                "head", null,
                Tag.Of("meta", null, Tag.Attribute("charset", "utf-8")),
                Tag.Of("meta", null, Tag.Attribute("name", "viewport"), Tag.Attribute("content", "width=device-width, initial-scale=1")),
                Tag.Of("meta", null, Tag.Attribute("name", "color-scheme"), Tag.Attribute("content", "light dark")),
                Tag.Of("title", null, $"Retrieval models: {Path.GetFileName(outcome.First.Split.Train.Directory)}, {outcome.First.Split.Protocol}"),
                Tag.Of("style", null, ReportStyle.Css)),
            Tag.Of("body", null, Tag.Of("main", null, Tag.Of("h1", null, "Retrieval models side by side"), Sections(models))));
        return $"<!DOCTYPE html>\n{page}\n";
    }

    private static IEnumerable<XElement> Sections(MeasuredModels models)
    {
        (string Title, IEnumerable<XElement> Content)[] sections =
        [
            ("What was measured", SummarySection.Create(models)),
            ("Quality", QualitySection.Create(models)),
            ("What the lists are like", models.All.Count == 0 ? [] : ListsSection.Create(models)),
            ("Warm and cold", SegmentsSection.Create(models)),
            ("By activity of the user", ActivitySection.Create(models)),
            ("Neighbours of well-known films", NeighborsSection.Create(models)),
            ("How it was measured", MethodSection.Create(models)),
        ];
        return
            from section in sections
            let content = section.Content.ToArray()
            where content.Length > 0
            select Tag.Of("section", null, Tag.Of("h2", null, section.Title), content);
    }
}
