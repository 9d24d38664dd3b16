using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>What the sections of a report share: the first seed's models that could be measured, and the metric that stands for all.</summary>
internal sealed class MeasuredModels
{
    public MeasuredModels(EvaluationOutcome outcome)
    {
        Outcome = outcome;
        All = [.. outcome.First.Evaluations.Where(evaluation => evaluation.Problem is null)];
        Baseline = All.FirstOrDefault(evaluation => evaluation.Name == EvaluationWords.Baseline);
        Metrics = EvaluationWords.MetricsToShow(outcome.First, 0);
    }

    public EvaluationOutcome Outcome { get; }

    public EvaluationSeedRun Run => Outcome.First;

    /// <summary>In the order of the request.</summary>
    public IReadOnlyList<ModelEvaluation> All { get; }

    /// <summary><see langword="null"/> when it was not measured.</summary>
    public ModelEvaluation? Baseline { get; }

    /// <summary>The metrics that the protocol is known for.</summary>
    public IReadOnlyList<string> Metrics { get; }

    /// <summary>The metric that comparisons go by.</summary>
    public string Metric => Metrics[^1];

    /// <summary>Bars of one metric.</summary>
    public IReadOnlyList<(string Model, MetricEstimate Estimate)> Values(int segment, string metric) =>
        [.. All.Select(evaluation => (evaluation.Name, evaluation.Results[segment][metric]))];

    /// <summary>A model's lead over the baseline by <see cref="Metric"/>; <see langword="null"/> for the baseline, and where it was not measured.</summary>
    public MetricEstimate? LeadOf(ModelEvaluation evaluation, int segment) => Baseline is null || evaluation == Baseline
        ? null
        : evaluation.Results[segment].DifferenceTo(Baseline.Results[segment], Metric);
}
