namespace SparrowRecSys.Offline.Training;

/// <summary>One epoch, as it is reported while training goes on.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Done">Share of the epoch's samples that are done, 0 to 1.</param>
/// <param name="TrainLogLoss">Mean over the samples done so far, dropout included.</param>
/// <param name="Validation">Quality after the epoch; <see langword="null"/> while it runs and where nothing is validated.</param>
internal readonly record struct TrainingStep(int Epoch, double Done, double TrainLogLoss, Quality? Validation);

/// <summary>Quality of a model on labelled samples.</summary>
/// <param name="Auc">0 to 1.</param>
/// <param name="LogLoss">Nats.</param>
internal readonly record struct Quality(double Auc, double LogLoss);

/// <summary>What a training did.</summary>
/// <param name="EpochsRun">Epochs run.</param>
/// <param name="BestEpoch">Epoch whose weights were kept, from 1.</param>
/// <param name="Best">Validation quality of that epoch.</param>
/// <param name="LearningRates">Step size of each epoch run.</param>
internal sealed record TrainingRun(int EpochsRun, int BestEpoch, Quality Best, IReadOnlyList<double> LearningRates)
{
    /// <summary>Step sizes up to the best epoch: what a second training on more samples repeats.</summary>
    public IReadOnlyList<double> Schedule => [.. LearningRates.Take(BestEpoch)];
}
