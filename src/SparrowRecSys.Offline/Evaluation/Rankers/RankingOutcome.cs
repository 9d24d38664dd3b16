namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>What was measured.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Facts">What it was measured on.</param>
/// <param name="Segments">What is measured apart, all samples first.</param>
/// <param name="Evaluations">One for each ranker, in the order of the request.</param>
internal sealed record RankingOutcome(RankingRequest Request, RankingFacts Facts, IReadOnlyList<RankerSegment> Segments, IReadOnlyList<RankerEvaluation> Evaluations)
{
    /// <summary>Those that could be measured.</summary>
    public IReadOnlyList<RankerEvaluation> Measured { get; } = [.. Evaluations.Where(evaluation => evaluation.Problem is null)];

    /// <summary>Highest mean AUC of a segment; <see langword="null"/> when none was measured.</summary>
    public RankerEvaluation? Best(int segment) => Measured.MaxBy(evaluation => evaluation.Over(segment, RankerMeasure.Auc).Mean);

    /// <summary>The rule that the others are compared with; <see langword="null"/> when it was not measured.</summary>
    public RankerEvaluation? Baseline => Measured.FirstOrDefault(evaluation => evaluation.Name == BaselineRankers.PlainRankers.AveragesNow);

    /// <summary>Lists of candidates ordered anew; <see langword="null"/> where that was not measured.</summary>
    public RerankingOutcome? Reranking { get; init; }
}

/// <summary>The samples in numbers.</summary>
/// <param name="Name">Directory or files.</param>
/// <param name="AreSimulated">Whether the ratings are simulated; <see langword="null"/> when files do not say so.</param>
/// <param name="Hash">Of the data; <see langword="null"/> for files.</param>
/// <param name="Train">Samples to learn from.</param>
/// <param name="Validation">Samples to choose by.</param>
/// <param name="Test">Samples measured.</param>
/// <param name="TestFrom">First moment of the test, seconds since 1970-01-01 UTC.</param>
/// <param name="PositiveShareTrain">0 to 1.</param>
/// <param name="PositiveShareTest">0 to 1.</param>
internal sealed record RankingFacts(
    string Name, bool? AreSimulated, string? Hash, int Train, int Validation, int Test, uint TestFrom, double PositiveShareTrain, double PositiveShareTest);
