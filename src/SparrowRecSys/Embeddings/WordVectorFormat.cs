using System.Globalization;
using System.Text;

namespace SparrowRecSys.Embeddings;

/// <summary>
/// The text format of word2vec: a line <c>N D</c>, then one vector a line, <c>word v1 ... vD</c>, numbers with a decimal point. Written in the
/// shortest form that reads back as the same float, UTF-8, lines ended by a line feed.
/// </summary>
public static class WordVectorFormat
{
    /// <summary>Writes the rows in their order.</summary>
    public static void Write(Stream stream, WordVectors vectors)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine($"{vectors.Count} {vectors.Dimension}");
        Span<char> number = stackalloc char[32];
        for (int row = 0; row < vectors.Count; row++)
        {
            writer.Write(vectors.Words[row]);
            foreach (float value in vectors.Row(row))
            {
                value.TryFormat(number, out int length, default, CultureInfo.InvariantCulture);
                writer.Write(' ');
                writer.Write(number[..length]);
            }

            writer.WriteLine();
        }
    }

    /// <summary>Reads a file. Spaces around the numbers and empty lines are passed over; line ends may be CR LF.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is wrong, a word appears twice, or there are fewer or more vectors than the first line says.</exception>
    public static WordVectors Read(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        return new LineReader(path).Read(reader);
    }

    private sealed class LineReader(string path)
    {
        private const int BytesOfNumber = 2; // at least: a digit and a space; so a wrong first line takes no memory that the file does not

        private int _line;

        public WordVectors Read(StreamReader reader)
        {
            (int count, int dimension) = ReadHeader(reader.ReadLine() ?? "", reader.BaseStream.Length);
            string[] words = new string[count];
            float[] values = new float[count * dimension];
            var lineOfWord = new Dictionary<string, int>(count);
            int row = 0;
            while (reader.ReadLine() is { } line)
            {
                _line++;
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                if (row == count)
                {
                    throw Bad($"found another vector, expected {count} as the first line says");
                }

                words[row] = ReadVector(line.Trim(), values.AsSpan(row * dimension, dimension));
                if (!lineOfWord.TryAdd(words[row], _line))
                {
                    throw Bad($"found '{words[row]}' again (first on line {lineOfWord[words[row]]}), expected each word once");
                }

                row++;
            }

            return row == count
                ? new WordVectors(words, values, dimension)
                : throw new InvalidDataException($"{path}: found {row} vectors, expected {count} as the first line says.");
        }

        private (int Count, int Dimension) ReadHeader(string line, long fileBytes)
        {
            _line = 1;
            string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return fields.Length == 2 && int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
                && int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out int dimension)
                && count > 0 && dimension > 0 && (long)count * dimension <= Math.Min(Array.MaxLength, fileBytes / BytesOfNumber)
                    ? (count, dimension)
                    : throw Bad($"found {Quote(line)}, expected the number of vectors and their length, such as '1000 64'");
        }

        private string ReadVector(ReadOnlySpan<char> line, Span<float> values)
        {
            int end = line.IndexOf(' ');
            ReadOnlySpan<char> rest = end < 0 ? [] : line[end..];
            int count = 0;
            foreach (Range range in rest.Split(' '))
            {
                ReadOnlySpan<char> number = rest[range];
                if (number.IsEmpty)
                {
                    continue;
                }

                if (!float.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) || !float.IsFinite(value))
                {
                    throw Bad($"found {Quote(number)} as number {count + 1}, expected a finite number such as 0.25");
                }

                if (count < values.Length)
                {
                    values[count] = value;
                }

                count++;
            }

            return count == values.Length ? line[..end].ToString() : throw Bad($"found {count} numbers, expected {values.Length} as the first line says");
        }

        private InvalidDataException Bad(string what) => new($"{path}, line {_line}: {what}.");

        private static string Quote(ReadOnlySpan<char> text) => $"'{text[..Math.Min(text.Length, 40)]}{(text.Length > 40 ? "..." : "")}'";
    }
}
