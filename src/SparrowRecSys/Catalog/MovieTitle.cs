using System.Globalization;

namespace SparrowRecSys.Catalog;

/// <summary>Takes a MovieLens title apart: <c>Godfather, The (1972)</c> → <c>Godfather, The</c>, 1972, <c>The Godfather</c>.</summary>
public static class MovieTitle
{
    private const int FirstYear = 1800;
    private const int LastYear = 2099;

    // The articles that MovieLens moves behind a title, language by language. No other ending of a title may look like one.
    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal)
    {
        "The", "A", "An", // English
        "Le", "La", "Les", "L'", "L’", "Un", "Une", // French, with Italian L'
        "Il", "Lo", "I", "Gli", "Uno", "Una", // Italian
        "Der", "Die", "Das", "Ein", "Eine", // German
        "El", "Los", "Las", // Spanish
        "O", "Os", "As", "Um", "Uma", // Portuguese
        "Det", "Den", "De", "En", "Ett", "Et", "Het", // Nordic languages, Dutch
    };

    /// <summary>Splits off the year; 0 where there is none. A range such as <c>(1983-1985)</c> or <c>(2009– )</c> gives its first year.</summary>
    public static (string Title, int ReleaseYear) Parse(string text)
    {
        string trimmed = text.Trim();
        int open = trimmed.EndsWith(')') ? trimmed.LastIndexOf('(') : -1;
        int year = open > 0 ? ReadYears(trimmed.AsSpan()[(open + 1)..^1]) : 0;
        return year == 0 ? (trimmed, 0) : (trimmed[..open].TrimEnd(), year);
    }

    /// <summary>
    /// Moves an article from the end of the main title to its front; an alternative title in parentheses behind it stays as it is.
    /// </summary>
    public static string ToNaturalOrder(string title)
    {
        int alternative = title.IndexOf(" (", StringComparison.Ordinal);
        ReadOnlySpan<char> main = alternative < 0 ? title : title.AsSpan(0, alternative);
        int comma = main.LastIndexOf(", ");
        if (comma <= 0 || main.Length - comma > ", Eine".Length)
        {
            return title;
        }

        string article = main[(comma + 2)..].ToString();
        string space = article.EndsWith('\'') || article.EndsWith('’') ? "" : " ";
        return Articles.Contains(article) ? string.Concat(article + space, main[..comma], title.AsSpan(main.Length)) : title;
    }

    /// <summary>The year of <c>1995</c>, the first of <c>1983-1985</c> or <c>2009– </c>; 0 for any other text.</summary>
    private static int ReadYears(ReadOnlySpan<char> text)
    {
        if (text.Length < 4 || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year is < FirstYear or > LastYear)
        {
            return 0;
        }

        ReadOnlySpan<char> rest = text[4..].TrimStart();
        if (rest.IsEmpty)
        {
            return year;
        }

        ReadOnlySpan<char> lastYear = rest[1..].Trim();
        bool isRange = rest[0] is '-' or '–' or '—' && (lastYear.IsEmpty || (lastYear.Length == 4 && !lastYear.ContainsAnyExceptInRange('0', '9')));
        return isRange ? year : 0;
    }
}
