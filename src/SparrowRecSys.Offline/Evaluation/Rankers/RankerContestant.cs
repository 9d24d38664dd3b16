using SparrowRecSys.Offline.Models;

namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>Something that can be trained and compared with others: a network, a baseline, or a plain rule.</summary>
/// <param name="Name">Such as <c>lightgbm</c>.</param>
/// <param name="Help">What it is, in a sentence.</param>
/// <param name="IsSeeded">Whether the seed changes anything; one that does not is trained once.</param>
/// <param name="Fit">Learns from the training samples, chooses on the validation samples, and never looks at the test.</param>
internal sealed record RankerContestant(string Name, string Help, bool IsSeeded, Func<RankerSamples, int, CancellationToken, TrainedRanker> Fit);
