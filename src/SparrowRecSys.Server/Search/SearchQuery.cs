namespace SparrowRecSys.Server.Search;

/// <summary>What somebody typed, ready to be compared with many texts. Immutable.</summary>
internal sealed class SearchQuery
{
    private readonly string _folded;
    private readonly string[] _words;

    public SearchQuery(string text)
    {
        _folded = TextFolding.Fold(text);
        _words = _folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether nothing was typed that can be compared.</summary>
    public bool IsEmpty => _words.Length == 0;

    /// <summary>How well a text fits, 0 (not at all) to 4 (the whole text was typed).</summary>
    /// <param name="text">The text.</param>
    /// <param name="isTolerant">Whether typing errors are allowed.</param>
    public double Fit(SearchText text, bool isTolerant)
    {
        if (text.Folded == _folded)
        {
            return 4;
        }

        if (text.Folded.StartsWith(_folded, StringComparison.Ordinal))
        {
            return 3;
        }

        double sum = 0;
        foreach (string word in _words)
        {
            double best = BestFit(word, text, isTolerant);
            if (best == 0)
            {
                return 0;
            }

            sum += best;
        }

        return 2 * sum / _words.Length;
    }

    private static double BestFit(string word, SearchText text, bool isTolerant)
    {
        double best = 0;
        int errors = EditDistance.Allowed(word.Length);
        foreach (string candidate in text.Words)
        {
            double fit = candidate == word ? 1
                : candidate.StartsWith(word, StringComparison.Ordinal) ? 0.8
                : TextFolding.IsUnspaced(word[0]) && candidate.Contains(word, StringComparison.Ordinal) ? 0.7
                : isTolerant && errors > 0 ? FitWithErrors(word, candidate, errors)
                : 0;
            best = Math.Max(best, fit);
        }

        return best;
    }

    // The more errors, the worse the fit, but better than not at all.
    private static double FitWithErrors(string word, string candidate, int errors)
    {
        int distance = EditDistance.ToPrefix(word, candidate, errors);
        return distance > errors ? 0 : 0.6 / (1 + distance);
    }
}
