using Microsoft.Extensions.Options;
using SparrowRecSys.Server.Settings;

namespace SparrowRecSys.Server.Hosting;

/// <summary>
/// Reloads the models when something changes in their folder: at once where the file system tells of it, else by looking every few seconds, as changes on
/// network drives and mounted volumes are not told of.
/// </summary>
internal sealed class ModelWatcher(ServerFolders folders, ModelReloader reloader, IOptions<ModelsOptions> options, ILogger<ModelWatcher> logger)
    : BackgroundService
{
    /// <summary>A change is followed by others: this long nothing may come before the folder is looked at.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _changed = new(0); // nothing to dispose of, as nobody asks for its wait handle

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.PollSeconds == 0)
        {
            return;
        }

        var interval = TimeSpan.FromSeconds(options.Value.PollSeconds);
        using FileSystemWatcher? watcher = TryWatch();
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await _changed.WaitAsync(interval, stoppingToken))
            {
                while (await _changed.WaitAsync(Quiet, stoppingToken))
                {
                }
            }

            await TryReload(stoppingToken);
        }
    }

    private async Task TryReload(CancellationToken stopping)
    {
        try
        {
            await reloader.ReloadAsync(isForced: false, stopping);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // What serves goes on serving, and the next look may go better.
            Log.ReloadBroke(logger, folders.Models, error);
        }
    }

    private FileSystemWatcher? TryWatch()
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(folders.Models)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.DirectoryName | NotifyFilters.FileName | NotifyFilters.LastWrite,
            };
            watcher.Created += (_, _) => Note();
            watcher.Deleted += (_, _) => Note();
            watcher.Renamed += (_, _) => Note();
            watcher.Changed += (_, _) => Note();
            watcher.Error += (_, _) => Note(); // told of too much at once: look
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception error) when (error is ArgumentException or IOException or UnauthorizedAccessException)
        {
            watcher?.Dispose();
            Log.NotWatched(logger, folders.Models, options.Value.PollSeconds, error.Message);
            return null;
        }
    }

    private void Note()
    {
        if (_changed.CurrentCount == 0)
        {
            _changed.Release();
        }
    }
}
