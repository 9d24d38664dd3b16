using System.Xml.Linq;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>
/// A report as one HTML file: no script, nothing loaded from elsewhere, legible on a phone and on a dark screen. The file is well-formed XML too.
/// </summary>
internal static class ReportPage
{
    /// <summary>The file's text; sections without content are left out.</summary>
    public static string Write(string title, string heading, IEnumerable<(string Title, IEnumerable<XElement> Content)> sections)
    {
        IEnumerable<XElement> shown =
            from section in sections
            let content = section.Content.ToArray()
            where content.Length > 0
            select Tag.Of("section", null, Tag.Of("h2", null, section.Title), content);
        XElement page = Tag.Of(
            "html", null, Tag.Attribute("lang", "en"),
            Tag.Of(
                "head", null,
                Tag.Of("meta", null, Tag.Attribute("charset", "utf-8")),
                Tag.Of("meta", null, Tag.Attribute("name", "viewport"), Tag.Attribute("content", "width=device-width, initial-scale=1")),
                Tag.Of("meta", null, Tag.Attribute("name", "color-scheme"), Tag.Attribute("content", "light dark")),
                Tag.Of("title", null, title),
                Tag.Of("style", null, ReportStyle.Css)),
            Tag.Of("body", null, Tag.Of("main", null, Tag.Of("h1", null, heading), shown)));
        return $"<!DOCTYPE html>\n{page}\n";
    }
}
