using System.Text;

namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>What <see cref="TokenReader"/> came to.</summary>
internal enum TokenKind
{
    Token,
    LineEnd,
    End,
}

/// <summary>
/// Splits a UTF-8 text file into lines and these into tokens: whatever stands between spaces, tabs and line ends. Holds one block of the file,
/// however long its lines are.
/// </summary>
internal sealed class TokenReader : IDisposable
{
    /// <summary>A longer token is refused: such a file holds something else than text.</summary>
    public const int LongestToken = 1000;

    private const int BlockLength = 1 << 16;

    private readonly StreamReader _reader;
    private readonly string _path;
    private readonly char[] _block = new char[BlockLength];
    private int _position; // next character of the block
    private int _length; // characters in the block
    private long _line = 1;

    /// <exception cref="IOException">The file cannot be opened.</exception>
    public TokenReader(string path)
    {
        _path = path;
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        _reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, 1 << 18);
    }

    /// <summary>The next token or line end. <paramref name="token"/> holds until the next call.</summary>
    /// <exception cref="InvalidDataException">The file is no text in UTF-8, or a token is too long.</exception>
    public TokenKind Read(out ReadOnlySpan<char> token)
    {
        token = [];
        while (true)
        {
            int start = Rest.IndexOfAnyExcept(' ', '\t', '\r');
            _position = start < 0 ? _length : _position + start;
            if (start < 0 && !TryReadOn())
            {
                return TokenKind.End;
            }

            if (start < 0)
            {
                continue;
            }

            if (Rest[0] == '\n')
            {
                _position++;
                _line++;
                return TokenKind.LineEnd;
            }

            int length = Rest.IndexOfAny(" \t\r\n");
            if (length >= 0 || !TryReadOn())
            {
                token = Checked(length < 0 ? Rest : Rest[..length]);
                _position += token.Length;
                return TokenKind.Token;
            }
        }
    }

    private ReadOnlySpan<char> Rest => _block.AsSpan(_position, _length - _position);

    public void Dispose() => _reader.Dispose();

    private ReadOnlySpan<char> Checked(ReadOnlySpan<char> token) => token.Length <= LongestToken && !token.Contains('\0')
        ? token
        : throw Bad(token.Length > LongestToken ? $"a token longer than {LongestToken} characters" : "a zero byte");

    /// <summary>Moves the rest of the block to its front and fills it up from the file. False at the end of the file.</summary>
    private bool TryReadOn()
    {
        int kept = Rest.Length;
        if (kept > LongestToken)
        {
            throw Bad($"a token longer than {LongestToken} characters");
        }

        Rest.CopyTo(_block);
        (_position, _length) = (0, kept);
        try
        {
            _length += _reader.ReadBlock(_block.AsSpan(kept));
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{_path}, after line {_line}: found bytes that are no UTF-8, expected text.");
        }

        return _length > kept;
    }

    private InvalidDataException Bad(string found) => new($"{_path}, line {_line}: found {found}, expected text with whitespace between tokens.");
}
