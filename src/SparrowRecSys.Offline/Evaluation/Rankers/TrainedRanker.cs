using SparrowRecSys.Offline.Samples;
using SparrowRecSys.Offline.Training;

namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>A ranker that has learned and can be measured.</summary>
/// <param name="Score">Scores of samples, in their order; finite.</param>
internal sealed record TrainedRanker(Func<SampleTable, float[]> Score) : IDisposable
{
    /// <summary>Whether the scores are probabilities; log loss and calibration of other scores mean nothing.</summary>
    public bool AreProbabilities { get; init; } = true;

    /// <summary>What was chosen on the validation samples, in words; empty where nothing was.</summary>
    public string Choice { get; init; } = "";

    /// <summary>The learning curve of a network; empty for others.</summary>
    public IReadOnlyList<TrainedEpoch> Curve { get; init; } = [];

    /// <summary>What is freed with it.</summary>
    public IDisposable? Owned { get; init; }

    public void Dispose() => Owned?.Dispose();
}
