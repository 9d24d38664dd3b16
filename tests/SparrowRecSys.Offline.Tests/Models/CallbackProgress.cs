using SparrowRecSys.Offline.Training;

namespace SparrowRecSys.Offline.Tests.Models;

/// <summary>Tells of every step of a training at once, on the thread that trains.</summary>
internal sealed class CallbackProgress(Action<TrainingStep> callback) : IProgress<TrainingStep>
{
    public void Report(TrainingStep value) => callback(value);
}
