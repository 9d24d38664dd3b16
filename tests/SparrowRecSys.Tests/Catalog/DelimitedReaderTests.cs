using System.Text;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Tests.Catalog;

public sealed class DelimitedReaderTests
{
    [Theory]
    [InlineData("a,b\nc,d\n", "1:a|b 2:c|d")]
    [InlineData("a,b\r\nc,d\r\n", "1:a|b 2:c|d")]
    [InlineData("a,b\nc,d", "1:a|b 2:c|d")]
    [InlineData("a,b\r\nc,d\r", "1:a|b 2:c|d")]
    [InlineData("\uFEFFa,b\n", "1:a|b")]
    [InlineData("\n\na,b\n\r\n\nc,d\n\n", "3:a|b 6:c|d")]
    [InlineData("", "")]
    [InlineData("\n", "")]
    [InlineData(",\n", "1:|")]
    [InlineData("a,,\n", "1:a||")]
    [InlineData("\"a,b\",c\n", "1:a,b|c")]
    [InlineData("\"a\"\"b\"\"\",c\n", "1:a\"b\"|c")]
    [InlineData("\"\",\"\"\n", "1:|")]
    [InlineData("\"a\nb\r\nc\",d\ne,f\n", "1:a\nb\r\nc|d 4:e|f")]
    [InlineData("a,\"b\"", "1:a|b")]
    [InlineData("a\"b,c\"\nd,e\n", "1:a\"b|c\" 2:d|e")] // a quote inside a field is text
    public void Records_are_read_with_their_lines(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("1,\"a,b\n2,c\n", "1!a closing quote 2:2|c")]
    [InlineData("1,\"a,b\n2,\"c\",d\n3,e\n", "1!a separator or the end of the row behind a closing quote 2:2|c|d 3:3|e")]
    [InlineData("\"a\"b,c\n2,d\n", "1!a separator or the end of the row behind a closing quote 2:2|d")]
    [InlineData("\"", "1!a closing quote")]
    [InlineData("\"a\"\"", "1!a closing quote")]
    public void A_wrong_quote_costs_its_line_and_no_other(string text, string expected) => Assert.Equal(expected, Read(text));

    [Fact]
    public void A_quote_that_is_not_closed_in_a_large_file_costs_its_line_only()
    {
        string rows = string.Concat(Enumerable.Repeat("2,b\n", 500_000)); // 2 MB
        using DelimitedReader reader = Open("1,\"a\n" + rows);

        Assert.True(reader.Read());
        Assert.Equal("a closing quote", reader.Problem);
        Assert.Equal("1,\"a"u8.ToArray(), reader.Record);
        Assert.Equal(500_000, Count(reader));
        Assert.Equal(500_001, reader.Line - 1);
    }

    [Fact]
    public void A_record_longer_than_the_buffer_is_read_whole()
    {
        string title = new('x', 700_000);
        using DelimitedReader reader = Open($"1,{title}\n2,\"{title}\n\"\n3,c\n");

        Assert.True(reader.Read() && reader.FieldCount == 2);
        Assert.Equal(title, reader.Text(1));
        Assert.True(reader.Read() && reader.FieldCount == 2);
        Assert.Equal(title + "\n", reader.Text(1));
        Assert.True(reader.Read() && reader.FieldCount == 2);
        Assert.Equal("c", reader.Text(1));
        Assert.Equal(4, reader.Line);
    }

    [Fact]
    public void Latin_1_is_decoded_as_Latin_1()
    {
        using var reader = new DelimitedReader(new MemoryStream([(byte)'1', (byte)'|', 0xE9]), DelimitedFormat.Bar);

        Assert.True(reader.Read() && reader.FieldCount == 2);
        Assert.Equal("é", reader.Text(1));
    }

    [Fact]
    public void Without_quoting_a_quote_is_text()
    {
        using var reader = new DelimitedReader(new MemoryStream("1::\"a::b\n"u8.ToArray()), DelimitedFormat.DoubleColon(Encoding.UTF8));

        Assert.True(reader.Read());
        Assert.Equal(3, reader.FieldCount);
        Assert.Equal("\"a", reader.Text(1));
    }

    private static DelimitedReader Open(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), DelimitedFormat.Csv);

    private static int Count(DelimitedReader reader)
    {
        int count = 0;
        while (reader.Read())
        {
            count++;
        }

        return count;
    }

    private static string Read(string text)
    {
        using DelimitedReader reader = Open(text);
        var records = new List<string>();
        while (reader.Read())
        {
            records.Add(reader.Problem is { } problem
                ? $"{reader.Line}!{problem}"
                : $"{reader.Line}:{string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.Text))}");
        }

        return string.Join(' ', records);
    }
}
