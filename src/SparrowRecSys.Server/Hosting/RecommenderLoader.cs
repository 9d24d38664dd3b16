using System.Diagnostics;
using Microsoft.Extensions.Options;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Server.Settings;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Server.Hosting;

/// <summary>Reads data, embeddings and models from their folders.</summary>
internal sealed class RecommenderLoader(
    ServerFolders folders, IOptions<DataOptions> dataOptions, IOptions<RetrievalOptions> retrieval, IOptions<VectorIndexOptions> index,
    IOptions<RankingOptions> ranking, ILogger<RecommenderLoader> logger)
{
    /// <summary>Loads the data set.</summary>
    /// <exception cref="InvalidDataException">There is none, or more than the configured share of a file's rows is bad.</exception>
    public DataSet LoadData()
    {
        long started = Stopwatch.GetTimestamp();
        if (!Directory.Exists(folders.Data))
        {
            throw new InvalidDataException($"There is no data folder at '{folders.Data}' (Data:Directory).");
        }

        DataSet data = DataSetLoader.Load(folders.Data);
        foreach (FileReport file in data.Report.Files.Where(file => file.BadRowCount > 0))
        {
            Check(file);
        }

        long elapsedMs = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        Log.DataLoaded(logger, data.Movies.Count, data.Ratings.Count, data.Ratings.UserCount, elapsedMs, data.Directory);
        return data;
    }

    /// <summary>
    /// Loads the newest version of every retrieval model, and the vectors of other programs that lie in the embeddings folder. What cannot be
    /// used is refused, and the others serve.
    /// </summary>
    /// <exception cref="InvalidDataException">A folder was named and does not exist.</exception>
    public LoadedRetrievalModels LoadRetrievalModels(DataSet data)
    {
        var models = new Dictionary<string, LoadedRetrievalModel>();
        var names = new List<string>();
        if (ServerFolders.IsThere(folders.Retrieval, folders.IsRetrievalConfigured, RetrievalOptions.SectionName, logger))
        {
            foreach (string name in RetrievalFolder.Names(folders.Retrieval))
            {
                names.Add(name);
                TryLoadRetrievalModel(name, data, models);
            }
        }

        if (folders.AreEmbeddingsConfigured ? ServerFolders.IsThere(folders.Embeddings, true, EmbeddingsOptions.SectionName, logger) : Directory.Exists(folders.Embeddings))
        {
            foreach ((string name, string path) in EmbeddingFiles.Find(folders.Embeddings))
            {
                names.Add(name);
                TryLoadEmbedding(name, path, data, models);
            }
        }

        return new LoadedRetrievalModels(models, names.Where(name => !models.ContainsKey(name)));
    }

    private void TryLoadRetrievalModel(string name, DataSet data, Dictionary<string, LoadedRetrievalModel> models)
    {
        RetrievalSearch search = RetrievalFolder.FindNewest(folders.Retrieval, name);
        foreach ((string path, string reason) in search.Refused)
        {
            Log.Refused(logger, path, reason);
        }

        if (search.Folder is { } folder
            && (folder.Manifest.DataHash == data.Hash || !IsForeign(folder.Path, folder.Manifest.DataHash, data, folders.IsRetrievalConfigured)))
        {
            var indexes = new ModelIndexes(index.Value, folder);
            IRetrievalModel model = RetrievalModels.Create(name, folder.Learned, data, indexes, retrieval.Value.NeighborsPerMovie);
            models[name] = new LoadedRetrievalModel(model, folder.Version, folder.Manifest.Kind, folder.Manifest.Dimension, folder.Manifest.Movies);
            Log.RetrievalModelLoaded(logger, name, folder.Manifest.Movies, folder.Path);
            Report(indexes);
        }
    }

    private void TryLoadEmbedding(string name, string path, DataSet data, Dictionary<string, LoadedRetrievalModel> models)
    {
        try
        {
            if (EmbeddingFile.FindDataHash(path) is { } hash && hash != data.Hash && IsForeign(path, hash, data, folders.AreEmbeddingsConfigured))
            {
                return;
            }

            EmbeddingRows rows = EmbeddingFile.Load(path);
            IRetrievalModel model = RetrievalModels.Create(name, new LearnedEmbedding(rows), data, index.Value, retrieval.Value.NeighborsPerMovie);
            models[name] = new LoadedRetrievalModel(model, null, "embedding", rows.Dimension, rows.Count);
            Log.EmbeddingLoaded(logger, name, rows.Count, rows.Dimension, path);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Log.Refused(logger, path, error.Message);
        }
    }

    private void Report(ModelIndexes indexes)
    {
        foreach (string path in indexes.Loaded)
        {
            Log.IndexLoaded(logger, path);
        }

        foreach (string reason in indexes.Unused)
        {
            Log.IndexBuiltAnew(logger, reason);
        }
    }

    /// <summary>Whether something was learned from data whose movies may be others. Who names a folder is taken at his word, with a warning.</summary>
    private bool IsForeign(string path, string hash, DataSet data, bool isConfigured)
    {
        if (isConfigured)
        {
            Log.OtherData(logger, path, hash, data.Hash);
        }
        else
        {
            Log.Refused(logger, path, $"learned from data {hash}, these are {data.Hash}");
        }

        return !isConfigured;
    }

    /// <summary>The rankers that are code, and a ranker for every retrieval model.</summary>
    public IReadOnlyList<CodeRanker> CreateCodeRankers(FeatureStore features, RetrievalModelSet models, MoviePopularity popularity) =>
    [
        new CodeRanker(new EmbeddingRanker(models.Primary?.Neighbors.Table, features, ranking.Value), "embedding"),
        new CodeRanker(new PopularityRanker(popularity), "popularity"),
        .. models.All.Where(model => model.Name is not EmbeddingRanker.RankerName and not PopularityRanker.RankerName)
            .Select(model => new CodeRanker(new RetrievalModelRanker(model), "retrieval")),
    ];

    private void Check(FileReport file)
    {
        BadRow first = file.BadRows[0];
        if (file.BadShare > dataOptions.Value.MaxBadRowShare)
        {
            string rows = string.Join("; ", file.BadRows.Take(3).Select(row => $"line {row.Line}: found '{row.Found}', expected {row.Expected}"));
            throw new InvalidDataException(
                $"{file.BadRowCount} of {file.Rows} rows of '{file.Path}' are bad, more than the share of {dataOptions.Value.MaxBadRowShare} "
                + $"that is allowed (Data:MaxBadRowShare). {rows}");
        }

        Log.RowsRefused(logger, file.BadRowCount, file.Rows, file.Path, first.Line, first.Found, first.Expected);
    }
}
