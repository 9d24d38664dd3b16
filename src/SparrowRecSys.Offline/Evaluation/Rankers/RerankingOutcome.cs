using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>Lists of candidates, ordered by each ranker of the first seed.</summary>
/// <param name="Results">The retrieval model's own order, the perfect order, then one for each ranker.</param>
/// <param name="Users">Users with a list.</param>
/// <param name="Recall">Share of the right movies that are among the candidates, 0 to 1.</param>
internal sealed record RerankingOutcome(IReadOnlyList<EvaluationResult> Results, int Users, double Recall)
{
    public const string RetrievalOrder = CandidateReranking.RetrievalModel + " order";
    public const string PerfectOrder = "perfect order";

    /// <summary>The metric that is shown.</summary>
    public static string Metric { get; } = $"NDCG@{CandidateReranking.K}";

    /// <summary>A list as the retrieval model gave it.</summary>
    public EvaluationResult Retrieved => Results[0];
}
