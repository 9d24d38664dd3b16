namespace SparrowRecSys.Offline.Commands;

/// <summary>A finished step of the pipeline and how long it took.</summary>
internal sealed record PipelineStage(string Name, double Seconds);
