namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>Sequences of items 0..N-1 that skip-gram learns from. Immutable, thread-safe.</summary>
internal interface ISkipGramCorpus
{
    /// <summary>Sequences.</summary>
    int Count { get; }

    /// <summary>N.</summary>
    int ItemCount { get; }

    /// <summary>Items in all sequences together.</summary>
    long TotalLength { get; }

    /// <summary>No sequence is longer.</summary>
    int LongestSequence { get; }

    /// <summary>(N) occurrences of each item in all sequences, at least 1.</summary>
    ReadOnlySpan<int> Counts { get; }

    /// <summary>The items of one sequence, the same at every call.</summary>
    /// <param name="sequence">0..<see cref="Count"/>-1.</param>
    /// <param name="buffer">At least <see cref="LongestSequence"/> long; the caller's own. The answer may lie in it.</param>
    ReadOnlySpan<int> Read(int sequence, Span<int> buffer);
}
