namespace SparrowRecSys.Evaluation;

/// <summary>What is measured and how.</summary>
public sealed record EvaluatorOptions
{
    /// <summary>Lengths of list that count, ascending; the first one is that of the lists' own statistics. Default 10.</summary>
    public IReadOnlyList<int> Ks { get; init; } = [10];

    /// <summary>Seed of the intervals. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads at most; the result is the same for any number. Default: one for each processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The lengths of list that a protocol is published with: Recall@20, Recall@50 and NDCG@100 in <c>strong</c>, else 10.</summary>
    public static IReadOnlyList<int> KsOf(string protocol) => protocol == Protocols.Strong ? [20, 50, 100] : [10];
}
