using BenchmarkDotNet.Attributes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Benchmarks;

/// <summary>
/// Time for one item as centre of a window, one thread, window 5, 5 negatives, no subsampling (1e9 / ns = items a second). 1,000 users with 100
/// movies each out of 5,000, popularity falling as 1 / rank.
/// </summary>
[MemoryDiagnoser]
public class SkipGramBenchmark
{
    private const int Users = 1000;
    private const int MoviesOfUser = 100;
    private const int Movies = 5000;
    private const int Items = Users * MoviesOfUser;

    private InteractionSequences _sequences = InteractionSequences.From(new RatingTableBuilder(0).Build(), 1);
    private Item2VecOptions _options = new();

    [Params(10, 32, 64)]
    public int Dimension { get; set; }

    [GlobalSetup]
    public void CreateSequences()
    {
        var random = new Random(1);
        var ratings = new RatingTableBuilder(Movies, Items);
        var rated = new HashSet<(int UserId, int MovieRow)>();
        while (rated.Count < Items)
        {
            int userId = rated.Count / MoviesOfUser;
            int movieRow = (int)Math.Pow(Movies, random.NextDouble()) - 1;
            if (rated.Add((userId, movieRow)))
            {
                ratings.Add(userId, movieRow, Rating.PositiveHalfStars, (uint)rated.Count);
            }
        }

        _sequences = InteractionSequences.From(ratings.Build(), minCount: 1);
        _options = new Item2VecOptions { Dimension = Dimension, Window = 5, Epochs = 1, MinCount = 1, Subsampling = 0 };
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Items)]
    public double Plain_loops()
    {
        var random = new FastRandom(1);
        var matrices = new SkipGramMatrices(_sequences.ItemCount, Dimension, Dimension, ref random);
        var task = new SkipGramTask(matrices, new NegativeTable(_sequences.Counts), [], _options.Window, _options.NegativeSamples);
        var worker = new SkipGramWorker<PlainKernel>(task, random, MoviesOfUser);
        for (int sequence = 0; sequence < _sequences.Count; sequence++)
        {
            worker.Learn(_sequences[sequence], (float)_options.LearningRate);
        }

        return worker.Loss;
    }

    [Benchmark(OperationsPerInvoke = Items)]
    public double Rows_in_registers() => SkipGramTrainer.Train(_sequences, _options).Loss;

    private readonly struct PlainKernel : ISkipGramKernel
    {
        public static float Step(Span<float> input, float[] outputs, ReadOnlySpan<int> targets, float learningRate, LogisticTable logistic)
        {
            Span<float> gradient = stackalloc float[64];
            gradient.Clear();
            float loss = 0;
            for (int i = 0; i < targets.Length; i++)
            {
                Span<float> output = outputs.AsSpan(targets[i] * input.Length, input.Length);
                float dot = 0;
                for (int d = 0; d < input.Length; d++)
                {
                    dot += input[d] * output[d];
                }

                float sign = i == 0 ? 1 : -1;
                (float miss, float targetLoss) = logistic[sign * dot];
                for (int d = 0; d < input.Length; d++)
                {
                    gradient[d] += sign * miss * learningRate * output[d];
                    output[d] += sign * miss * learningRate * input[d];
                }

                loss += targetLoss;
            }

            for (int d = 0; d < input.Length; d++)
            {
                input[d] += gradient[d];
            }

            return loss;
        }
    }
}
