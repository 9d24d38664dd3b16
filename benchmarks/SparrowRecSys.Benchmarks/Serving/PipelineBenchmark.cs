using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Reranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Benchmarks.Serving;

/// <summary>
/// One query through the whole pipeline over the committed sample (1,444 movies) at default settings: 100 candidates a channel, 32 movies shown,
/// users in turn. Its channels are seven; the eighth is a model of generated vectors, D 32.
/// </summary>
[MemoryDiagnoser, MedianColumn]
public class PipelineBenchmark
{
    private RecommendationPipeline _pipeline = null!; // set in Setup
    private int[] _userIds = [];
    private int _next;

    [Params("popular", "emb", "neuralcf")]
    public string Ranker { get; set; } = "";

    [Params(7, 8)]
    public int Channels { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        DataSet data = DataSetLoader.Load(DataDirectory());
        ModelFolder model = ModelFolder.FindNewest(Path.Combine(data.Directory, "models"), "neuralcf").Model
            ?? throw new InvalidDataException($"{data.Directory}: found no valid neuralcf, expected the committed one.");
        var retrieval = new RetrievalOptions();
        var ranking = new RankingOptions();
        var features = new FeatureStore(data);
        var popularity = new MoviePopularity(data, retrieval.PopularityHalfLifeDays);
        string directory = Path.Combine(data.Directory, "retrieval");
        IEnumerable<IRetrievalModel> loaded = RetrievalFolder.Names(directory).Select(name => RetrievalFolder.FindNewest(directory, name).Folder)
            .OfType<RetrievalFolder>().Select(folder => RetrievalModels.Create(folder.Manifest.Name, folder.Learned, data, new VectorIndexOptions()));
        var models = new RetrievalModelSet(Channels == 8 ? [.. loaded, Generated(data)] : loaded);
        EmbeddingTable? table = models.Primary?.Neighbors.Table;
        IRanker[] rankers =
            [new OnnxRanker(model, features), new EmbeddingRanker(table, features, ranking), new PopularityRanker(popularity)];
        IReadOnlyList<RetrievalChannel> channels = RetrievalChannels.Create(retrieval, data.Movies, popularity, models);
        if (channels.Count != Channels)
        {
            throw new InvalidDataException($"{data.Directory}: found the channels {string.Join(", ", channels.Select(channel => channel.Name))}, expected {Channels}.");
        }

        _pipeline = new RecommendationPipeline(
            features, channels, popularity,
            new LiveRankers(new RankerChain(rankers, ranking, NullLogger<RankerChain>.Instance)),
            new DiversityReranker(data.Movies, table, new RerankingOptions()), retrieval,
            NullLogger<RecommendationPipeline>.Instance);
        _userIds = [.. data.Ratings.UserIds];
    }

    [Benchmark]
    public Recommendations Recommend()
    {
        _next = (_next + 1) % _userIds.Length;
        return _pipeline.Recommend(new RecommendationQuery { UserId = _userIds[_next], Size = 32, Ranker = Ranker });
    }

    private static IRetrievalModel Generated(DataSet data)
    {
        var random = new Random(1);
        int[] ids = [.. Enumerable.Range(0, data.Movies.Count).Select(row => data.Movies[row].MovieId)];
        float[] values = [.. Enumerable.Range(0, ids.Length * 32).Select(_ => random.NextSingle() - 0.5f)];
        return RetrievalModels.Create("generated", new LearnedEmbedding(new EmbeddingRows(ids, values, 32)), data, new VectorIndexOptions());
    }

    private static string DataDirectory([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file) ?? "", "..", "..", "..", "data"));
}
