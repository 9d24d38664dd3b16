using System.Text;
using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Tests.Item2Vec;

public sealed class TokenSequencesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string FilePath => Path.Combine(_folder.Path, "tokens.txt");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_line_is_a_sequence_of_whatever_stands_between_whitespace()
    {
        TokenSequences sequences = Load("\uFEFFb a\tb  é:1 \r\n\n \nb a b\n\ta", minCount: 1);

        Assert.Equal(["b", "a", "é:1"], sequences.Vocabulary.Tokens);
        Assert.Equal([4, 3, 1], sequences.Counts);
        Assert.Equal([[0, 1, 0, 2], [0, 1, 0], [1]], Sequences(sequences));
        Assert.Equal(8, sequences.TotalLength);
    }

    [Fact]
    public void Tokens_below_the_minimum_count_are_as_if_they_were_not_there()
    {
        TokenSequences sequences = Load("a x b\ny\nb z a", minCount: 2);

        Assert.Equal(["a", "b"], sequences.Vocabulary.Tokens);
        Assert.Equal([[0, 1], [1, 0]], Sequences(sequences));
    }

    [Fact]
    public void A_long_line_is_cut()
    {
        TokenSequences sequences = Load(string.Join(' ', Enumerable.Range(0, 2500).Select(i => i % 2)), minCount: 1);

        Assert.Equal([1000, 1000, 500], Sequences(sequences).Select(sequence => sequence.Length));
        Assert.Equal([1250, 1250], sequences.Counts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Blocks_of_the_file_end_anywhere(int seed)
    {
        var random = new Random(seed);
        string[][] lines = [.. Enumerable.Range(0, 3000).Select(_ => Enumerable.Range(0, random.Next(1, 30)).Select(_ => Token(random)).ToArray())];
        string text = string.Join('\n', lines.Select(line => string.Join(' ', line)));

        TokenSequences sequences = Load(text, minCount: 1);

        string[] tokens = sequences.Vocabulary.Tokens;
        Assert.True(text.Length > 1 << 17);
        Assert.Equal(lines, Sequences(sequences).Select(sequence => sequence.Select(item => tokens[item]).ToArray()));
    }

    [Fact]
    public void A_token_longer_than_a_block_is_refused_naming_file_and_line()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Load("a b\n" + new string('x', 200_000), minCount: 1));

        Assert.Equal($"{FilePath}, line 2: found a token longer than 1000 characters, expected text with whitespace between tokens.", error.Message);
    }

    [Fact]
    public void A_file_that_is_no_text_is_refused()
    {
        File.WriteAllBytes(FilePath, [(byte)'a', (byte)' ', 0xFF, 0xC0]);

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => TokenSequences.Load(FilePath, 1, Stop));

        Assert.Equal($"{FilePath}, after line 1: found bytes that are no UTF-8, expected text.", error.Message);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n\n", 0)]
    [InlineData("a a a b", 1)]
    public void Too_few_tokens_are_an_error_that_says_what_was_found(string text, int found)
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Load(text, minCount: 2));

        Assert.Equal($"{FilePath}: found {found} tokens that occur at least 2 times, expected at least 2 to learn from.", error.Message);
    }

    private static string Token(Random random) => random.Next(50) == 0 ? new string('é', random.Next(1, 900)) : $"{random.Next(500)}";

    private TokenSequences Load(string text, int minCount)
    {
        File.WriteAllText(FilePath, text, new UTF8Encoding(false));
        return TokenSequences.Load(FilePath, minCount, Stop);
    }

    private static int[][] Sequences(TokenSequences sequences) =>
        [.. Enumerable.Range(0, sequences.Count).Select(sequence => sequences.Read(sequence, []).ToArray())];
}
