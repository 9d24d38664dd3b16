using System.Text;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Tests.Embeddings;

public sealed class WordVectorFormatTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void The_first_line_says_how_many_and_how_long_and_each_other_line_is_a_vector()
    {
        Write(new WordVectors(["a", "naïve"], [1f, -0.5f, 1e-7f, 12345678f], 2));

        Assert.Equal("2 2\na 1 -0.5\nnaïve 1E-07 12345678\n", File.ReadAllText(_path));
    }

    [Fact]
    public void What_was_written_reads_back_bit_for_bit()
    {
        var random = new Random(1);
        string[] words = [.. Enumerable.Range(0, 50).Select(i => $"w:{i}")];
        float[] values = [.. Enumerable.Range(0, 50 * 7).Select(_ => (random.NextSingle() - 0.5f) * MathF.Pow(10, random.Next(-30, 30)))];

        Write(new WordVectors(words, values, 7));
        WordVectors read = WordVectorFormat.Read(_path);

        Assert.Equal(words, read.Words);
        Assert.Equal(values, read.Values);
        Assert.Equal(7, read.Dimension);
    }

    [Fact]
    public void Files_of_word2vec_have_spaces_at_line_ends()
    {
        File.WriteAllText(_path, "2 2\r\n</s> 0.1  0.2 \r\n\r\na 3 4 \r\n");

        Assert.Equal([0.1f, 0.2f, 3f, 4f], WordVectorFormat.Read(_path).Values);
    }

    [Theory]
    [InlineData("", "line 1: found '', expected the number of vectors and their length, such as '1000 64'.")]
    [InlineData("a 1 2", "line 1: found 'a 1 2', expected the number of vectors and their length, such as '1000 64'.")]
    [InlineData("2000000000 1", "line 1: found '2000000000 1', expected the number of vectors and their length, such as '1000 64'.")]
    [InlineData("2 2\na 1 2\nb 1", "line 3: found 1 numbers, expected 2 as the first line says.")]
    [InlineData("2 2\na 1 2\nb 1 2 3", "line 3: found 3 numbers, expected 2 as the first line says.")]
    [InlineData("1 2\na 1 x", "line 2: found 'x' as number 2, expected a finite number such as 0.25.")]
    [InlineData("1 2\na 1 NaN", "line 2: found 'NaN' as number 2, expected a finite number such as 0.25.")]
    [InlineData("2 1\na 1\na 2", "line 3: found 'a' again (first on line 2), expected each word once.")]
    [InlineData("1 1\na 1\nb 2", "line 3: found another vector, expected 1 as the first line says.")]
    public void A_wrong_line_is_named_with_what_was_found_and_expected(string text, string message)
    {
        File.WriteAllText(_path, text, new UTF8Encoding(false));

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => WordVectorFormat.Read(_path));

        Assert.Equal($"{_path}, {message}", error.Message);
    }

    [Fact]
    public void Too_few_vectors_are_an_error()
    {
        File.WriteAllText(_path, "3 1\na 1\nb 2\n");

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => WordVectorFormat.Read(_path));

        Assert.Equal($"{_path}: found 2 vectors, expected 3 as the first line says.", error.Message);
    }

    private void Write(WordVectors vectors)
    {
        using FileStream stream = File.Create(_path);
        WordVectorFormat.Write(stream, vectors);
    }
}
