using System.Text.RegularExpressions;

namespace SparrowRecSys.Catalog;

/// <summary>Takes a MovieLens title apart: <c>Godfather, The (1972)</c> → <c>Godfather, The</c>, 1972, <c>The Godfather</c>.</summary>
public static partial class MovieTitle
{
    /// <summary>Splits off the year; 0 where there is none. A range such as <c>(1983-1985)</c> or <c>(2009– )</c> gives its first year.</summary>
    public static (string Title, int ReleaseYear) Parse(string text)
    {
        string trimmed = text.Trim();
        Match match = TrailingYear().Match(trimmed);
        return match.Success && match.Index > 0
            ? (trimmed[..match.Index].TrimEnd(), int.Parse(match.Groups[1].ValueSpan))
            : (trimmed, 0);
    }

    /// <summary>
    /// Moves an article from the end of the main title to its front, in the languages MovieLens inverts; a trailing parenthesis (an alternative title) stays.
    /// </summary>
    public static string ToNaturalOrder(string title)
    {
        int alternative = title.IndexOf(" (", StringComparison.Ordinal);
        string main = alternative < 0 ? title : title[..alternative];
        Match match = TrailingArticle().Match(main);
        if (!match.Success)
        {
            return title;
        }

        string article = match.Groups[1].Value;
        string space = article.EndsWith('\'') ? "" : " ";
        return article + space + main[..match.Index] + title[main.Length..];
    }

    [GeneratedRegex(@"\s*\(((?:18|19|20)\d\d)\s*(?:[-–—]\s*(?:\d{4})?)?\s*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingYear();

    [GeneratedRegex(@", (The|A|An|Le|La|Les|L'|Un|Une|Il|Lo|I|Gli|Uno|Una|Der|Die|Das|Ein|Eine|El|Los|Las|O|Os|As|Um|Uma|Det|Den|De|En|Ett|Et|Het)$", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingArticle();
}
