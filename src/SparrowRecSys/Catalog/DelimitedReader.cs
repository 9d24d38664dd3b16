using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Text;

namespace SparrowRecSys.Catalog;

/// <summary>
/// Streams the records of a separated file: RFC 4180 quoting, LF or CRLF, an optional byte order mark, a last line with or without a line break.
/// Works on bytes in one reused buffer; a record and its fields are views that live until the next <see cref="Read"/>. Not thread-safe.
/// </summary>
/// <remarks>
/// A quote inside a field that does not start with one is text. A record whose quotes are wrong is given as its first line, with
/// <see cref="Problem"/> set, and reading goes on with the line after it: one stray quote costs one row, not the rest of the file.
/// </remarks>
public sealed partial class DelimitedReader : IDisposable
{
    /// <summary>A quoted record that is not closed within this many bytes counts as never closed.</summary>
    private const int LargestQuotedRecordBytes = 1 << 20;

    private const int LargestRecordBytes = 1 << 26;
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';
    private const byte Quote = (byte)'"';

    private readonly Stream _stream;
    private readonly DelimitedFormat _format;
    private readonly string _path;
    private readonly XxHash3? _hash;
    private readonly bool _isQuoted;
    private byte[] _buffer = new byte[1 << 18];
    private int _start; // first byte of the next record
    private int _end; // end of the bytes read so far
    private bool _isAtEnd; // nothing is left in the stream
    private int _nextLine = 1;
    private int _recordStart;
    private int _recordLength;

    /// <param name="stream">Read from its position to its end; disposed with the reader.</param>
    /// <param name="format">Separator, quoting, encoding.</param>
    /// <param name="path">Named in errors.</param>
    /// <param name="hash">Is given all bytes of the stream as they are read.</param>
    public DelimitedReader(Stream stream, DelimitedFormat format, string path = "", XxHash3? hash = null)
    {
        (_stream, _format, _path, _hash, _isQuoted) = (stream, format, path, hash, format.IsQuoted);
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith(Encoding.UTF8.Preamble))
        {
            _start = Encoding.UTF8.Preamble.Length;
        }
    }

    /// <summary>Line, from 1, on which the current record starts.</summary>
    public int Line { get; private set; }

    /// <summary>What the quotes of the current record should have been, or <see langword="null"/>: then the fields can be read.</summary>
    public string? Problem { get; private set; }

    /// <summary>The current record as it stands in the file, without its line break.</summary>
    public ReadOnlySpan<byte> Record => _buffer.AsSpan(_recordStart, _recordLength);

    public DelimitedFormat Format => _format;

    /// <summary>Goes to the next record; empty lines are skipped. False at the end of the file.</summary>
    /// <exception cref="InvalidDataException">A line is longer than 64 MB: not a text file.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // called millions of times within a start: too soon for tiering
    public bool Read()
    {
        do
        {
            (Line, Problem, _fieldCount) = (_nextLine, null, NotSplit);
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
            int hit = _isQuoted ? rest.IndexOfAny(LineFeed, Quote) : rest.IndexOf(LineFeed);
            if (hit >= 0 && rest[hit] == LineFeed)
            {
                Take(hit, hit + 1);
            }
            else if (!ReadWithCare())
            {
                return false;
            }
        }
        while (_recordLength == 0);
        return true;
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>The next record where it has a quote, or where its end has not been read yet.</summary>
    private bool ReadWithCare()
    {
        while (true)
        {
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
            int hit = _isQuoted ? rest.IndexOfAny(LineFeed, Quote) : rest.IndexOf(LineFeed);
            if (hit >= 0 && rest[hit] == LineFeed)
            {
                Take(hit, hit + 1);
                return true;
            }

            if (hit >= 0 ? TryTakeQuoted(rest) : _isAtEnd)
            {
                if (hit < 0)
                {
                    Take(rest.Length, rest.Length);
                }

                return hit >= 0 || rest.Length > 0;
            }

            Fill();
        }
    }

    /// <summary>Makes the next <paramref name="length"/> bytes the current record and goes on behind <paramref name="consumed"/> bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(int length, int consumed)
    {
        _recordStart = _start;
        _recordLength = length > 0 && _buffer[_start + length - 1] == CarriageReturn ? length - 1 : length;
        _start += consumed;
        _nextLine++;
    }

    /// <summary>Moves the unread bytes to the front and reads more behind them, into a larger buffer where one record fills it.</summary>
    private void Fill()
    {
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_end, _start) = (_end - _start, 0);
        if (_end == _buffer.Length)
        {
            if (_end >= LargestRecordBytes)
            {
                throw new InvalidDataException($"{_path}, line {_nextLine}: found a line of more than 64 MB, expected rows of text.");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _hash?.Append(_buffer.AsSpan(_end, read));
        _isAtEnd = read == 0;
        _end += read;
    }
}
