namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>What is the same for all threads of one training run.</summary>
internal sealed record SkipGramTask(SkipGramMatrices Matrices, NegativeTable Negatives, float[] KeepShares, int Window, int NegativeSamples)
{
    public LogisticTable Logistic { get; } = new();
}

/// <summary>Learns from one sequence after the other; one worker a thread.</summary>
internal interface ISkipGramWorker
{
    /// <summary>Sum of the losses of all pairs so far.</summary>
    double Loss { get; }

    /// <summary>Pairs of neighbours so far.</summary>
    long Pairs { get; }

    void Learn(ReadOnlySpan<int> sequence, float learningRate);
}

/// <inheritdoc cref="ISkipGramWorker"/>
internal sealed class SkipGramWorker<TKernel>(SkipGramTask task, FastRandom seeded, int longestSequence) : ISkipGramWorker
    where TKernel : struct, ISkipGramKernel
{
    private readonly int[] _kept = new int[longestSequence];
    private readonly int[] _targets = new int[1 + task.NegativeSamples];
    private FastRandom _random = seeded;

    public double Loss { get; private set; }

    public long Pairs { get; private set; }

    public void Learn(ReadOnlySpan<int> sequence, float learningRate)
    {
        ReadOnlySpan<int> kept = Subsample(sequence);
        float loss = 0;
        for (int center = 0; center < kept.Length; center++)
        {
            int reach = 1 + _random.Next(task.Window);
            int first = Math.Max(0, center - reach);
            int last = Math.Min(kept.Length - 1, center + reach);
            for (int neighbour = first; neighbour <= last; neighbour++)
            {
                if (neighbour != center)
                {
                    loss += LearnPair(kept[neighbour], kept[center], learningRate);
                }
            }

            Pairs += last - first;
        }

        Loss += loss;
    }

    private float LearnPair(int inputItem, int outputItem, float learningRate)
    {
        SkipGramMatrices matrices = task.Matrices;
        int[] targets = _targets;
        FastRandom random = _random;
        targets[0] = outputItem;
        int count = 1;
        for (int i = 0; i < task.NegativeSamples; i++)
        {
            int negative = task.Negatives.Draw(ref random);
            targets[count] = negative;
            count += negative == outputItem ? 0 : 1; // as in word2vec.c: the positive is no negative, and no other is drawn for it
        }

        _random = random;
        Span<float> input = matrices.Inputs.AsSpan(inputItem * matrices.Stride, matrices.Stride);
        return TKernel.Step(input, matrices.Outputs, targets.AsSpan(0, count), learningRate, task.Logistic);
    }

    private ReadOnlySpan<int> Subsample(ReadOnlySpan<int> sequence)
    {
        if (task.KeepShares.Length == 0)
        {
            return sequence;
        }

        int count = 0;
        foreach (int item in sequence)
        {
            _kept[count] = item;
            count += _random.NextFloat() < task.KeepShares[item] ? 1 : 0;
        }

        return _kept.AsSpan(0, count);
    }
}
