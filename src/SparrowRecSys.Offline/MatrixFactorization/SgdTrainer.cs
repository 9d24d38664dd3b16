using System.Diagnostics;
using System.Numerics.Tensors;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.MatrixFactorization;

/// <summary>A step of the descent: what one interaction teaches.</summary>
internal interface ISgdStep
{
    /// <returns>The loss before the step, of the interaction alone: −ln of the probability that the model gave it.</returns>
    float Learn(int user, int movie, float learningRate, ref FastRandom random);
}

/// <summary>Goes through all interactions in a new random order in every epoch, with a step that falls to 0.</summary>
internal static class SgdTrainer
{
    private const int StepsBetweenChecks = 1 << 12;

    /// <param name="ratings">The interactions.</param>
    /// <param name="model">Whose movies they are of.</param>
    /// <param name="step">Learns from one of them.</param>
    /// <param name="options">Epochs, learning rate, threads, seed.</param>
    /// <param name="context">Progress and cancellation.</param>
    /// <returns>Mean loss over the last epoch.</returns>
    /// <exception cref="InvalidDataException">It diverged.</exception>
    public static double Train<TStep>(RatingTable ratings, SgdModel model, TStep step, SgdOptions options, LearningContext context)
        where TStep : ISgdStep
    {
        var random = new FastRandom((ulong)options.Seed);
        int[] order = [.. Enumerable.Range(0, ratings.Count)];
        int threads = Math.Min(options.Threads == 0 ? Environment.ProcessorCount : options.Threads, order.Length);
        double[] losses = new double[threads];
        FastRandom[] randoms = [.. Enumerable.Range(0, threads).Select(thread => new FastRandom(((ulong)options.Seed << 32) + 1 + (ulong)thread))];
        var clock = Stopwatch.StartNew();
        double loss = 0;
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            int started = epoch;
            ParallelLoop.Run(threads, threads, () => 0, (thread, _) =>
            {
                (int from, int to) = ((int)((long)order.Length * thread / threads), (int)((long)order.Length * (thread + 1) / threads));
                losses[thread] = Learn(ratings, model, step, order.AsSpan(from, to - from), started, options, ref randoms[thread], context.Cancellation);
            }, context.Cancellation);
            loss = losses.Sum() / order.Length;
            if (!double.IsFinite(loss) || !float.IsFinite(TensorPrimitives.Sum<float>(model.Biases)))
            {
                throw new InvalidDataException($"The training diverged in epoch {epoch + 1}. Lower the learning rate, which is {options.LearningRate}.");
            }

            double speed = (epoch + 1.0) * order.Length / clock.Elapsed.TotalSeconds;
            context.Progress?.Report(new LearningProgress((epoch + 1.0) / options.Epochs, $"loss {loss:f4}, {speed:N0} interactions/s"));
        }

        return loss;
    }

    private static double Learn<TStep>(
        RatingTable ratings, SgdModel model, TStep step, ReadOnlySpan<int> order, int epoch, SgdOptions options, ref FastRandom random, CancellationToken cancellation)
        where TStep : ISgdStep
    {
        double loss = 0;
        ReadOnlySpan<int> users = ratings.UserRows;
        for (int i = 0; i < order.Length; i++)
        {
            if (i % StepsBetweenChecks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            double done = (epoch + ((double)i / order.Length)) / options.Epochs;
            loss += step.Learn(users[order[i]], model.MovieOf[order[i]], (float)(options.LearningRate * (1 - done)), ref random);
        }

        return loss;
    }
}
