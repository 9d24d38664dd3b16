namespace SparrowRecSys.Server.Search;

/// <summary>Typing errors between two words: insertions, deletions, replacements and swaps of neighbours, each counting one.</summary>
internal static class EditDistance
{
    private const int MaxLength = 64;

    /// <summary>Typing errors a word of some length may have: none below 4 letters, 1 below 8, else 2.</summary>
    public static int Allowed(int length) => length < 4 ? 0 : length < 8 ? 1 : 2;

    /// <summary>
    /// The distance from <paramref name="typed"/> to the nearest beginning of <paramref name="word"/> (all of it counts as one), or
    /// <paramref name="most"/> + 1 when it is greater than <paramref name="most"/>. O(lengths' product), no allocation.
    /// </summary>
    public static int ToPrefix(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int most)
    {
        if (typed.Length > MaxLength || typed.Length > word.Length + most)
        {
            return most + 1;
        }

        word = word[..Math.Min(word.Length, typed.Length + most)];
        Span<int> beforeLast = stackalloc int[MaxLength + 1];
        Span<int> last = stackalloc int[MaxLength + 1];
        Span<int> current = stackalloc int[MaxLength + 1];
        for (int i = 0; i <= typed.Length; i++)
        {
            last[i] = i;
        }

        // Column by column of the word; the bottom cell is the distance from all that was typed to the word so far.
        int best = last[typed.Length];
        for (int j = 1; j <= word.Length; j++)
        {
            current[0] = j;
            for (int i = 1; i <= typed.Length; i++)
            {
                int cost = typed[i - 1] == word[j - 1] ? 0 : 1;
                int distance = Math.Min(Math.Min(current[i - 1], last[i]) + 1, last[i - 1] + cost);
                bool isSwap = i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1];
                current[i] = isSwap ? Math.Min(distance, beforeLast[i - 2] + 1) : distance;
            }

            best = Math.Min(best, current[typed.Length]);
            Span<int> spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }

        return Math.Min(best, most + 1);
    }
}
