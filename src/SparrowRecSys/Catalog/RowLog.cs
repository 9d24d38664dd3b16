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
            _bad.Add(new BadRow(line, found.Length > LongestFound ? found[..LongestFound] + "…" : found, expected));
        }
    }

    public void Refuse(DelimitedReader reader, string expected) => Refuse(reader.Line, Encoding.UTF8.GetString(reader.Record), expected);

    public FileReport ToReport() => new(path, Rows, _badCount, _bad);
}
