namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>
/// The sequences of a token file, one a line, as one flat array of items. Lines longer than <see cref="LongestLine"/> are cut, as word2vec.c
/// does, so that a file of one line is many sequences too. Immutable.
/// </summary>
internal sealed class TokenSequences : ISkipGramCorpus
{
    /// <summary>Items from which a line goes on as another sequence.</summary>
    public const int LongestLine = 1000;

    /// <summary>At most so many tokens are held in memory, 4 bytes each: 3 GB, so that with the vectors all fits in 4 GB.</summary>
    public const int MostTokens = 750_000_000;

    private readonly int[] _items; // sequence after sequence
    private readonly List<int> _starts = [0]; // (sequences + 1)

    private TokenSequences(Vocabulary vocabulary, int totalLength) => (Vocabulary, _items) = (vocabulary, new int[totalLength]);

    /// <summary>What the items are.</summary>
    public Vocabulary Vocabulary { get; }

    public int Count => _starts.Count - 1;

    public int ItemCount => Vocabulary.Count;

    public long TotalLength => _items.Length;

    public int LongestSequence => LongestLine;

    public ReadOnlySpan<int> Counts => Vocabulary.Counts;

    /// <summary>Reads the file twice: once to count, once to keep. Tokens that occur too seldom are passed over, as if they were not there.</summary>
    /// <param name="path">UTF-8 text, one sequence a line, whitespace between tokens.</param>
    /// <param name="minCount">Occurrences that a token must have to become an item.</param>
    /// <param name="cancellation">Asked at every line.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no text, or holds too few or too many tokens.</exception>
    public static TokenSequences Load(string path, int minCount, CancellationToken cancellation = default)
    {
        var vocabulary = Vocabulary.OfFile(path, minCount, cancellation);
        if (vocabulary.Count < 2)
        {
            throw new InvalidDataException($"{path}: found {vocabulary.Count} tokens that occur at least {minCount} times, expected at least 2 to learn from.");
        }

        long total = 0;
        foreach (int count in vocabulary.Counts)
        {
            total += count;
        }

        if (total > MostTokens)
        {
            throw new InvalidDataException($"{path}: found {total:N0} tokens, expected at most {MostTokens:N0}, for they are held in memory. Split the file.");
        }

        var sequences = new TokenSequences(vocabulary, (int)total);
        sequences.Fill(path, cancellation);
        return sequences;
    }

    public ReadOnlySpan<int> Read(int sequence, Span<int> buffer) => _items.AsSpan(_starts[sequence].._starts[sequence + 1]);

    private void Fill(string path, CancellationToken cancellation)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> itemOfToken = Vocabulary.GetItems();
        using var reader = new TokenReader(path);
        int length = 0;
        TokenKind kind;
        do
        {
            kind = reader.Read(out ReadOnlySpan<char> token);
            if (kind == TokenKind.Token && itemOfToken.TryGetValue(token, out int item))
            {
                _items[length++] = item;
            }

            bool lineEnds = kind != TokenKind.Token || length - _starts[^1] == LongestLine;
            if (lineEnds && length > _starts[^1])
            {
                cancellation.ThrowIfCancellationRequested();
                _starts.Add(length);
            }
        }
        while (kind != TokenKind.End);
    }
}
