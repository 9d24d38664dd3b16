namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>
/// The tokens of a file that occur often enough, numbered 0..N-1: the most frequent first, as in word2vec.c, of equals the one that came
/// first. Immutable.
/// </summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _items;
    private readonly string[] _tokens; // (N)
    private readonly int[] _counts; // (N)

    private Vocabulary(string[] tokens, int[] counts)
    {
        (_tokens, _counts) = (tokens, counts);
        _items = new Dictionary<string, int>(tokens.Length);
        for (int item = 0; item < tokens.Length; item++)
        {
            _items.Add(tokens[item], item);
        }
    }

    /// <summary>N.</summary>
    public int Count => _tokens.Length;

    /// <summary>(N).</summary>
    public string[] Tokens => [.. _tokens];

    /// <summary>(N) occurrences.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>Reads a file once.</summary>
    /// <param name="path">Tokens between whitespace.</param>
    /// <param name="minCount">Occurrences that a token must have.</param>
    /// <param name="cancellation">Asked at every line.</param>
    /// <exception cref="InvalidDataException">The file is no text.</exception>
    public static Vocabulary OfFile(string path, int minCount, CancellationToken cancellation)
    {
        var order = new Dictionary<string, int>();
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = order.GetAlternateLookup<ReadOnlySpan<char>>();
        var counts = new List<int>();
        using var reader = new TokenReader(path);
        TokenKind kind;
        while ((kind = reader.Read(out ReadOnlySpan<char> token)) != TokenKind.End)
        {
            if (kind == TokenKind.LineEnd)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            else if (lookup.TryGetValue(token, out int item))
            {
                counts[item] = checked(counts[item] + 1);
            }
            else
            {
                order.Add(token.ToString(), counts.Count);
                counts.Add(1);
            }
        }

        string[] tokens = new string[counts.Count];
        foreach ((string token, int item) in order)
        {
            tokens[item] = token;
        }

        int[] kept = [.. Enumerable.Range(0, tokens.Length).Where(item => counts[item] >= minCount).OrderByDescending(item => counts[item])];
        return new Vocabulary([.. kept.Select(item => tokens[item])], [.. kept.Select(item => counts[item])]);
    }

    /// <summary>For looking tokens up without making strings of them. Items by token.</summary>
    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> GetItems() => _items.GetAlternateLookup<ReadOnlySpan<char>>();
}
