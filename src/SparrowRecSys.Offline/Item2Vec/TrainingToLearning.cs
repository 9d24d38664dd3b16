using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>Reports the progress of skip-gram as that of the method which uses it.</summary>
internal sealed class TrainingToLearning(IProgress<LearningProgress> progress) : IProgress<TrainingProgress>
{
    /// <summary><see langword="null"/> where nobody looks.</summary>
    public static TrainingToLearning? Of(LearningContext context) => context.Progress is null ? null : new TrainingToLearning(context.Progress);

    public void Report(TrainingProgress value) => progress.Report(
        new LearningProgress((double)value.ItemsDone / value.ItemsTotal, $"{value.ItemsPerSecond:N0} items/s, loss {value.Loss:F3}"));
}
