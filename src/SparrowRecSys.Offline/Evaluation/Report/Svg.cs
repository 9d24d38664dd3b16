using System.Globalization;
using System.Xml.Linq;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>The few shapes that the plots are made of. Colours are classes, so that a dark page has dark plots.</summary>
internal static class Svg
{
    /// <summary>Width of a plot in its own units: small, so that letters stay legible on a phone.</summary>
    public const double Width = 400;

    /// <summary>A drawing with its title and its description for those who do not see it.</summary>
    public static XElement Drawing(string title, string description, double width, double height, params object?[] content) =>
        Tag.Of(
            "svg", null, Tag.Attribute("viewBox", $"0 0 {Number(width)} {Number(height)}"), Tag.Attribute("role", "img"), Tag.Attribute("aria-label", title),
            Tag.Of("title", null, title), Tag.Of("desc", null, description), content);

    /// <summary>A drawing below its heading.</summary>
    public static XElement Figure(string title, XElement drawing) => Tag.Of("figure", null, Tag.Of("figcaption", null, title), drawing);

    public static XElement Line(string cssClass, double x1, double y1, double x2, double y2) => Tag.Of(
        "line", cssClass, Tag.Attribute("x1", x1), Tag.Attribute("y1", y1), Tag.Attribute("x2", x2), Tag.Attribute("y2", y2));

    /// <param name="cssClass">Its look.</param>
    /// <param name="points">From one to the next.</param>
    public static XElement Curve(string cssClass, IEnumerable<(double X, double Y)> points) =>
        Tag.Of("polyline", cssClass, Tag.Attribute("points", string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))));

    public static XElement Bar(string cssClass, double x, double y, double width, double height, string tip) => Tag.Of(
        "rect", cssClass, Tag.Attribute("x", x), Tag.Attribute("y", y), Tag.Attribute("width", Math.Max(0, width)), Tag.Attribute("height", Math.Max(0, height)),
        Tag.Of("title", null, tip));

    public static XElement Dot(string cssClass, double x, double y, string tip) => Tag.Of(
        "circle", cssClass, Tag.Attribute("cx", x), Tag.Attribute("cy", y), Tag.Attribute("r", 5), Tag.Of("title", null, tip));

    /// <param name="cssClass">Among them <c>end</c> or <c>middle</c> for the anchor; by default the text starts at x.</param>
    /// <param name="x">Of the anchor.</param>
    /// <param name="y">Of the base line.</param>
    /// <param name="text">One line.</param>
    public static XElement Text(string cssClass, double x, double y, string text) => Tag.Of("text", cssClass, Tag.Attribute("x", x), Tag.Attribute("y", y), text);

    /// <summary>A model's name at the left of its row, of a fusion of long names each on a line of its own; a name that is still too long is cut, and the tips have all of it.</summary>
    /// <param name="model">Its name.</param>
    /// <param name="right">Where the text ends.</param>
    /// <param name="middle">Of the row.</param>
    /// <param name="isBaseline">Whether the others are compared with it.</param>
    public static IEnumerable<XElement> ModelName(string model, double right, double middle, bool isBaseline)
    {
        const int Letters = 15;
        string cssClass = isBaseline ? "label end quiet" : "label end";
        int plus = model.IndexOf('+', StringComparison.Ordinal);
        if (model.Length <= Letters || plus < 0)
        {
            yield return Text(cssClass, right, middle + 4, Shortened(model, Letters));
            yield break;
        }

        yield return Text(cssClass + " small", right, middle - 2, Shortened(model[..plus], Letters));
        yield return Text(cssClass + " small", right, middle + 9, Shortened(model[plus..], Letters));
    }

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A name that has room for so many letters; the rest is in the tip.</summary>
    public static string Shortened(string name, int letters) => name.Length <= letters ? name : name[..(letters - 1)] + "…";
}
