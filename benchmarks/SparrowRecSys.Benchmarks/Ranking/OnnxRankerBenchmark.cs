using BenchmarkDotNet.Attributes;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.Samples;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Benchmarks.Ranking;

/// <summary>What one request pays for a ranking network: all candidates of a user in one run of ONNX Runtime, one thread; features are there already.</summary>
[MemoryDiagnoser]
public class OnnxRankerBenchmark : IDisposable
{
    private const int UserCount = 6_000;
    private const int MovieCount = 10_000;
    private const int SampleCount = 1_000;

    private static readonly string[] Genres = [.. Enumerable.Range(0, 19).Select(i => $"G{i}")];

    private OnnxScorer _scorer = null!; // set in Setup
    private ScoringBuffer _buffer = null!; // set in Setup
    private float[] _scores = [];

    /// <summary>Networks of the default shape; weights are random, which costs the same as trained ones.</summary>
    [Params("neuralcf", "twotower", "embeddingmlp", "widendeep", "deepfm", "dcnv2", "sasrec", "din", "dien")]
    public string Network { get; set; } = "";

    [Params(800)]
    public int Candidates { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        RankerMethod method = AllRankers.Get(Network);
        var options = (NetworkOptions)method.Options.Defaults;
        SampleTable samples = RandomSamples(method.Schema(options, Genres.Length));
        using RankingNetwork network = method.CreateNetwork(new NetworkInputs(samples, BiasPrior.Of(samples)), options);
        _scorer = new OnnxScorer(network.ToOnnx());
        _buffer = _scorer.Rent();
        samples.Ids(FeatureBlock.UserIds)[..samples.Schema.Width(FeatureBlock.UserIds)].CopyTo(_buffer.UserIds);
        samples.Numbers(FeatureBlock.UserNumbers)[..samples.Schema.Width(FeatureBlock.UserNumbers)].CopyTo(_buffer.UserNumbers);
        samples.Ids(FeatureBlock.MovieIds)[..(Candidates * samples.Schema.Width(FeatureBlock.MovieIds))].CopyTo(_buffer.MovieIds);
        samples.Numbers(FeatureBlock.MovieNumbers)[..(Candidates * samples.Schema.Width(FeatureBlock.MovieNumbers))].CopyTo(_buffer.MovieNumbers);
        _scores = new float[Candidates];
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _scorer.Return(_buffer);
        _scorer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public float Score()
    {
        _scorer.Run(_buffer, Candidates, _scores);
        return _scores[0];
    }

    private static SampleTable RandomSamples(FeatureSchema schema)
    {
        var random = new Random(1);
        var vocabularies = new FeatureVocabularies([.. Enumerable.Range(0, UserCount)], [.. Enumerable.Range(0, MovieCount)], Genres);
        var samples = new SampleTable(schema, vocabularies, SampleCount);
        foreach (FeatureSlot slot in schema.Features.Select(feature => schema.Find(feature.Name)).OfType<FeatureSlot>())
        {
            for (int row = 0; row < SampleCount; row++)
            {
                for (int column = 0; column < slot.Width; column++)
                {
                    int at = (row * schema.Width(slot.Block)) + slot.Offset + column;
                    if (slot.Feature.IsId)
                    {
                        samples.Ids(slot.Block)[at] = random.Next(vocabularies.RowCount(slot.Feature.Kind));
                    }
                    else
                    {
                        samples.Numbers(slot.Block)[at] = random.NextSingle() * 10;
                    }
                }
            }
        }

        for (int row = 0; row < SampleCount; row++)
        {
            samples.Labels[row] = row % 2 == 0;
        }

        return samples;
    }
}
