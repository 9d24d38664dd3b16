using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation;

/// <summary>One row of the table: a way to fill "recommended for you", and how often it shows the held-out movie.</summary>
/// <param name="Name"><c>popularity</c>, the same list for all, or <c>pipeline</c>.</param>
/// <param name="Ranker">The pipeline's ranker; empty for popularity.</param>
/// <param name="Result">Quality over the tested users.</param>
internal sealed record ServedRow(string Name, string Ranker, EvaluationResult Result);
