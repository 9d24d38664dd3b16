using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>How far the training is.</summary>
/// <param name="ItemsDone">Items learned from as centre of a window, over all epochs.</param>
/// <param name="ItemsTotal">Items of all epochs.</param>
/// <param name="ItemsPerSecond">Mean speed since the start, all threads together.</param>
/// <param name="Loss">Mean loss of a pair since the last report.</param>
internal readonly record struct TrainingProgress(long ItemsDone, long ItemsTotal, double ItemsPerSecond, double Loss);

/// <summary>What a training run leaves.</summary>
/// <param name="Vectors">(N, D), one row an item, as learned: not scaled to length 1.</param>
/// <param name="Loss">Mean loss of a pair over the last epoch.</param>
/// <param name="ItemsPerSecond">Mean speed, all threads together.</param>
internal sealed record SkipGramResult(float[] Vectors, double Loss, double ItemsPerSecond);

/// <summary>
/// Skip-gram with negative sampling (Mikolov et al. 2013) over sequences of items (item2vec, Barkan and Koenigstein 2016), in the scheme of
/// word2vec.c. With one thread the same seed gives the same vectors on the same processor.
/// </summary>
internal sealed class SkipGramTrainer
{
    private const float LastLearningRateShare = 1e-4f;
    private const int LongestRegisterRow = 64; // longer rows would not stay in 16 or 32 vector registers beside their gradient
    private const int ItemsBetweenReports = 1 << 17;

    private readonly ISkipGramCorpus _corpus;
    private readonly Item2VecOptions _options;
    private readonly IProgress<TrainingProgress>? _progress;
    private readonly SkipGramMatrices _matrices;
    private readonly ISkipGramWorker[] _workers;
    private readonly int[] _order; // of the sequences, new in every epoch
    private FastRandom _random;
    private long _itemsDone;
    private int _next; // position in _order that no worker has taken yet

    private SkipGramTrainer(ISkipGramCorpus corpus, Item2VecOptions options, IProgress<TrainingProgress>? progress)
    {
        (_corpus, _options, _progress) = (corpus, options, progress);
        _random = new FastRandom((ulong)options.Seed);
        _order = [.. Enumerable.Range(0, corpus.Count)];
        int stride = ChooseStride(options.Dimension);
        _matrices = new SkipGramMatrices(corpus.ItemCount, options.Dimension, stride, ref _random);
        var task = new SkipGramTask(
            _matrices, new NegativeTable(corpus.Counts), KeepShares(), options.Window, options.NegativeSamples);
        _workers = new ISkipGramWorker[options.Threads > 0 ? options.Threads : Environment.ProcessorCount];
        for (int i = 0; i < _workers.Length; i++)
        {
            _workers[i] = CreateWorker(task, new FastRandom(_random.Next()), corpus.LongestSequence);
        }
    }

    /// <param name="corpus">At least two items.</param>
    /// <param name="options">In range. What the corpus and the scores need of them is not looked at.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellation">Stops it between two sequences.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="InvalidDataException">There are too many items, or a vector became infinite.</exception>
    public static SkipGramResult Train(
        ISkipGramCorpus corpus, Item2VecOptions options, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(corpus.ItemCount, 2, nameof(corpus));
        long floats = (long)corpus.ItemCount * ChooseStride(options.Dimension);
        return floats <= Array.MaxLength
            ? new SkipGramTrainer(corpus, options, progress).Run(cancellation)
            : throw new InvalidDataException(
                $"Found {corpus.ItemCount:N0} items, expected at most {Array.MaxLength / ChooseStride(options.Dimension):N0} with vectors of length {options.Dimension}.");
    }

