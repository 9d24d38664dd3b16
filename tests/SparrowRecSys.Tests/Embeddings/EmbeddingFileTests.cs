using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using CsCheck;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Tests.Embeddings;

public sealed class EmbeddingFileTests : IDisposable
{
    private static readonly Gen<EmbeddingRows> AnyRows =
        from dimension in Gen.Int[1, 20]
        from ids in Gen.Int.HashSet[1, 30]
        from values in Gen.Float.Where(float.IsFinite).Array[ids.Count * dimension]
        select new EmbeddingRows([.. ids], values, dimension);

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"embedding-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Text_reads_back_the_same_floats() => AnyRows.Sample(rows => AssertSame(rows, EmbeddingTextFormat.Read(Text(rows), "x")));

    [Fact]
    public void Binary_reads_back_the_same_floats() => AnyRows.Sample(rows => AssertSame(rows, EmbeddingBinaryFormat.Read(Binary(rows), "x")));

    [Fact]
    public void A_binary_file_that_differs_in_one_byte_is_refused() => Gen.Select(AnyRows, Gen.Int[0, int.MaxValue], Gen.Byte[1, 255]).Sample((rows, at, change) =>
    {
        byte[] bytes = Binary(rows);
        bytes[at % bytes.Length] ^= change;

        Assert.Throws<InvalidDataException>(() => EmbeddingBinaryFormat.Read(bytes, "x"));
    });

    [Fact]
    public void Text_is_written_as_the_original_writes_it()
    {
        var rows = new EmbeddingRows([7, 12], [0.5f, -0.25f, 1e-9f, 3f], 2);

        Assert.Equal("7:0.5 -0.25\n12:1E-09 3\n", Encoding.UTF8.GetString(Text(rows)));
    }

    [Fact]
    public void Text_with_byte_order_mark_windows_line_ends_and_spare_spaces_is_read()
    {
        EmbeddingRows rows = EmbeddingTextFormat.Read("\uFEFF1: 0.5  1e-2 \r\n\r\n2:3 -4"u8, "x");

        Assert.Equal([1, 2], rows.Ids);
        Assert.Equal([0.5f, 0.01f, 3f, -4f], rows.Values);
    }

    [Theory]
    [InlineData("1:0.5 0.5\n2:0.5\n", "f.csv, line 2: found 1 numbers, expected 2 as on the first line.")]
    [InlineData("1:0.5 0,5\n", "f.csv, line 1: found '0,5' as number 2, expected a finite number such as 0.25.")]
    [InlineData("1:0.5\n2:NaN\n", "f.csv, line 2: found 'NaN' as number 1, expected a finite number such as 0.25.")]
    [InlineData("1:1e39\n", "f.csv, line 1: found '1e39' as number 1, expected a finite number such as 0.25.")]
    [InlineData("1:0.5\n\n1:0.5\n", "f.csv, line 3: found id 1 again (first on line 1), expected each id once.")]
    [InlineData("one:0.5\n", "f.csv, line 1: found 'one:0.5', expected 'id:number number ...'.")]
    [InlineData("1 0.5\n", "f.csv, line 1: found '1 0.5', expected 'id:number number ...'.")]
    [InlineData("99999999999:0.5\n", "f.csv, line 1: found '99999999999:0.5', expected 'id:number number ...'.")]
    [InlineData("1:\n", "f.csv, line 1: found 0 numbers, expected at least 1.")]
    [InlineData("\n", "f.csv: found no vector, expected lines of the form 'id:number number ...'.")]
    public void A_bad_text_file_is_refused_with_line_found_and_expected(string text, string message)
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => EmbeddingTextFormat.Read(Encoding.UTF8.GetBytes(text), "f.csv"));

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("2 3\n5 1 2 3\n7 4 5 6\n")]
    [InlineData("5:1 2 3\n7:4 5 6\n")]
    public void A_file_of_either_text_format_is_recognized(string text)
    {
        File.WriteAllText(_path, text);

        AssertSame(new EmbeddingRows([5, 7], [1, 2, 3, 4, 5, 6], 3), EmbeddingFile.Load(_path));
    }

    [Fact]
    public void Vectors_of_words_that_are_no_ids_are_refused()
    {
        File.WriteAllText(_path, "1 2\nking 1 2\n");

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => EmbeddingFile.Load(_path));

        Assert.Equal($"{_path}: found the vector of 'king', expected ids as words: whole numbers.", error.Message);
    }

    [Fact]
    public void A_truncated_binary_file_says_how_long_it_should_be()
    {
        byte[] bytes = Binary(new EmbeddingRows([1, 2], [1, 2, 3, 4, 5, 6], 3));

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => EmbeddingBinaryFormat.Read(bytes.AsSpan(0, 50), "f.bin"));

        Assert.Equal("f.bin: found 50 bytes, expected 60 for 2 vectors of dimension 3: the file is truncated or too long.", error.Message);
    }

    [Fact]
    public void A_binary_file_of_a_later_version_is_refused()
    {
        byte[] bytes = Binary(new EmbeddingRows([1], [1], 1));
        bytes[8] = 2;

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => EmbeddingBinaryFormat.Read(bytes, "f.bin"));

        Assert.Equal("f.bin: found version 2, expected 1.", error.Message);
    }

    [Fact]
    public void A_binary_file_with_NaN_is_refused_although_its_checksum_is_right()
    {
        byte[] bytes = Binary(new EmbeddingRows([5], [1, 2], 2));
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(28), float.NaN);
        XxHash3.Hash(bytes.AsSpan(..^8)).CopyTo(bytes, bytes.Length - 8);

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => EmbeddingBinaryFormat.Read(bytes, "f.bin"));

        Assert.Equal("f.bin: Value 2 of id 5 is NaN; expected a finite number.", error.Message);
    }

    [Fact]
    public void A_binary_file_with_an_id_twice_is_refused_although_its_checksum_is_right()
    {
        byte[] bytes = Binary(new EmbeddingRows([5, 6], [1, 2], 1));
        bytes[24] = 5;
        XxHash3.Hash(bytes.AsSpan(..^8)).CopyTo(bytes, bytes.Length - 8);

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => EmbeddingBinaryFormat.Read(bytes, "f.bin"));

        Assert.Equal("f.bin: Id 5 appears twice.", error.Message);
    }

    [Fact]
    public void Load_tells_the_formats_apart_by_content()
    {
        var rows = new EmbeddingRows([3, 1], [0.1f, 0.2f, 0.3f, 0.4f], 2);

        File.WriteAllBytes(_path, Text(rows));
        EmbeddingRows fromText = EmbeddingFile.Load(_path);
        File.WriteAllBytes(_path, Binary(rows));
        EmbeddingRows fromBinary = EmbeddingFile.Load(_path);

        AssertSame(rows, fromText);
        AssertSame(rows, fromBinary);
    }

    private static byte[] Text(EmbeddingRows rows)
    {
        using var stream = new MemoryStream();
        EmbeddingTextFormat.Write(stream, rows);
        return stream.ToArray();
    }

    private static byte[] Binary(EmbeddingRows rows)
    {
        using var stream = new MemoryStream();
        EmbeddingBinaryFormat.Write(stream, rows);
        return stream.ToArray();
    }

    private static void AssertSame(EmbeddingRows expected, EmbeddingRows actual)
    {
        Assert.Equal(expected.Dimension, actual.Dimension);
        Assert.Equal(expected.Ids, actual.Ids);
        Assert.Equal(expected.Values, actual.Values);
    }
}
