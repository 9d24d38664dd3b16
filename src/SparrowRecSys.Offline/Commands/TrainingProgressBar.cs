using SparrowRecSys.Offline.Training;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary>Shows a training as one bar for each epoch, with the last validation quality beside it.</summary>
internal sealed class TrainingProgressBar(ProgressTask task, int seed) : IProgress<TrainingStep>
{
    private string _lastQuality = "";

    public void Report(TrainingStep value)
    {
        if (value.Validation is { } quality)
        {
            _lastQuality = $", validation AUC {quality.Auc:f4}, log loss {quality.LogLoss:f4}";
        }

        task.Description = $"seed {seed}, epoch {value.Epoch}{_lastQuality}";
        task.Value = value.Done;
    }
}
