namespace SparrowRecSys.Catalog;

/// <summary>The fields of the current record.</summary>
public sealed partial class DelimitedReader
{
    private const int NotSplit = -1;
    private const int NoLineBreak = -1;

    private Field[] _fields = new Field[24];
    private int _fieldCount = NotSplit;

    /// <summary>Fields of the current record: at least 1, or 0 where it has a <see cref="Problem"/>.</summary>
    public int FieldCount
    {
        get
        {
            if (_fieldCount == NotSplit)
            {
                SplitUnquoted();
            }

            return _fieldCount;
        }
    }

    /// <summary>Bytes of a field without the quotes around it; doubled quotes are still doubled. Read <see cref="FieldCount"/> first.</summary>
    public ReadOnlySpan<byte> Raw(int field) => _buffer.AsSpan(_recordStart + _fields[field].Start, _fields[field].Length);

    /// <summary>Text of a field: quotes taken off, doubled quotes halved, decoded; bytes that are no UTF-8 become U+FFFD.</summary>
    public string Text(int field)
    {
        string text = _format.Encoding.GetString(Raw(field));
        return _fields[field].IsQuoted ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private void Add(Field field)
    {
        if (_fieldCount == _fields.Length)
        {
            Array.Resize(ref _fields, _fieldCount * 2);
        }

        _fields[_fieldCount++] = field;
    }

    private void SplitUnquoted()
    {
        _fieldCount = 0;
        ReadOnlySpan<byte> record = Record;
        ReadOnlySpan<byte> separator = _format.Separator;
        int at = 0;
        while (true)
        {
            int length = record[at..].IndexOf(separator);
            if (length < 0)
            {
                Add(new Field(at, record.Length - at, IsQuoted: false));
                return;
            }

            Add(new Field(at, length, IsQuoted: false));
            at += length + separator.Length;
        }
    }

    /// <summary>Finds and splits a record with a quote in it. False: its end has not been read yet.</summary>
    private bool TryTakeQuoted(ReadOnlySpan<byte> rest)
    {
        _fieldCount = 0;
        int at = 0;
        while (true)
        {
            bool isQuoted = at < rest.Length && rest[at] == Quote;
            int end = isQuoted ? FindQuotedEnd(rest, at + 1) : FindUnquotedEnd(rest, at);
            if (end < 0)
            {
                return (_isAtEnd || rest.Length >= LargestQuotedRecordBytes) && TryTakeFirstLine(rest, "a closing quote");
            }

            if (!_isAtEnd && rest.Length - end < Math.Max(_format.Separator.Length, "\r\n".Length))
            {
                return false; // what follows the field may be cut
            }

            Add(isQuoted ? new Field(at + 1, end - at - 2, IsQuoted: true) : new Field(at, end - at, IsQuoted: false));
            if (rest[end..].StartsWith(_format.Separator))
            {
                at = end + _format.Separator.Length;
                continue;
            }

            int lineBreak = LineBreakLength(rest[end..]);
            return lineBreak == NoLineBreak
                ? TryTakeFirstLine(rest, "a separator or the end of the row behind a closing quote")
                : TakeQuoted(rest[..end], end + lineBreak);
        }
    }

    private bool TakeQuoted(ReadOnlySpan<byte> record, int consumed)
    {
        (_recordStart, _recordLength) = (_start, record.Length);
        _start += consumed;
        _nextLine += record.Count(LineFeed) + 1;
        return true;
    }

    private bool TryTakeFirstLine(ReadOnlySpan<byte> rest, string problem)
    {
        int lineFeed = rest.IndexOf(LineFeed);
        if (lineFeed < 0 && !_isAtEnd)
        {
            return false;
        }

        Problem = problem;
        _fieldCount = 0;
        Take(lineFeed < 0 ? rest.Length : lineFeed, lineFeed < 0 ? rest.Length : lineFeed + 1);
        return true;
    }

    /// <summary>End of a quoted field, behind its closing quote, or -1 where it has not been read.</summary>
    private int FindQuotedEnd(ReadOnlySpan<byte> rest, int at)
    {
        while (true)
        {
            int hit = rest[at..].IndexOf(Quote);
            int quote = at + hit;
            if (hit < 0 || (quote + 1 == rest.Length && !_isAtEnd))
            {
                return -1; // a quote at the end of what was read may be the first of two
            }

            if (quote + 1 == rest.Length || rest[quote + 1] != Quote)
            {
                return quote + 1;
            }

            at = quote + 2;
        }
    }

    /// <summary>End of an unquoted field, before the separator or the line break, or -1 where it has not been read.</summary>
    private int FindUnquotedEnd(ReadOnlySpan<byte> rest, int at)
    {
        int lineFeed = rest[at..].IndexOf(LineFeed);
        ReadOnlySpan<byte> line = lineFeed < 0 ? rest[at..] : rest.Slice(at, lineFeed);
        int separator = line.IndexOf(_format.Separator);
        if (separator >= 0)
        {
            return at + separator;
        }

        int length = line.Length > 0 && line[^1] == CarriageReturn ? line.Length - 1 : line.Length;
        return lineFeed >= 0 || _isAtEnd ? at + length : -1;
    }

    /// <summary>Length of the line break at the start of <paramref name="rest"/>; the end of the file is one of length 0.</summary>
    private static int LineBreakLength(ReadOnlySpan<byte> rest) => rest switch
    {
        [] => 0,
        [LineFeed, ..] => 1,
        [CarriageReturn] => 1,
        [CarriageReturn, LineFeed, ..] => 2,
        _ => NoLineBreak,
    };

    /// <param name="Start">From the start of the record.</param>
    /// <param name="Length">Bytes, without quotes around them.</param>
    /// <param name="IsQuoted">Whether quotes stood around it.</param>
    private readonly record struct Field(int Start, int Length, bool IsQuoted);
}
