using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.Samples;
using TorchSharp;

namespace SparrowRecSys.Offline.Training;

/// <summary>The one training loop of all networks: AdamW on binary cross-entropy, and on the network's auxiliary loss where it has one.</summary>
/// <remarks>
/// After every epoch the validation samples are scored: the step size falls when their log loss did not, training ends when it has not
/// for <see cref="TrainingOptions.Patience"/> epochs, and the best epoch's weights are restored. Every epoch draws its random numbers from the seed
/// and its number alone, so a training that was stopped and resumed goes on as if it had not been. The GPU is used where Torch finds one.
/// </remarks>
/// <param name="options">How.</param>
/// <param name="progress">Is told of every step; <see langword="null"/>: nobody looks.</param>
/// <param name="checkpointPath">A file that keeps the state after every epoch and is resumed from; removed when the training is done. Or <see langword="null"/>.</param>
internal sealed class NetworkTrainer(TrainingOptions options, IProgress<TrainingStep>? progress = null, string? checkpointPath = null)
{
    private const int ScoringBatch = 8192;

    private static torch.Device Device => torch.cuda.is_available() ? torch.CUDA : torch.CPU;

    /// <summary>Trains until the validation samples are scored no better; the network has the best epoch's weights afterwards.</summary>
    /// <exception cref="InvalidDataException">The training diverged, or the checkpoint is that of another training.</exception>
    public TrainingRun Fit(RankingNetwork network, SampleTable train, SampleTable validation, CancellationToken cancellation)
    {
        torch.set_num_threads(options.Threads);
        network.to(Device);
        using var optimizer = new DecoupledAdam(network, options, train.Count);
        using var best = new WeightCopy(network);
        var checkpoint = checkpointPath is null ? null : new TrainingCheckpoint(checkpointPath, network, optimizer, best, options, train.Count);
        List<TrainedEpoch> epochs = checkpoint?.Load() ?? [];
        while (epochs.Count < options.Epochs && epochs.Count - BestOf(epochs) <= options.Patience)
        {
            double rate = NextRate(epochs);
            double loss = RunEpoch(network, optimizer, train, epochs.Count + 1, rate, cancellation);
            Quality quality = Evaluate(network, validation);
            epochs.Add(new TrainedEpoch(epochs.Count + 1, rate, loss, quality));
            progress?.Report(new TrainingStep(epochs.Count, 1, loss, quality));
            if (BestOf(epochs) == epochs.Count)
            {
                best.Take();
            }

            checkpoint?.Save(epochs);
        }

        best.Restore();
        checkpoint?.Delete();
        return new TrainingRun(epochs, BestOf(epochs));
    }

    /// <summary>Trains with given step sizes, one epoch each, without validation: on all samples, once the number of epochs is known.</summary>
    /// <exception cref="InvalidDataException">The training diverged.</exception>
    public void Repeat(RankingNetwork network, SampleTable samples, IReadOnlyList<double> schedule, CancellationToken cancellation)
    {
        torch.set_num_threads(options.Threads);
        network.to(Device);
        using var optimizer = new DecoupledAdam(network, options, samples.Count);
        for (int epoch = 1; epoch <= schedule.Count; epoch++)
        {
            RunEpoch(network, optimizer, samples, epoch, schedule[epoch - 1], cancellation);
        }
    }

    /// <summary>Probabilities of the samples, in their order. The network is left in evaluation mode.</summary>
    public static float[] Score(RankingNetwork network, SampleTable samples)
    {
        network.eval();
        using var _ = torch.no_grad();
        var batches = new SampleBatches(samples, Device);
        int[] positions = [.. Enumerable.Range(0, samples.Count)];
        float[] scores = new float[samples.Count];
        for (int start = 0; start < scores.Length; start += ScoringBatch)
        {
            int count = Math.Min(ScoringBatch, scores.Length - start);
            using var batch = torch.NewDisposeScope();
            network.forward(batches.At(positions.AsSpan(start, count)).Blocks).sigmoid().cpu().data<float>().CopyTo(scores.AsSpan(start, count)); // (B)
        }

        return scores;
    }

    public static Quality Evaluate(RankingNetwork network, SampleTable samples)
    {
        float[] scores = Score(network, samples);
        return new Quality(BinaryMetrics.Auc(scores, samples.Labels), BinaryMetrics.LogLoss(scores, samples.Labels));
    }

    private double RunEpoch(RankingNetwork network, DecoupledAdam optimizer, SampleTable samples, int epoch, double rate, CancellationToken cancellation)
    {
        network.train();
        Random random = SeededRandom.Create(options.Seed, epoch);
        torch.random.manual_seed(random.NextInt64());
        int[] order = [.. Enumerable.Range(0, samples.Count)];
        random.Shuffle(order);
        var batches = new SampleBatches(samples, Device);
        double lossSum = 0;
        for (int start = 0; start < order.Length; start += options.BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(options.BatchSize, order.Length - start);
            lossSum += count * Step(network, optimizer, batches, order.AsSpan(start, count), rate);
            progress?.Report(new TrainingStep(epoch, (double)(start + count) / order.Length, lossSum / (start + count), null));
        }

        double loss = lossSum / order.Length;
        return double.IsFinite(loss)
            ? loss
            : throw new InvalidDataException($"Training diverged in epoch {epoch}: found log loss {loss}, expected a number; try a smaller learning rate.");
    }

    private static double Step(RankingNetwork network, DecoupledAdam optimizer, SampleBatches batches, ReadOnlySpan<int> positions, double rate)
    {
        using var batch = torch.NewDisposeScope();
        (torch.Tensor[] blocks, torch.Tensor labels) = batches.At(positions);
        torch.Tensor loss = torch.nn.functional.binary_cross_entropy_with_logits(network.forward(blocks), labels);
        if (network.AuxiliaryLoss is { } auxiliary)
        {
            loss += auxiliary;
        }

        loss.backward();
        optimizer.Step(rate);
        return loss.ToDouble();
    }

    /// <summary>The step size of the next epoch: smaller by a factor for every epoch so far that was no better than those before.</summary>
    private double NextRate(List<TrainedEpoch> epochs)
    {
        int worse = Enumerable.Range(1, epochs.Count).Count(count => BestOf(epochs.GetRange(0, count)) != count);
        return options.LearningRate * Math.Pow(options.Decay, worse);
    }

    /// <summary>Number of the epoch of the lowest validation log loss, the first of equal ones; 0 before the first epoch.</summary>
    private static int BestOf(List<TrainedEpoch> epochs) => epochs.MinBy(epoch => epoch.Validation.LogLoss)?.Epoch ?? 0;
}
