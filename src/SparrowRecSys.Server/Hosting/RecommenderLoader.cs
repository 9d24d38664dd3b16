using System.Diagnostics;
using Microsoft.Extensions.Options;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Server.Settings;

namespace SparrowRecSys.Server.Hosting;

/// <summary>Reads data, embeddings and models from their folders.</summary>
internal sealed class RecommenderLoader(
    ServerFolders folders, IOptions<DataOptions> dataOptions, IOptions<RetrievalOptions> retrieval, IOptions<RankingOptions> ranking,
    ILogger<RecommenderLoader> logger)
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

    /// <summary>Loads every embedding file of the folder; one that cannot be read is refused and the others serve.</summary>
    public EmbeddingSet LoadEmbeddings(MovieCatalog movies)
    {
        var tables = new Dictionary<string, EmbeddingTable>();
        return new EmbeddingSet(movies, tables, retrieval.Value.NeighborsPerMovie);
    }

    /// <summary>Loads every model of the folder, and the rankers that are code.</summary>
    public LoadedRankers LoadRankers(DataSet data, FeatureStore features, EmbeddingSet embeddings, MoviePopularity popularity)
    {
        var rankers = new List<LoadedRanker>();
        rankers.Add(new LoadedRanker(
            new EmbeddingRanker(embeddings.Primary?.Table, features, ranking.Value), "embedding", "", null, null));
        rankers.Add(new LoadedRanker(new PopularityRanker(popularity), "popularity", "", null, null));
        return new LoadedRankers(rankers);
    }

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
