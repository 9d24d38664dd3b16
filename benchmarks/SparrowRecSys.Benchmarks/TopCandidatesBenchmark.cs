using BenchmarkDotNet.Attributes;

namespace SparrowRecSys.Benchmarks;

/// <summary>The best k of n scored rows.</summary>
[MemoryDiagnoser]
public class TopCandidatesBenchmark
{
    private float[] _scores = [];
    private Candidate[] _best = [];

    [Params(1_000, 27_000)]
    public int Count { get; set; }

    [Params(10, 200)]
    public int K { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(42);
        _scores = [.. Enumerable.Range(0, Count).Select(_ => random.NextSingle())];
        _best = new Candidate[K];
    }

    [Benchmark(Baseline = true)]
    public int Sort_all()
    {
        Candidate[] all = [.. _scores.Select((score, row) => new Candidate(row, score))];
        Array.Sort(all, Candidate.CompareBestFirst);
        all.AsSpan(0, K).CopyTo(_best);
        return K;
    }

    [Benchmark]
    public int Heap()
    {
        var heap = new PriorityQueue<int, float>(K);
        for (int row = 0; row < _scores.Length; row++)
        {
            if (heap.Count < K)
            {
                heap.Enqueue(row, _scores[row]);
            }
            else if (heap.TryPeek(out _, out float worst) && _scores[row] > worst)
            {
                heap.DequeueEnqueue(row, _scores[row]);
            }
        }

        for (int i = heap.Count - 1; heap.TryDequeue(out int row, out float score); i--)
        {
            _best[i] = new Candidate(row, score);
        }

        return K;
    }

    [Benchmark]
    public int TopCandidates()
    {
        var top = new TopCandidates(_best);
        for (int row = 0; row < _scores.Length; row++)
        {
            top.Add(row, _scores[row]);
        }

        return top.SortBestFirst();
    }
}
