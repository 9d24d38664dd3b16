using System.Globalization;
using System.Text;

namespace SparrowRecSys.Server.Posters;

/// <summary>
/// Writes the few SVG elements a poster needs. Numbers have at most one decimal (opacities two), so the bytes do not depend on the
/// machine. A path is begun by <see cref="Move"/> and ended by <see cref="Fill"/> or <see cref="Stroke"/>. Not thread-safe.
/// </summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new(4096);
    private bool _inPath;

    /// <summary>Markup as it stands; texts of the data must go through <see cref="Escaped"/>.</summary>
    public SvgWriter Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public SvgWriter Escaped(string text)
    {
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                _ => _text.Append(c),
            };
        }

        return this;
    }

    /// <summary>A number with at most one decimal.</summary>
    public SvgWriter Number(double value)
    {
        long tenths = (long)Math.Round(value * 10);
        if (tenths < 0)
        {
            _text.Append('-');
            tenths = -tenths;
        }

        _text.Append(tenths / 10);
        if (tenths % 10 != 0)
        {
            _text.Append('.').Append((char)('0' + (tenths % 10)));
        }

        return this;
    }

    public SvgWriter Attribute(string name, double value)
    {
        _text.Append(' ').Append(name).Append("=\"");
        Number(value);
        _text.Append('"');
        return this;
    }

    public SvgWriter Color(string name, Ink ink)
    {
        _text.Append(' ').Append(name).Append("=\"#");
        Hex(ink.Red);
        Hex(ink.Green);
        Hex(ink.Blue);
        _text.Append('"');
        return this;
    }

    public SvgWriter Rect(double x, double y, double width, double height, Ink fill, double opacity = 1, double radius = 0)
    {
        Raw("<rect").Attribute("x", x).Attribute("y", y).Attribute("width", width).Attribute("height", height);
        if (radius > 0)
        {
            Attribute("rx", radius);
        }

        return Color("fill", fill).End(opacity);
    }

    public SvgWriter Circle(double x, double y, double radius, Ink fill, double opacity = 1) =>
        Raw("<circle").Attribute("cx", x).Attribute("cy", y).Attribute("r", radius).Color("fill", fill).End(opacity);

    public SvgWriter Ring(double x, double y, double radius, Ink stroke, double width, double opacity = 1) =>
        Raw("<circle").Attribute("cx", x).Attribute("cy", y).Attribute("r", radius)
            .Raw(" fill=\"none\"").Color("stroke", stroke).Attribute("stroke-width", width).End(opacity);

    public SvgWriter Ellipse(double x, double y, double radiusX, double radiusY, Ink fill, double opacity = 1) =>
        Raw("<ellipse").Attribute("cx", x).Attribute("cy", y).Attribute("rx", radiusX).Attribute("ry", radiusY)
            .Color("fill", fill).End(opacity);

    public SvgWriter Move(double x, double y)
    {
        if (!_inPath)
        {
            _text.Append("<path d=\"");
            _inPath = true;
        }

        return Command('M').Pair(x, y);
    }

    public SvgWriter Line(double x, double y) => Command('L').Pair(x, y);

    public SvgWriter Quad(double controlX, double controlY, double x, double y) =>
        Command('Q').Pair(controlX, controlY).Raw(" ").Pair(x, y);

    public SvgWriter Cubic(double x1, double y1, double x2, double y2, double x, double y) =>
        Command('C').Pair(x1, y1).Raw(" ").Pair(x2, y2).Raw(" ").Pair(x, y);

    /// <summary>Circular arc to a point; <paramref name="clockwise"/> as seen on the screen.</summary>
    public SvgWriter Arc(double radius, double x, double y, bool clockwise = true, bool large = false) =>
        Command('A').Pair(radius, radius).Raw(large ? " 0 1 " : " 0 0 ").Raw(clockwise ? "1 " : "0 ").Pair(x, y);

    public SvgWriter Close() => Command('Z');

    public SvgWriter Fill(Ink ink, double opacity = 1)
    {
        _inPath = false;
        return Raw("\"").Color("fill", ink).End(opacity);
    }

    public SvgWriter Stroke(Ink ink, double width, double opacity = 1, string extra = "")
    {
        _inPath = false;
        return Raw("\" fill=\"none\"").Color("stroke", ink).Attribute("stroke-width", width).Raw(extra).End(opacity);
    }

    /// <summary>Opens a group turned by degrees about a point; close it with <see cref="EndGroup"/>.</summary>
    public SvgWriter Rotate(double degrees, double x, double y) =>
        Raw("<g transform=\"rotate(").Number(degrees).Raw(" ").Pair(x, y).Raw(")\">");

    public SvgWriter EndGroup() => Raw("</g>");

    public override string ToString() => _text.ToString();

    private SvgWriter Pair(double x, double y) => Number(x).Raw(" ").Number(y);

    private SvgWriter Command(char letter)
    {
        _text.Append(letter);
        return this;
    }

    private SvgWriter End(double opacity)
    {
        if (opacity < 1)
        {
            _text.Append(CultureInfo.InvariantCulture, $" opacity=\".{(int)Math.Round(opacity * 100):00}\"");
        }

        return Raw("/>");
    }

    private void Hex(byte value) => _text.Append(Digit(value >> 4)).Append(Digit(value & 15));

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'a' + value - 10);
}
