using System.Text;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Tests.Catalog;

/// <summary>The twin of <see cref="DelimitedReader"/>: the whole file as one string, character by character, for files without wrong quotes.</summary>
internal static class NaiveReader
{
    public static List<string[]> Read(string text, string separator, bool isQuoted)
    {
        var records = new List<string[]>();
        var fields = new List<string>();
        int at = 0;
        while (at < text.Length)
        {
            int afterEmptyLine = fields.Count == 0 ? SkipLineBreak(text, at) : at;
            if (afterEmptyLine > at)
            {
                at = afterEmptyLine;
                continue;
            }

            fields.Add(isQuoted && text[at] == '"' ? Quoted(text, ref at) : Plain(text, separator, ref at));
            if (at < text.Length && string.CompareOrdinal(text, at, separator, 0, separator.Length) == 0)
            {
                at += separator.Length;
                if (at < text.Length && SkipLineBreak(text, at) == at)
                {
                    continue;
                }

                fields.Add("");
            }

            at = SkipLineBreak(text, at);
            records.Add([.. fields]);
            fields.Clear();
        }

        return records;
    }

    private static string Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
        {
            field.Append(text[at]);
            at += text[at] == '"' ? 1 : 0;
        }

        at++;
        return field.ToString();
    }

    private static string Plain(string text, string separator, ref int at)
    {
        int start = at;
        while (at < text.Length && SkipLineBreak(text, at) == at && string.CompareOrdinal(text, at, separator, 0, separator.Length) != 0)
        {
            at++;
        }

        return text[start..at];
    }

    private static int SkipLineBreak(string text, int at) =>
        at == text.Length ? at
        : text[at] == '\n' ? at + 1
        : text[at] == '\r' && (at + 1 == text.Length || text[at + 1] == '\n') ? Math.Min(text.Length, at + 2)
        : at;
}
