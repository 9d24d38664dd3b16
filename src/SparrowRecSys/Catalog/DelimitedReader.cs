using System.Text;

namespace SparrowRecSys.Catalog;

/// <summary>
/// Streams records of a separated file: RFC 4180 quoting (with a one-byte separator), LF or CRLF, an optional byte order mark, a last line with or
/// without a line break. Works on bytes in one reused buffer; a field is a view that lives until the next record. Not thread-safe.
/// </summary>
internal sealed class DelimitedReader : IDisposable
{
    private readonly Stream _stream;
    private readonly DelimitedFormat _format;
    private byte[] _buffer = new byte[1 << 18];
    private int _start; // first byte of the next record
    private int _end; // end of the bytes read so far
    private bool _atEnd;
    private int _nextLine = 1;
    private Range[] _fields = new Range[16];

    public DelimitedReader(Stream stream, DelimitedFormat format)
    {
        (_stream, _format) = (stream, format);
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith(Encoding.UTF8.Preamble))
        {
            _start = 3;
        }
    }

    /// <summary>Line, from 1, on which the current record starts.</summary>
    public int Line { get; private set; }

    public int FieldCount { get; private set; }

    /// <summary>Whether the file ended inside a quoted field of the current record.</summary>
    public bool IsQuoteOpen { get; private set; }

    /// <summary>The current record as it stands in the file, without its line break.</summary>
    public ReadOnlySpan<byte> Record => _buffer.AsSpan(RecordRange);

    private Range RecordRange { get; set; }

    /// <summary>Goes to the next record; empty lines are skipped.</summary>
    public bool Read()
    {
        while (true)
        {
            Line = _nextLine;
            int length = FindRecordEnd();
            if (length < 0)
            {
                return false;
            }

            int start = _start;
            _start = Math.Min(_end, start + length + 1);
            if (length > 0 && _buffer[start + length - 1] == '\r')
            {
                length--;
            }

            if (length > 0)
            {
                RecordRange = start..(start + length);
                Split(start, start + length);
                return true;
            }
        }
    }

    /// <summary>Bytes of a field as they stand in the file, quotes included.</summary>
    public ReadOnlySpan<byte> Raw(int field) => _buffer.AsSpan(_fields[field]);

    /// <summary>Text of a field: quotes taken off, doubled quotes halved, decoded.</summary>
    public string Text(int field)
    {
        ReadOnlySpan<byte> raw = Raw(field);
        return _format.IsQuoted && raw is [(byte)'"', .., (byte)'"']
            ? _format.Encoding.GetString(raw[1..^1]).Replace("\"\"", "\"", StringComparison.Ordinal)
            : _format.Encoding.GetString(raw);
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Length of the record at <see cref="_start"/>, or -1 at the end of the file. Counts lines, reads on as needed.</summary>
    private int FindRecordEnd()
    {
        IsQuoteOpen = false;
        int scanned = 0;
        while (true)
        {
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_start + scanned, _end - _start - scanned);
            int hit = _format.IsQuoted ? rest.IndexOfAny((byte)'\n', (byte)'"') : rest.IndexOf((byte)'\n');
            if (hit < 0)
            {
                scanned = _end - _start;
                if (_atEnd)
                {
                    return scanned == 0 ? -1 : scanned;
                }

                Fill();
                continue;
            }

            scanned += hit;
            if (rest[hit] == '"')
            {
                IsQuoteOpen = !IsQuoteOpen;
            }
            else
            {
                _nextLine++;
                if (!IsQuoteOpen)
                {
                    return scanned;
                }
            }

            scanned++;
        }
    }

    private void Split(int start, int end)
    {
        FieldCount = 0;
        ReadOnlySpan<byte> separator = _format.Separator;
        int at = start;
        while (true)
        {
            int fieldEnd = FindFieldEnd(at, end, separator);
            if (FieldCount == _fields.Length)
            {
                Array.Resize(ref _fields, FieldCount * 2);
            }

            _fields[FieldCount++] = at..fieldEnd;
            if (fieldEnd == end)
            {
                return;
            }

            at = fieldEnd + separator.Length;
        }
    }

    private int FindFieldEnd(int at, int end, ReadOnlySpan<byte> separator)
    {
        int from = at;
        if (_format.IsQuoted && at < end && _buffer[at] == '"')
        {
            from = at + 1;
            while (from < end)
            {
                if (_buffer[from++] != '"')
                {
                    continue;
                }

                if (from < end && _buffer[from] == '"')
                {
                    from++;
                    continue;
                }

                break;
            }
        }

        ReadOnlySpan<byte> rest = _buffer.AsSpan(from, end - from);
        int hit = separator.Length == 1 ? rest.IndexOf(separator[0]) : rest.IndexOf(separator);
        return hit < 0 ? end : from + hit;
    }

    /// <summary>Moves the unread bytes to the front and reads more behind them, in a larger buffer if one record fills it.</summary>
    private void Fill()
    {
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_end, _start) = (_end - _start, 0);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _atEnd = read == 0;
        _end += read;
    }
}
