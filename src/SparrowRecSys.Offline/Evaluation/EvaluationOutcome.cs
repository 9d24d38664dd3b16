using SparrowRecSys.Evaluation;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Evaluation;

/// <summary>What was measured.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Runs">One for each seed.</param>
internal sealed record EvaluationOutcome(EvaluationRequest Request, IReadOnlyList<EvaluationSeedRun> Runs)
{
    /// <summary>The first seed's run: what a single run is, and what plots show.</summary>
    public EvaluationSeedRun First => Runs[0];
}

/// <summary>All models over the split of one seed.</summary>
/// <param name="Seed">Of split and training.</param>
/// <param name="Split">The split.</param>
/// <param name="Segments">What is measured apart.</param>
/// <param name="Evaluations">One for each model, in the order of the request.</param>
/// <param name="Models">The trained models by name, for a look at what they find similar.</param>
internal sealed record EvaluationSeedRun(
    int Seed, EvaluationSplit Split, IReadOnlyList<EvaluationSegment> Segments, IReadOnlyList<ModelEvaluation> Evaluations,
    IReadOnlyDictionary<string, IRetrievalModel> Models);
