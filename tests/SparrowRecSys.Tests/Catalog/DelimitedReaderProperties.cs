using System.Text;
using CsCheck;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Tests.Catalog;

public sealed class DelimitedReaderProperties
{
    // Every character that means something to a reader, often, among others of one to four bytes.
    private static readonly Gen<string> Text = Gen.OneOf("a", "Z", "7", " ", ",", ":", "\t", "|", "\"", "\r", "\n", "é", "中", "🎬").Array[0, 8].Select(string.Concat);

    private static readonly Gen<string[][]> Table = Gen.Int[1, 4].SelectMany(columns => Text.Array[columns].Array[0, 12]);

    private static readonly Gen<string> Separator = Gen.OneOf(",", "::", "\t", "|");

    private static readonly Gen<string> LineBreak = Gen.OneOf("\n", "\r\n");

    [Fact]
    public void What_was_written_is_read_back() =>
        Gen.Select(Table, Separator, LineBreak, Gen.Bool, Gen.Bool).Sample((table, separator, lineBreak, hasLastBreak, hasMark) =>
        {
            string text = string.Join(lineBreak, table.Select(row => string.Join(separator, row.Select(field => Write(field, separator)))));
            byte[] bytes = Encoding.UTF8.GetBytes((hasMark ? "\uFEFF" : "") + text + (hasLastBreak ? lineBreak : ""));
            return Same(table, ReadAll(bytes, separator, isQuoted: true));
        });

    [Fact]
    public void A_twin_that_reads_character_by_character_reads_the_same_with_quotes() =>
        Gen.Select(Table, Separator, LineBreak).Sample((table, separator, lineBreak) =>
        {
            string text = string.Join(lineBreak, table.Select(row => string.Join(separator, row.Select(field => Write(field, separator)))));
            return Same(NaiveReader.Read(text, separator, isQuoted: true), ReadAll(Encoding.UTF8.GetBytes(text), separator, isQuoted: true));
        });

    [Fact]
    public void A_twin_that_reads_character_by_character_reads_any_text_the_same_without_quotes() =>
        Gen.Select(Text.Array[0, 30].Select(string.Concat), Separator).Sample((text, separator) =>
            Same(NaiveReader.Read(text, separator, isQuoted: false), ReadAll(Encoding.UTF8.GetBytes(text), separator, isQuoted: false)));

    [Fact]
    public void Any_text_gives_records_in_order_of_line_and_never_an_exception() =>
        Gen.Select(Text.Array[0, 30].Select(string.Concat), Separator).Sample((text, separator) =>
        {
            using var reader = NewReader(Encoding.UTF8.GetBytes(text), separator, isQuoted: true);
            int line = 0;
            bool isInOrder = true;
            while (reader.Read())
            {
                isInOrder &= reader.Line > line && (reader.Problem is null) == reader.FieldCount > 0;
                line = reader.Line;
            }

            return isInOrder && line <= text.Count(character => character == '\n') + 1;
        });

    private static string Write(string field, string separator) =>
        field.Length == 0 || field.AsSpan().IndexOfAny("\"\r\n") >= 0 || field.AsSpan().IndexOfAny(separator) >= 0
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;

    private static List<string[]> ReadAll(byte[] bytes, string separator, bool isQuoted)
    {
        using DelimitedReader reader = NewReader(bytes, separator, isQuoted);
        var records = new List<string[]>();
        while (reader.Read())
        {
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.Text)]);
        }

        return records;
    }

    /// <summary>Reads three bytes at a time, so that every kind of cut happens.</summary>
    private static DelimitedReader NewReader(byte[] bytes, string separator, bool isQuoted) =>
        new(new TricklingStream(bytes), new DelimitedFormat(Encoding.UTF8.GetBytes(separator), isQuoted, Encoding.UTF8));

    private static bool Same(IReadOnlyList<string[]> expected, List<string[]> actual) =>
        expected.Count == actual.Count && expected.Zip(actual).All(pair => pair.First.SequenceEqual(pair.Second));
}
