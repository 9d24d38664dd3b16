using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SparrowRecSys.Embeddings;

/// <summary>
/// The original's text format: one vector a line, <c>id:f f f</c>, numbers with a decimal point. Written in the shortest form that reads
/// back as the same float.
/// </summary>
public static class EmbeddingTextFormat
{
    /// <summary>Writes the rows in their order as UTF-8; each line ends with a line feed.</summary>
    public static void Write(Stream stream, EmbeddingRows rows)
    {
        var line = new StringBuilder();
        for (int row = 0; row < rows.Count; row++)
        {
            line.Clear().Append(rows.Ids[row]);
            char separator = ':';
            foreach (float value in rows.Row(row))
            {
                line.Append(separator).Append(CultureInfo.InvariantCulture, $"{value}");
                separator = ' ';
            }

            stream.Write(Encoding.UTF8.GetBytes(line.Append('\n').ToString()));
        }
    }

    /// <summary>Reads a file's bytes. Line ends may be LF or CR LF; empty lines and spaces around the numbers are passed over.</summary>
    /// <param name="bytes">The whole file; a byte order mark may be there.</param>
    /// <param name="path">For messages.</param>
    /// <exception cref="InvalidDataException">A line is wrong, an id appears twice, or there is no vector at all.</exception>
    public static EmbeddingRows Read(ReadOnlySpan<byte> bytes, string path)
    {
        var lines = new LineReader(path);
        ReadOnlySpan<byte> rest = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)'\n');
            lines.Read((end < 0 ? rest : rest[..end]).Trim(" \t\r"u8));
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return lines.ToRows();
    }

    private sealed class LineReader(string path)
    {
        private readonly List<int> _ids = [];
        private readonly List<float> _values = [];
        private readonly Dictionary<int, int> _lineOfId = [];
        private int _dimension; // 0 until the first vector
        private int _line;

        public void Read(ReadOnlySpan<byte> line)
        {
            _line++;
            if (line.IsEmpty)
            {
                return;
            }

            int colon = line.IndexOf((byte)':');
            ReadOnlySpan<byte> idText = (colon < 0 ? line : line[..colon]).Trim((byte)' ');
            if (colon < 0 || !Utf8Parser.TryParse(idText, out int id, out int used) || used != idText.Length)
            {
                throw Bad($"found {Quote(line)}, expected 'id:number number ...'");
            }

            if (!_lineOfId.TryAdd(id, _line))
            {
                throw Bad($"found id {id} again (first on line {_lineOfId[id]}), expected each id once");
            }

            _ids.Add(id);
            int count = ReadValues(line[(colon + 1)..]);
            _dimension = _dimension == 0 ? count : _dimension;
            if (count != _dimension || count == 0)
            {
                throw Bad($"found {count} numbers, expected {(_dimension == 0 ? "at least 1" : $"{_dimension} as on the first line")}");
            }
        }

        public EmbeddingRows ToRows() => _ids.Count > 0
            ? new EmbeddingRows([.. _ids], [.. _values], _dimension)
            : throw new InvalidDataException($"{path}: found no vector, expected lines of the form 'id:number number ...'.");

        private int ReadValues(ReadOnlySpan<byte> text)
        {
            int count = 0;
            foreach (Range range in text.Split((byte)' '))
            {
                ReadOnlySpan<byte> number = text[range];
                if (number.IsEmpty)
                {
                    continue;
                }

                count++;
                if (!float.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) || !float.IsFinite(value))
                {
                    throw Bad($"found {Quote(number)} as number {count}, expected a finite number such as 0.25");
                }

                _values.Add(value);
            }

            return count;
        }

        private InvalidDataException Bad(string what) => new($"{path}, line {_line}: {what}.");

        private static string Quote(ReadOnlySpan<byte> text) =>
            $"'{Encoding.UTF8.GetString(text[..Math.Min(text.Length, 40)])}{(text.Length > 40 ? "..." : "")}'";
    }
}
