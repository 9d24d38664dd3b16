using System.Globalization;
using System.Text;

namespace SparrowRecSys.Server.Posters;

/// <summary>
/// A type style from fonts that systems have, with Chinese, Japanese and Korean fallbacks. Immutable.
/// </summary>
internal sealed record TypeFace
{
    public required string Families { get; init; }

    /// <summary>400 or 700 and more; see <c>font-weight</c>.</summary>
    public int Weight { get; init; } = 700;

    /// <summary>Width of a line beside Arial Bold's; the line is drawn with exactly this width, whatever font the reader has.</summary>
    public double Stretch { get; init; } = 1;

    /// <summary>Extra space between letters, in ems.</summary>
    public double Tracking { get; init; }

    /// <summary>Width of every letter of a typewriter face, in ems; 0 for proportional faces.</summary>
    public double FixedWidth { get; init; }

    public bool IsUpper { get; init; }

    public bool IsItalic { get; init; }

    /// <summary>Distance of two baselines, in ems.</summary>
    public double Leading { get; init; } = 1.02;

    private const string CjkSans = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
    private const string CjkSerif = "'Songti SC','Noto Serif CJK SC',SimSun,serif";

    // Width of the ASCII characters from the space on in thousandths of an em, as Arial Bold has them.
    private static ReadOnlySpan<ushort> AsciiWidths =>
    [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
        975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
        333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
        611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584, 584,
    ];

    public static TypeFace Grotesk { get; } = new() { Families = "'Helvetica Neue',Helvetica,Arial," + CjkSans };

    public static TypeFace GroteskTight { get; } = Grotesk with { Weight = 800, Tracking = -0.03, Leading = 0.94 };

    public static TypeFace GroteskCaps { get; } = Grotesk with { Weight = 800, IsUpper = true, Leading = 0.96 };

    public static TypeFace Airy { get; } = Grotesk with { Weight = 400, IsUpper = true, Tracking = 0.22, Leading = 1.35, Stretch = 0.95 };

    public static TypeFace Slanted { get; } = Grotesk with { Weight = 900, IsUpper = true, IsItalic = true, Leading = 0.98 };

    public static TypeFace Condensed { get; } = new()
    {
        Families = "Impact,'Arial Narrow','Liberation Sans Narrow',Arial," + CjkSans,
        IsUpper = true,
        Stretch = 0.74,
        Leading = 1,
    };

    public static TypeFace Geometric { get; } = new()
    {
        Families = "Futura,'Century Gothic','Avenir Next',Arial," + CjkSans,
        IsUpper = true,
        Tracking = 0.06,
        Leading = 1.08,
    };

    public static TypeFace Rounded { get; } = new()
    {
        Families = "'Arial Rounded MT Bold',Nunito,'Hiragino Maru Gothic ProN','Trebuchet MS',Arial," + CjkSans,
        Weight = 800,
    };

    public static TypeFace Bookish { get; } = new() { Families = "Georgia,'Liberation Serif','Times New Roman'," + CjkSerif };

    public static TypeFace BookishItalic { get; } = Bookish with { IsItalic = true, Weight = 400, Stretch = 0.92 };

    public static TypeFace Didone { get; } = new()
    {
        Families = "Didot,'Bodoni MT','Playfair Display','Times New Roman'," + CjkSerif,
        IsUpper = true,
        Stretch = 0.97,
        Tracking = 0.05,
        Leading = 1.06,
    };

    public static TypeFace Inscription { get; } = new()
    {
        Families = "Trajan,Optima,'Times New Roman'," + CjkSerif,
        Weight = 400,
        IsUpper = true,
        Stretch = 0.95,
        Tracking = 0.16,
        Leading = 1.25,
    };

    public static TypeFace Typewriter { get; } = new()
    {
        Families = "'American Typewriter','Courier New','Liberation Mono',monospace," + CjkSans,
        Leading = 1.12,
        FixedWidth = 0.61,
    };

    /// <summary>Text in the face's case.</summary>
    public string Cased(string text) => IsUpper ? text.ToUpperInvariant() : text;

    /// <summary>Estimated width in ems of a line in this face, generous for characters beyond Latin.</summary>
    public double Measure(string text)
    {
        double ems = 0;
        int count = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            double width = FixedWidth > 0 && rune.Value < 0x370 ? FixedWidth : WidthOf(rune);
            ems += width;
            count += width > 0 ? 1 : 0;
        }

        return (ems * Stretch) + (Tracking * Math.Max(0, count - 1));
    }

    private static double WidthOf(Rune rune)
    {
        int code = rune.Value;
        if (code is >= ' ' and < 127)
        {
            return AsciiWidths[code - ' '] / 1000.0;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ when code >= 0x1F000 => 1.35,
            _ when Typesetting.IsCjk(rune) => 1 / 0.97,
            UnicodeCategory.UppercaseLetter => 0.78,
            UnicodeCategory.LowercaseLetter => code < 0x370 ? 0.6 : 0.68,
            UnicodeCategory.DashPunctuation => 1,
            UnicodeCategory.OtherPunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => 0.5,
            UnicodeCategory.SpacingCombiningMark => 0.3,
            _ => 0.64,
        };
    }
}
