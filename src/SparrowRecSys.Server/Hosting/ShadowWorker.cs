using SparrowRecSys.Serving;

namespace SparrowRecSys.Server.Hosting;

/// <summary>Gives the shadow ranker its thread.</summary>
internal sealed class ShadowWorker(ShadowRanking shadow) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => shadow.IsOn ? shadow.RunAsync(stoppingToken) : Task.CompletedTask;
}
