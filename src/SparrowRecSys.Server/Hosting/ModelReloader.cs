using System.Diagnostics;
using Microsoft.Extensions.Options;
using SparrowRecSys.Ranking;
using SparrowRecSys.Server.Settings;

namespace SparrowRecSys.Server.Hosting;

/// <summary>
/// Keeps the rankers that serve equal to what the models folder holds. A new version is loaded, checked and warmed aside; then one reference is swapped.
/// A broken one is refused, and the one before it goes on. Thread-safe.
/// </summary>
internal sealed class ModelReloader : IDisposable
{
    private readonly ServerFolders _folders;
    private readonly ModelLoader _loader;
    private readonly RankingOptions _options;
    private readonly ModelMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<RankerChain> _chainLogger;
    private readonly ILogger<ModelReloader> _logger;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1); // reloads only; no query waits for it
    private LoadedRankers _current;

    /// <summary>Loads what is there.</summary>
    /// <exception cref="InvalidDataException">The models folder was named and does not exist.</exception>
    /// <exception cref="ArgumentException">The configured default or shadow ranker is not loaded.</exception>
    public ModelReloader(
        ServerFolders folders, ModelLoader loader, IReadOnlyList<CodeRanker> code, IOptions<RankingOptions> options, ModelMetrics metrics, TimeProvider time,
        ILogger<RankerChain> chainLogger, ILogger<ModelReloader> logger)
    {
        (_folders, _loader, _options, _metrics, _time) = (folders, loader, options.Value, metrics, time);
        (_chainLogger, _logger) = (chainLogger, logger);
        var none = new LoadedRankers([], code, []);
        _current = ServerFolders.IsThere(folders.Models, folders.AreModelsConfigured, ModelsOptions.SectionName, logger) ? Look(none) : none;
        var chain = new RankerChain(_current.Rankers, _options, chainLogger);
        if (_options.Shadow.Ranker is { Length: > 0 } shadow && !chain.Contains(shadow))
        {
            throw new ArgumentException($"Ranking:Shadow:Ranker is '{shadow}', but the loaded rankers are {string.Join(", ", chain.Names)}.");
        }

        Live = new LiveRankers(chain, SayDropped);
        Report(none, _current);
        metrics.Watch(this);
    }

    /// <summary>The rankers that serve.</summary>
    public LiveRankers Live { get; }

    /// <summary>What serves, and what was refused, as of the last look.</summary>
    public LoadedRankers Current => Volatile.Read(ref _current);

    /// <summary>Looks at the models folder and swaps if something else is to serve. Returns what serves then.</summary>
    /// <param name="isForced">Whether to try again what was refused, though it has not changed.</param>
    /// <param name="cancellation">Ends the wait for another reload; what has begun is done to the end.</param>
    public async Task<LoadedRankers> ReloadAsync(bool isForced, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            // A thread of its own: loading takes a while, and the threads of the pool are for queries.
            return await Task.Factory.StartNew(() => Reload(isForced), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        Live.Dispose();
        _oneAtATime.Dispose();
    }

    private LoadedRankers Reload(bool isForced)
    {
        LoadedRankers before = Current;
        if (!Directory.Exists(_folders.Models))
        {
            return before; // a folder that is away as a whole, such as a disk, takes no model with it
        }

        LoadedRankers next;
        try
        {
            next = Look(isForced ? before with { Refused = [] } : before);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.ReloadFailed(_logger, _folders.Models, error.Message);
            return before;
        }

        if (!next.Models.Select(model => model.Ranker).SequenceEqual(before.Models.Select(model => model.Ranker)))
        {
            Live.Swap(ChainOf(next));
        }

        Volatile.Write(ref _current, next);
        Report(before, next);
        return next;
    }

    private LoadedRankers Look(LoadedRankers before) => new ModelChoice(_folders.Models, before, Load, _time.GetUtcNow()).Make();

    private OnnxRanker Load(string path)
    {
        long started = Stopwatch.GetTimestamp();
        OnnxRanker ranker = _loader.Load(path);
        _metrics.CountLoad(ranker.Name, Stopwatch.GetElapsedTime(started));
        return ranker;
    }

    /// <summary>A configured default whose last version was removed is stood in for, as a ranker that fails is.</summary>
    private RankerChain ChainOf(LoadedRankers rankers)
    {
        if (_options.Default.Length == 0 || rankers.Rankers.Any(ranker => ranker.Name == _options.Default))
        {
            return new RankerChain(rankers.Rankers, _options, _chainLogger);
        }

        Log.DefaultIsGone(_logger, _options.Default, EmbeddingRanker.RankerName);
        return new RankerChain(rankers.Rankers, new RankingOptions { Default = EmbeddingRanker.RankerName }, _chainLogger);
    }

    private void Report(LoadedRankers before, LoadedRankers next)
    {
        foreach (LoadedModel model in next.Models)
        {
            LoadedModel? old = before.Models.FirstOrDefault(other => other.Name == model.Name);
            if (old is null)
            {
                Log.RankerLoaded(_logger, model.Name, model.Ranker.Model.Path);
            }
            else if (old.Ranker != model.Ranker)
            {
                Log.ModelSwapped(_logger, model.Name, old.Version, model.Version);
                _metrics.CountSwap(model.Name);
            }
        }

        foreach (LoadedModel gone in before.Models.Where(old => next.Models.All(model => model.Name != old.Name)))
        {
            Log.ModelGone(_logger, gone.Name);
            _metrics.CountSwap(gone.Name);
        }

        foreach (RefusedVersion refused in next.Refused.Except(before.Refused))
        {
            Log.Refused(_logger, refused.Path, refused.Reason);
            _metrics.CountRefusal(refused.Name);
        }
    }

    private void SayDropped(IRanker ranker)
    {
        if (ranker is OnnxRanker model)
        {
            Log.ModelDropped(_logger, model.Name, model.Model.Schema.Version);
        }
    }
}
