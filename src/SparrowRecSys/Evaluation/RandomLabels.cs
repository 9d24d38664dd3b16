namespace SparrowRecSys.Evaluation;

/// <summary>The control of an evaluation: with right answers drawn at random nobody can be better than chance, or something leaks.</summary>
public static class RandomLabels
{
    /// <summary>The split with each relevant movie replaced by a random one of those that are ranked and not known of the user.</summary>
    public static EvaluationSplit Replace(EvaluationSplit split, int seed)
    {
        var random = new Random(seed);
        int[] ranked = [.. Enumerable.Range(0, split.IsRanked.Length).Where(row => split.IsRanked[row])];
        return split with { Cases = [.. split.Cases.Select(test => Replace(test, ranked, random))] };
    }

    private static TestCase Replace(TestCase test, int[] ranked, Random random)
    {
        HashSet<int> known = [.. test.HistoryRows, .. test.MaskedRows];
        int[] choices = Array.FindAll(test.CandidateRows ?? ranked, row => !known.Contains(row));
        return test with { RelevantRows = [.. random.GetItems(choices, choices.Length == 0 ? 0 : test.RelevantRows.Length).Distinct().Order()] };
    }
}
