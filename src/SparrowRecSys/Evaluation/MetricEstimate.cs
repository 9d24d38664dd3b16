namespace SparrowRecSys.Evaluation;

/// <summary>A mean over users with its 95 % bootstrap interval. NaN when there was no user.</summary>
public readonly record struct MetricEstimate(double Value, double Lower, double Upper);
