using System.Globalization;
using System.Text;

namespace SparrowRecSys.Server.Search;

/// <summary>Brings text to the form in which it is searched: lower case, no accents, single spaces, no punctuation.</summary>
internal static class TextFolding
{
    // Letters that do not fall apart into a base letter and a mark.
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['ı'] = "i",
        ['&'] = " and ",
    };

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormKD))
        {
            char lower = char.ToLowerInvariant(c);
            if (Letters.TryGetValue(lower, out string? letters))
            {
                folded.Append(letters);
            }
            else if (char.IsLetterOrDigit(lower) || char.IsSurrogate(lower))
            {
                folded.Append(lower);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(lower) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
                && lower is not ('\'' or '\u2019' or '.'))
            {
                folded.Append(' ');
            }
        }

        return string.Join(' ', folded.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether the script writes words without spaces between: Chinese, Japanese, Thai and the like.</summary>
    public static bool IsUnspaced(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u2E80' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF')
        or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(c);
}
