using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>What is to be measured, all checked.</summary>
internal sealed record RankingRequest
{
    /// <summary>Of the data set whose ratings are replayed; not read where <see cref="Files"/> are given.</summary>
    public required string Directory { get; init; }

    /// <summary>Files of samples in the place of a data set; <see langword="null"/>: none.</summary>
    public SamplePaths? Files { get; init; }

    /// <summary>Each once, in the order of the table.</summary>
    public required IReadOnlyList<RankerContestant> Rankers { get; init; }

    public required MethodSettings Settings { get; init; }

    /// <summary>Seed of the first training, and of the intervals.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How often a ranker that depends on the seed is trained, each time with the next seed.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>The control: labels dealt out at random among all samples, so that nothing can be learned.</summary>
    public bool HasRandomLabels { get; init; }
}

/// <summary>Samples in files, in the original's columns or in ours.</summary>
/// <param name="Training">File to learn from; the last tenth by time validates.</param>
/// <param name="Test">File to be measured on.</param>
/// <param name="IsRandomSplit">Whether it is known that the samples were divided at random, so that some to learn from are later than the test's.</param>
internal sealed record SamplePaths(string Training, string Test, bool IsRandomSplit);
