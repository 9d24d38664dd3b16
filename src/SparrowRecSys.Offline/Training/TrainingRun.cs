namespace SparrowRecSys.Offline.Training;

/// <summary>One epoch, as it is reported while training goes on.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Done">Share of the epoch's samples that are done, 0 to 1.</param>
/// <param name="TrainLogLoss">Mean over the samples done so far, dropout and auxiliary loss included.</param>
/// <param name="Validation">Quality after the epoch; <see langword="null"/> while it runs and where nothing is validated.</param>
internal readonly record struct TrainingStep(int Epoch, double Done, double TrainLogLoss, Quality? Validation);

/// <summary>Quality of a model on labelled samples.</summary>
/// <param name="Auc">0 to 1.</param>
/// <param name="LogLoss">Nats.</param>
internal readonly record struct Quality(double Auc, double LogLoss);

/// <summary>A point of the learning curve: an epoch that is over.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="LearningRate">Step size.</param>
/// <param name="TrainLoss">Mean over the samples, dropout and auxiliary loss included.</param>
/// <param name="Validation">Quality after it.</param>
internal sealed record TrainedEpoch(int Epoch, double LearningRate, double TrainLoss, Quality Validation);

/// <summary>What a training did.</summary>
/// <param name="Epochs">The learning curve; at least one.</param>
/// <param name="BestEpoch">Epoch whose weights were kept, from 1.</param>
internal sealed record TrainingRun(IReadOnlyList<TrainedEpoch> Epochs, int BestEpoch)
{
    /// <summary>Validation quality of the best epoch.</summary>
    public Quality Best => Epochs[BestEpoch - 1].Validation;

    /// <summary>Step sizes up to the best epoch: what a second training on more samples repeats.</summary>
    public IReadOnlyList<double> Schedule => [.. Epochs.Take(BestEpoch).Select(epoch => epoch.LearningRate)];
}
