using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>Elements of HTML and of the SVG in it. Texts are escaped when they are written, so titles and names may hold anything.</summary>
internal static class Tag
{
    private static readonly string[] Void = ["meta", "br", "col"];

    /// <summary>An element; the order of children is that of <paramref name="content"/>, nulls are left out.</summary>
    /// <param name="name">Such as <c>td</c>.</param>
    /// <param name="cssClass">Classes separated by spaces; <see langword="null"/>: none.</param>
    /// <param name="content">Texts, attributes, elements and sequences of them.</param>
    public static XElement Of(string name, string? cssClass, params object?[] content)
    {
        var element = new XElement(name, cssClass is null ? null : new XAttribute("class", cssClass), content.Select(Clean));
        if (element.IsEmpty && !Array.Exists(Void, known => known == name))
        {
            element.Add(""); // HTML knows no <td/>
        }

        return element;
    }

    public static XAttribute Attribute(string name, string value) => new(name, CleanText(value));

    /// <summary>Attribute with a number of at most two decimals: a place in a drawing.</summary>
    public static XAttribute Attribute(string name, double value) => new(name, Svg.Number(value));

    public static XElement Paragraph(params object?[] content) => Of("p", null, content);

    /// <summary>A table that scrolls by itself where the screen is too narrow.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="head">Texts of the columns; the first one is that of the row's name.</param>
    /// <param name="rows">Cells as elements: <c>th</c> first, then <c>td</c>.</param>
    public static XElement Table(string caption, IReadOnlyList<string> head, IEnumerable<XElement> rows) =>
        Of("div", "scroll", Attribute("tabindex", "0"), Attribute("role", "region"), Attribute("aria-label", caption), Of(
            "table", null, Of("caption", null, caption),
            Of("thead", null, Of("tr", null, head.Select((text, i) => Of("th", i == 0 ? null : "number", Attribute("scope", "col"), text)))),
            Of("tbody", null, rows)));

    /// <summary>First cell of a row.</summary>
    public static XElement RowHead(string text, string? cssClass = null) => Of("th", cssClass, Attribute("scope", "row"), text);

    public static XElement NumberCell(params object?[] content) => Of("td", "number", content);

    private static object? Clean(object? content) => content is string text ? CleanText(text) : content;

    /// <summary>What XML cannot hold, such as control characters, becomes the replacement character.</summary>
    private static string CleanText(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isXml = rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value);
            clean.Append(isXml ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }
}
