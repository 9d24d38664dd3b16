using BenchmarkDotNet.Attributes;
using SparrowRecSys.Offline.MatrixFactorization;

namespace SparrowRecSys.Benchmarks;

/// <summary>A step of matrix factorization, score and update, and its naive twin.</summary>
public class MatrixFactorizationBenchmark
{
    private float[] _user = [];
    private float[] _movie = [];

    [Params(64, 192)]
    public int Dimension { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var random = new Random(1);
        _user = [.. Enumerable.Range(0, Dimension).Select(_ => random.NextSingle() - 0.5f)];
        _movie = [.. Enumerable.Range(0, Dimension).Select(_ => random.NextSingle() - 0.5f)];
    }

    [Benchmark]
    public float Kernel()
    {
        float score = SgdKernel.Dot(_user, _movie);
        SgdKernel.Update(_user, _movie, 1e-6f, 0.999999f);
        return score;
    }

    [Benchmark(Baseline = true)]
    public float Loop()
    {
        float score = 0;
        for (int i = 0; i < _user.Length; i++)
        {
            score += _user[i] * _movie[i];
        }

        for (int i = 0; i < _user.Length; i++)
        {
            float old = _user[i];
            _user[i] = (0.999999f * old) + (1e-6f * _movie[i]);
            _movie[i] = (0.999999f * _movie[i]) + (1e-6f * old);
        }

        return score;
    }
}
