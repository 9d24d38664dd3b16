using OpenTelemetry.Metrics;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Server.Hosting;

/// <summary>Gives what is counted and timed to Prometheus.</summary>
internal static class MetricsEndpoint
{
    public const string Path = "/metrics";

    // Seconds. A query takes a few tenths of a millisecond (benchmarks/results), and a slow channel a fraction of a second.
    private static readonly double[] Bounds = [0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];

    private static readonly double[] Shares = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1];

    public static void AddMetricsEndpoint(this IServiceCollection services) =>
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(RecommendationMetrics.MeterName)
            .AddView("sparrow.*.duration", new ExplicitBucketHistogramConfiguration { Boundaries = Bounds })
            .AddView("sparrow.shadow.overlap", new ExplicitBucketHistogramConfiguration { Boundaries = Shares })
            .AddView("sparrow.shadow.correlation", new ExplicitBucketHistogramConfiguration { Boundaries = [-0.5, 0, .. Shares] })
            .AddPrometheusExporter());
}
