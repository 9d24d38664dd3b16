using SparrowRecSys.Evaluation;
using TorchSharp;
using Network = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor[], TorchSharp.torch.Tensor>;

namespace SparrowRecSys.Offline.Training;

/// <summary>
/// The one training loop of all networks: a network takes its inputs, each (B, ...), and gives logits (B). Adam on binary cross-entropy.
/// </summary>
/// <remarks>
/// After every epoch the validation samples are scored: the step size falls when their log loss did not, training ends when it has not
/// for <see cref="TrainingOptions.Patience"/> epochs, and the best epoch's weights are restored.
/// </remarks>
internal sealed class NetworkTrainer(TrainingOptions options, IProgress<TrainingStep>? progress = null)
{
    private const int ScoringBatch = 16_384;

    /// <summary>Trains until the validation samples are scored no better; the network has the best epoch's weights afterwards.</summary>
    /// <exception cref="InvalidDataException">The training diverged.</exception>
    public TrainingRun Fit(Network network, TensorSamples train, TensorSamples validation, CancellationToken cancellation)
    {
        torch.set_num_threads(options.Threads);
        using TorchSharp.Modules.AdamW optimizer = CreateOptimizer(network, train.Count);
        using var generator = new torch.Generator((ulong)options.Seed);
        var rates = new List<double>();
        (int bestEpoch, var best) = (0, new Quality(double.NaN, double.PositiveInfinity));
        Dictionary<string, torch.Tensor> bestWeights = [];
        double rate = options.LearningRate;
        for (int epoch = 1; epoch <= options.Epochs && epoch - bestEpoch <= options.Patience; epoch++)
        {
            rates.Add(rate);
            double trainLoss = RunEpoch(network, optimizer, generator, train, new EpochPlan(epoch, rate), cancellation);
            Quality quality = Evaluate(network, validation);
            progress?.Report(new TrainingStep(epoch, 1, trainLoss, quality));
            if (quality.LogLoss < best.LogLoss)
            {
                (bestEpoch, best) = (epoch, quality);
                Keep(network, bestWeights);
            }
            else
            {
                rate *= options.Decay;
            }
        }

        Restore(network, bestWeights);
        return new TrainingRun(rates.Count, bestEpoch, best, rates);
    }

    /// <summary>Trains with given step sizes, one epoch each, without validation: on all samples, once the number of epochs is known.</summary>
    /// <exception cref="InvalidDataException">The training diverged.</exception>
    public void Repeat(Network network, TensorSamples samples, IReadOnlyList<double> schedule, CancellationToken cancellation)
    {
        torch.set_num_threads(options.Threads);
        using TorchSharp.Modules.AdamW optimizer = CreateOptimizer(network, samples.Count);
        using var generator = new torch.Generator((ulong)options.Seed);
        for (int epoch = 1; epoch <= schedule.Count; epoch++)
        {
            RunEpoch(network, optimizer, generator, samples, new EpochPlan(epoch, schedule[epoch - 1]), cancellation);
        }
    }

    /// <summary>Probabilities of the samples, in their order. The network is left in evaluation mode.</summary>
    public static float[] Score(Network network, TensorSamples samples)
    {
        network.eval();
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        float[] scores = new float[samples.Count];
        for (int start = 0; start < scores.Length; start += ScoringBatch)
        {
            int end = Math.Min(start + ScoringBatch, scores.Length);
            using var batch = torch.NewDisposeScope();
            network.forward(samples.Inputs(start, end)).sigmoid().data<float>().CopyTo(scores.AsSpan(start..end)); // (B)
        }

        return scores;
    }

    public static Quality Evaluate(Network network, TensorSamples samples)
    {
        float[] scores = Score(network, samples);
        return new Quality(BinaryMetrics.Auc(scores, samples.Labels), BinaryMetrics.LogLoss(scores, samples.Labels));
    }

    private double RunEpoch(
        Network network, torch.optim.Optimizer optimizer, torch.Generator generator, TensorSamples samples, EpochPlan plan, CancellationToken cancellation)
    {
        network.train();
        foreach (var group in optimizer.ParamGroups)
        {
            group.LearningRate = plan.LearningRate;
        }

        using torch.Tensor order = torch.randperm(samples.Count, generator: generator); // (R)
        double lossSum = 0;
        for (int start = 0; start < samples.Count; start += options.BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            int end = Math.Min(start + options.BatchSize, samples.Count);
            lossSum += (end - start) * Step(network, optimizer, samples, order, start, end);
            progress?.Report(new TrainingStep(plan.Epoch, (double)end / samples.Count, lossSum / end, null));
        }

        double loss = lossSum / samples.Count;
        return double.IsFinite(loss)
            ? loss
            : throw new InvalidDataException($"Training diverged in epoch {plan.Epoch}: found log loss {loss}, expected a number; try a smaller learning rate.");
    }

    private static double Step(Network network, torch.optim.Optimizer optimizer, TensorSamples samples, torch.Tensor order, int start, int end)
    {
        using var batch = torch.NewDisposeScope();
        (torch.Tensor[] inputs, torch.Tensor labels) = samples.At(order.slice(0, start, end, 1)); // (B, ...), (B)
        optimizer.zero_grad();
        torch.Tensor loss = torch.nn.functional.binary_cross_entropy_with_logits(network.forward(inputs), labels);
        loss.backward();
        optimizer.step();
        return loss.ToDouble();
    }

    /// <summary>Only embeddings decay: their rows see few samples, the dense layers see all.</summary>
    private TorchSharp.Modules.AdamW CreateOptimizer(Network network, int sampleCount)
    {
        int steps = (sampleCount + options.BatchSize - 1) / options.BatchSize; // in an epoch
        double decay = options.Regularization / (options.LearningRate * steps); // each step multiplies by 1 - step size * decay
        TorchSharp.Modules.Parameter[] embeddings =
            [.. network.modules().OfType<TorchSharp.Modules.Embedding>().SelectMany(embedding => embedding.parameters())];
        HashSet<IntPtr> decayed = [.. embeddings.Select(parameter => parameter.Handle)];
        TorchSharp.Modules.Parameter[] others = [.. network.parameters().Where(parameter => !decayed.Contains(parameter.Handle))];
        return torch.optim.AdamW(
            [
                new TorchSharp.Modules.AdamW.ParamGroup(embeddings, new TorchSharp.Modules.AdamW.Options { weight_decay = decay }),
                new TorchSharp.Modules.AdamW.ParamGroup(others, new TorchSharp.Modules.AdamW.Options { weight_decay = 0 }),
            ],
            options.LearningRate);
    }

    private static void Keep(Network network, Dictionary<string, torch.Tensor> kept)
    {
        foreach ((string name, torch.Tensor value) in network.state_dict())
        {
            if (kept.Remove(name, out torch.Tensor? old))
            {
                old.Dispose();
            }

            kept[name] = value.detach().clone().DetachFromDisposeScope();
        }
    }

    private static void Restore(Network network, Dictionary<string, torch.Tensor> kept)
    {
        network.load_state_dict(kept);
        foreach (torch.Tensor value in kept.Values)
        {
            value.Dispose();
        }
    }

    private readonly record struct EpochPlan(int Epoch, double LearningRate);
}
