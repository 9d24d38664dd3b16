using System.Text.Json.Nodes;
using SparrowRecSys.Offline.Training;

namespace SparrowRecSys.Offline.Models;

/// <summary>What <c>metrics.json</c> says of a ranker.</summary>
internal sealed record RankerSummary
{
    /// <summary>Whether the ratings came from <c>sparrow data generate</c>: the numbers then say nothing about real people.</summary>
    public required bool RatingsAreSimulated { get; init; }

    /// <summary>How the samples were cut.</summary>
    public required SplitSummary Split { get; init; }

    /// <summary>Quality on the test samples of the network trained on the training samples.</summary>
    public required RankerQuality Test { get; init; }

    /// <summary>Quality on the validation samples in the best epoch.</summary>
    public required Quality Validation { get; init; }

    /// <summary>AUC on the same test samples without a model.</summary>
    public required BaselineSummary Baselines { get; init; }

    /// <summary>The learning curve.</summary>
    public required IReadOnlyList<TrainedEpoch> Epochs { get; init; }

    /// <summary>Epoch whose weights were kept, from 1.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>
    /// Whether the published weights were trained once more, on all ratings, for as many epochs as were best; the test quality is that of
    /// the network before.
    /// </summary>
    public required bool IsRefitted { get; init; }

    /// <summary>Largest difference between Torch's and ONNX Runtime's scores.</summary>
    public required double Parity { get; init; }

    /// <summary>Numbers that were learnt.</summary>
    public required long Parameters { get; init; }

    /// <summary>Time of the whole training.</summary>
    public required double Seconds { get; init; }

    public required int Seed { get; init; }

    /// <summary>All options of the network.</summary>
    public required JsonObject Options { get; init; }
}

/// <summary>Quality on test samples.</summary>
/// <param name="Auc">0 to 1.</param>
/// <param name="GroupAuc">AUC within each user who has both labels, averaged by number of samples: whether a user's own films are in the right order. NaN is written as <see langword="null"/>.</param>
/// <param name="LogLoss">Nats.</param>
internal sealed record RankerQuality(double Auc, double? GroupAuc, double LogLoss);

/// <summary>How the samples were cut.</summary>
/// <param name="Kind">Always <c>time</c>: one clock for all users.</param>
/// <param name="Train">Samples.</param>
/// <param name="Validation">Samples.</param>
/// <param name="Test">Samples.</param>
/// <param name="ValidationFrom">The first moment after the training samples.</param>
/// <param name="TestFrom">The first moment of the test samples.</param>
/// <param name="PositiveShareTrain">Positives over training samples, 0 to 1.</param>
/// <param name="PositiveShareTest">Positives over test samples, 0 to 1.</param>
/// <param name="ColdUserShare">Share of test samples whose user has no training sample.</param>
/// <param name="ColdMovieShare">Share of test samples whose movie has no training sample.</param>
internal sealed record SplitSummary(
    string Kind, int Train, int Validation, int Test, DateTimeOffset ValidationFrom, DateTimeOffset TestFrom,
    double PositiveShareTrain, double PositiveShareTest, double ColdUserShare, double ColdMovieShare);

/// <summary>Test AUC without a model.</summary>
/// <param name="Popularity">By number of training ratings.</param>
/// <param name="MovieAverage">By mean training rating of the movie.</param>
/// <param name="DampedMovieAverage">By that mean with five more ratings of average score.</param>
/// <param name="UserAndMovieAverage">By the sum of the user's and the movie's damped means.</param>
/// <param name="UserAndMovieAverageAtMoment">The same from all ratings before the moment of each sample, which is what the features of a network say too.</param>
/// <param name="BaseRateLogLoss">Log loss, not AUC: of the training samples' share of positives as every probability.</param>
internal sealed record BaselineSummary(
    double Popularity, double MovieAverage, double DampedMovieAverage, double UserAndMovieAverage, double UserAndMovieAverageAtMoment, double BaseRateLogLoss);
