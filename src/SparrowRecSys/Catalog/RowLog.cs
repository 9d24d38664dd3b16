using System.Text;

namespace SparrowRecSys.Catalog;

/// <summary>Collects the refused rows of one file while it is read.</summary>
internal sealed class RowLog(string path, int keep)
{
    private const int LongestFound = 80;
    private readonly List<BadRow> _bad = [];
    private int _badCount;

    public int Rows { get; set; }

    public void Refuse(int line, string found, string expected)
    {
        if (_badCount++ < keep)
        {
            _bad.Add(new BadRow(line, Cut(found), expected));
        }
    }

    public void Refuse(DelimitedReader reader, string expected)
    {
        // A character takes at most four bytes: no need to decode more of a long row.
        ReadOnlySpan<byte> start = reader.Record[..Math.Min(reader.Record.Length, (LongestFound + 2) * 4)];
        Refuse(reader.Line, reader.Format.Encoding.GetString(start), expected);
    }

    public FileReport ToReport() => new(path, Rows, _badCount, [.. _bad.OrderBy(row => row.Line)]);

    private static string Cut(string text)
    {
        var cut = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (cut.Length + rune.Utf16SequenceLength > LongestFound)
            {
                return cut.Append('…').ToString();
            }

            cut.Append(Rune.IsControl(rune) ? "\uFFFD" : rune.ToString()); // a row with a line break stays one line in a message
        }

        return cut.ToString();
    }
}