    private SkipGramResult Run(CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        double loss = 0;
        for (int epoch = 0; epoch < _options.Epochs; epoch++)
        {
            (double lossBefore, long pairsBefore) = (_workers.Sum(worker => worker.Loss), _workers.Sum(worker => worker.Pairs));
            _random.Shuffle(_order);
            _next = 0;
            Parallel.For(
                0, _workers.Length, new ParallelOptions { MaxDegreeOfParallelism = _workers.Length },
                worker => LearnEpoch(_workers[worker], worker == 0 ? _progress : null, started, cancellation));
            cancellation.ThrowIfCancellationRequested();
            long pairs = _workers.Sum(worker => worker.Pairs) - pairsBefore;
            loss = pairs == 0 ? 0 : (_workers.Sum(worker => worker.Loss) - lossBefore) / pairs;
        }

        return new SkipGramResult(WithoutPadding(), loss, _itemsDone / Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private void LearnEpoch(ISkipGramWorker worker, IProgress<TrainingProgress>? progress, long started, CancellationToken cancellation)
    {
        long total = _corpus.TotalLength * _options.Epochs;
        int[] buffer = new int[_corpus.LongestSequence];
        long reported = Volatile.Read(ref _itemsDone);
        (double lossReported, long pairsReported) = (worker.Loss, worker.Pairs);
        int position;
        while ((position = Interlocked.Increment(ref _next) - 1) < _order.Length && !cancellation.IsCancellationRequested)
        {
            ReadOnlySpan<int> sequence = _corpus.Read(_order[position], buffer);
            float left = 1 - ((float)Volatile.Read(ref _itemsDone) / total);
            worker.Learn(sequence, (float)_options.LearningRate * Math.Max(left, LastLearningRateShare));
            long done = Interlocked.Add(ref _itemsDone, sequence.Length);
            if (progress is not null && (done - reported >= ItemsBetweenReports || position == _order.Length - 1))
            {
                double loss = (worker.Loss - lossReported) / Math.Max(1, worker.Pairs - pairsReported);
                progress.Report(new TrainingProgress(done, total, done / Stopwatch.GetElapsedTime(started).TotalSeconds, loss));
                (reported, lossReported, pairsReported) = (done, worker.Loss, worker.Pairs);
            }
        }
    }

    /// <summary>The share of an item's occurrences that is kept, as in word2vec.c: (√(f/t) + 1) · t/f; empty without subsampling.</summary>
    private float[] KeepShares()
    {
        double threshold = _options.Subsampling * _corpus.TotalLength;
        return threshold == 0 ? [] : [.. _corpus.Counts.ToArray().Select(count => (float)((Math.Sqrt(count / threshold) + 1) * threshold / count))];
    }

    private float[] WithoutPadding()
    {
        float[] vectors = new float[_corpus.ItemCount * _options.Dimension];
        for (int item = 0; item < _corpus.ItemCount; item++)
        {
            _matrices.Inputs.AsSpan(item * _matrices.Stride, _options.Dimension).CopyTo(vectors.AsSpan(item * _options.Dimension));
        }

        return Array.TrueForAll(vectors, float.IsFinite)
            ? vectors
            : throw new InvalidDataException($"The training diverged at a learning rate of {_options.LearningRate}: found a value that is not finite.");
    }

    private static int ChooseStride(int dimension) =>
        dimension > LongestRegisterRow ? dimension : Math.Max(16, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)dimension));

    private ISkipGramWorker CreateWorker(SkipGramTask task, FastRandom random, int longest)
    {
        if (_matrices.Stride > LongestRegisterRow)
        {
            return new SkipGramWorker<LoopKernel>(task, random, longest);
        }

        return Vector512.IsHardwareAccelerated ? CreateWorker<Row512>(task, random, longest)
            : Vector256.IsHardwareAccelerated ? CreateWorker<RowPair<Row256>>(task, random, longest)
            : CreateWorker<RowPair<RowPair<Row128>>>(task, random, longest);
    }

    private ISkipGramWorker CreateWorker<TRow16>(SkipGramTask task, FastRandom random, int longest)
        where TRow16 : struct, IRegisterRow<TRow16> => _matrices.Stride switch
        {
            16 => new SkipGramWorker<RegisterKernel<TRow16>>(task, random, longest),
            32 => new SkipGramWorker<RegisterKernel<RowPair<TRow16>>>(task, random, longest),
            _ => new SkipGramWorker<RegisterKernel<RowPair<RowPair<TRow16>>>>(task, random, longest),
        };
}
