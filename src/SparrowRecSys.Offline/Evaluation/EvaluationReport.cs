namespace SparrowRecSys.Offline.Evaluation;

internal static class EvaluationReport
{
    public static string Write(EvaluationOutcome outcome) => EvaluationWords.Title(outcome);
}
