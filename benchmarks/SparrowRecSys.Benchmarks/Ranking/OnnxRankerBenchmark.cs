using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Benchmarks.Ranking;

/// <summary>What one request pays for NeuralCF: all candidates of a user in one run of ONNX Runtime, one thread.</summary>
[MemoryDiagnoser]
public class OnnxRankerBenchmark : IDisposable
{
    private const int MovieCount = 10_000;
    private const int UserCount = 6_000;

    private readonly string _directory = Directory.CreateTempSubdirectory("sparrow-benchmark-").FullName;
    private OnnxRanker _ranker = null!; // set in Setup
    private UserState _user = null!; // set in Setup
    private int[] _movieRows = [];
    private float[] _scores = [];

    /// <summary>Dimension and hidden sizes of the network; weights are random, which costs the same as trained ones.</summary>
    [Params("16: 32, 16", "16: 64, 32")]
    public string Network { get; set; } = "";

    [Params(1, 800)]
    public int Candidates { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        int[] sizes = [.. Network.Split([':', ',']).Select(int.Parse)];
        byte[] model = NeuralCFGraph.Build(RandomWeights(sizes[0], sizes[1..]));
        string path = ModelPublisher.Publish(_directory, Schema(model), model, new JsonObject { ["parity"] = 0 });
        var movies = new MovieCatalog(Enumerable.Range(0, MovieCount).Select(id => new Movie { MovieId = id, Title = "", DisplayTitle = "" }));
        _ranker = new OnnxRanker(ModelFolder.Load(path), new FeatureStore(DataOf(movies)));
        _user = UserState.Fold(17, RatingSlice.Empty, movies);
        var random = new Random(1);
        _movieRows = [.. Enumerable.Range(0, Candidates).Select(_ => random.Next(MovieCount))];
        _scores = new float[Candidates];
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _ranker.Dispose();
        Directory.Delete(_directory, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public float Score()
    {
        _ranker.Score(_user, _movieRows, _scores);
        return _scores[0];
    }

    private static DataSet DataOf(MovieCatalog movies) => new()
    {
        Directory = "",
        Layout = "",
        Movies = movies,
        Ratings = new RatingTableBuilder(movies.Count).Build(),
        Hash = "",
        IsSimulated = true,
        Report = new DataReport([]),
    };

    private static NeuralCFWeights RandomWeights(int dimension, int[] hiddenSizes)
    {
        var random = new Random(1);
        Matrix Random(int rows, int columns) => new([.. Enumerable.Range(0, rows * columns).Select(_ => (random.NextSingle() - 0.5f) / 4)], rows, columns);
        int[] widths = [2 * dimension, .. hiddenSizes, 1];
        return new NeuralCFWeights
        {
            UserEmbedding = Random(UserCount + 1, dimension),
            MovieEmbedding = Random(MovieCount + 1, dimension),
            UserBias = new float[UserCount + 1],
            MovieBias = new float[MovieCount + 1],
            Layers = [.. Enumerable.Range(0, widths.Length - 1).Select(i => new DenseLayer(Random(widths[i], widths[i + 1]), new float[widths[i + 1]]))],
        };
    }

    private static ModelSchema Schema(byte[] model) => new()
    {
        Format = ModelSchema.CurrentFormat,
        Name = "neuralcf",
        Version = 1,
        Type = "neuralcf",
        ModelSha256 = "",
        DataHash = "",
        Seed = 1,
        Created = DateTimeOffset.UnixEpoch,
        Features = NeuralCFGraph.Features.Features,
        Genres = [],
        UserIds = [.. Enumerable.Range(0, UserCount)],
        MovieIds = [.. Enumerable.Range(0, MovieCount)],
        Probe = new ModelProbe { Users = 1, Movies = 1, UserIds = [0], UserNumbers = [], MovieIds = [0], MovieNumbers = [], Scores = [FirstScore(model)] },
    };

    private static float FirstScore(byte[] model)
    {
        using var scorer = new OnnxScorer(model);
        float[] scores = new float[1];
        scorer.Run(scorer.Rent(), 1, scores);
        return scores[0];
    }
}
