namespace SparrowRecSys.Evaluation;

/// <summary>Cases of a split with about as much known of the user: what a model makes of few and of many interactions. Immutable.</summary>
/// <param name="Fewest">Interactions of the history that is known least of.</param>
/// <param name="Most">Interactions of the longest history.</param>
/// <param name="Cases">Positions in the split's cases, ascending; at least one.</param>
public sealed record ActivityGroup(int Fewest, int Most, IReadOnlyList<int> Cases)
{
    /// <summary>
    /// At most so many groups of about the same size, the least active users first. Users with equally long histories stand in one group, so
    /// groups differ in size, and there are fewer where many users are alike.
    /// </summary>
    /// <param name="split">The cases.</param>
    /// <param name="count">At least 1.</param>
    public static IReadOnlyList<ActivityGroup> Of(EvaluationSplit split, int count = 5)
    {
        int[] lengths = [.. split.Cases.Select(test => test.HistoryRows.Length)];
        int[] ascending = [.. lengths.Order()];
        int[] largest = [.. Enumerable.Range(1, count).Where(_ => lengths.Length > 0).Select(i => ascending[Math.Max(0, (i * lengths.Length / count) - 1)]).Distinct()];
        var groups = new List<ActivityGroup>();
        int above = -1;
        foreach (int most in largest)
        {
            int[] cases = [.. Enumerable.Range(0, lengths.Length).Where(i => lengths[i] > above && lengths[i] <= most)];
            groups.Add(new ActivityGroup(cases.Min(i => lengths[i]), most, cases));
            above = most;
        }

        return groups;
    }
}
