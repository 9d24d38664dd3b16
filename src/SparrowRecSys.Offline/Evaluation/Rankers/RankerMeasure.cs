using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>One training of a ranker over one segment. Immutable.</summary>
/// <param name="PerUser">By metric of <see cref="Metrics"/>: contributions of the users, whose mean is the metric (<see cref="UserContributions"/>); NaN where it was not measured.</param>
/// <param name="Calibration"><see langword="null"/> where the scores are no probabilities.</param>
internal sealed record RankerMeasure(IReadOnlyDictionary<string, double[]> PerUser, Calibration? Calibration)
{
    public const string Auc = "AUC";
    public const string GroupAuc = "gAUC";
    public const string LogLoss = "log loss";

    /// <summary>In the order of tables.</summary>
    public static IReadOnlyList<string> Metrics { get; } = [Auc, GroupAuc, LogLoss];

    /// <summary>NaN where it was not measured.</summary>
    public double this[string metric] => PerUser[metric].Average();

    /// <param name="scores">Of all test samples.</param>
    /// <param name="segment">Which of them count.</param>
    /// <param name="areProbabilities">Whether log loss and calibration mean anything.</param>
    public static RankerMeasure Of(float[] scores, RankerSegment segment, bool areProbabilities)
    {
        float[] own = Array.ConvertAll(segment.Positions, position => scores[position]);
        double[] none = new double[segment.UserCount];
        Array.Fill(none, double.NaN);
        return new RankerMeasure(
            new Dictionary<string, double[]>
            {
                [Auc] = UserContributions.Auc(own, segment.Labels, segment.Users, segment.UserCount),
                [GroupAuc] = UserContributions.GroupAuc(own, segment.Labels, segment.Users, segment.UserCount),
                [LogLoss] = areProbabilities ? UserContributions.LogLoss(own, segment.Labels, segment.Users, segment.UserCount) : none,
            },
            areProbabilities ? Calibration.Of(own, segment.Labels) : null);
    }
}
