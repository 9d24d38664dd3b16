using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Onnx;
using SparrowRecSys.Offline.Samples;
using SparrowRecSys.Offline.Training;
using SparrowRecSys.Ranking;
using TorchSharp;

namespace SparrowRecSys.Offline.Models;

/// <summary>A trained NeuralCF, not yet written.</summary>
/// <param name="Model">The bytes of <c>model.onnx</c>.</param>
/// <param name="Schema">Version 1 and no hash: both are filled in when it is written.</param>
/// <param name="Summary">What <c>metrics.json</c> says.</param>
internal sealed record NeuralCFOutput(byte[] Model, ModelSchema Schema, NeuralCFSummary Summary);

/// <summary>Trains NeuralCF on a data set, measures it, and writes it as a model folder.</summary>
internal sealed class NeuralCFJob(
    DataSet data, NeuralCFOptions network, TrainingOptions training, bool refit = true, IProgress<TrainingStep>? progress = null)
{
    public const string ModelName = "neuralcf";

    private const int ProbeUsers = 8;
    private const int ProbeMovies = 64;

    private static readonly JsonSerializerOptions SummaryJson = new(JsonSerializerDefaults.Web);

    private readonly RatingTable _ratings = data.Ratings;
    private readonly NetworkTrainer _trainer = new(training, progress);

    /// <summary>Splits by time, trains, tests, trains once more on everything, and checks the ONNX graph against Torch.</summary>
    /// <exception cref="InvalidDataException">The data cannot be trained on, Torch does not load, or the graph disagrees with Torch.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public NeuralCFOutput Train(CancellationToken cancellation = default)
    {
        TorchAvailability.Require();
        long start = Stopwatch.GetTimestamp();
        TimeSplit split = TimeSplit.Of(_ratings);
        (Vocabulary users, Vocabulary movies) = VocabulariesOf(split.Train);
        using NeuralCF measured = CreateNetwork(users, movies, split.Train);
        TrainingRun run = Fit(measured, split, users, movies, cancellation);
        Quality test = Evaluate(measured, split.Test, users, movies);

        (Vocabulary allUsers, Vocabulary allMovies) = VocabulariesOf(RatingSamples.All(_ratings));
        using NeuralCF? refitted = refit ? Refit(allUsers, allMovies, run, cancellation) : null;
        (byte[] model, ModelSchema schema, double parity) =
            refitted is null ? Export(measured, users, movies) : Export(refitted, allUsers, allMovies);
        var summary = new NeuralCFSummary
        {
            RatingsAreSimulated = data.IsSimulated,
            Split = Summarise(split, users, movies),
            Test = test,
            Validation = run.Best,
            Baselines = MeasureBaselines(split),
            EpochsRun = run.EpochsRun,
            BestEpoch = run.BestEpoch,
            IsRefitted = refit,
            Parity = parity,
            Seconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1),
            Seed = training.Seed,
            Network = network,
            Training = training,
        };
        return new NeuralCFOutput(model, schema, summary);
    }

    /// <summary>Writes <c>neuralcf/version/</c> under the next free version and returns its path.</summary>
    public static string Publish(NeuralCFOutput output, string modelsDirectory, CancellationToken cancellation = default)
    {
        ModelSchema schema = output.Schema with { Version = ModelPublisher.NextVersion(modelsDirectory, ModelName) };
        JsonObject metrics = JsonSerializer.SerializeToNode(output.Summary, SummaryJson)?.AsObject() ?? [];
        return ModelPublisher.Publish(modelsDirectory, schema, output.Model, metrics, cancellation);
    }

    private TrainingRun Fit(NeuralCF network, TimeSplit split, Vocabulary users, Vocabulary movies, CancellationToken cancellation)
    {
        using TensorSamples train = ToTensors(split.Train, users, movies);
        using TensorSamples validation = ToTensors(split.Validation, users, movies);
        return _trainer.Fit(network, train, validation, cancellation);
    }

    private NeuralCF Refit(Vocabulary users, Vocabulary movies, TrainingRun run, CancellationToken cancellation)
    {
        RatingSamples all = RatingSamples.All(_ratings);
        using TensorSamples samples = ToTensors(all, users, movies);
        NeuralCF refitted = CreateNetwork(users, movies, all);
        _trainer.Repeat(refitted, samples, run.Schedule, cancellation);
        return refitted;
    }

    private NeuralCF CreateNetwork(Vocabulary users, Vocabulary movies, RatingSamples samples) =>
        samples.PositiveShare is > 0 and < 1
            ? new NeuralCF(BiasPrior.Of(samples, users, movies), network, training.Seed)
            : throw new InvalidDataException(
                $"Found {samples.PositiveShare:P0} ratings of at least {Rating.PositiveScore} stars among the training ratings, expected some above and some below.");

    private (Vocabulary Users, Vocabulary Movies) VocabulariesOf(RatingSamples samples)
    {
        int[] movieIds = [.. Enumerable.Range(0, data.Movies.Count).Select(row => data.Movies[row].MovieId)];
        return (Vocabulary.Of(_ratings.UserIds, samples.UserRows), Vocabulary.Of(movieIds, samples.MovieRows));
    }

    private (byte[] Model, ModelSchema Schema, double Parity) Export(NeuralCF network, Vocabulary users, Vocabulary movies)
    {
        byte[] model = NeuralCFGraph.Build(network.ToWeights());
        (ModelProbe probe, double parity) = ParityCheck.Run(network, model, NeuralCFGraph.Features, Probe(users.UnknownRow, movies.UnknownRow));
        var schema = new ModelSchema
        {
            Format = ModelSchema.CurrentFormat,
            Name = ModelName,
            Version = 1,
            Type = ModelName,
            ModelSha256 = "",
            DataHash = data.Hash,
            Seed = training.Seed,
            Created = TimeProvider.System.GetUtcNow(),
            Features = NeuralCFGraph.Features.Features,
            Genres = [],
            UserIds = users.Ids,
            MovieIds = movies.Ids,
            Probe = probe,
        };
        return (model, schema, parity);
    }

    /// <summary>A spread of users against a spread of movies, the unknown rows among them.</summary>
    private static ModelProbe Probe(int unknownUserRow, int unknownMovieRow)
    {
        int[] userRows = Spread(unknownUserRow, ProbeUsers);
        int[] movieRows = Spread(unknownMovieRow, ProbeMovies);
        return new ModelProbe
        {
            Users = userRows.Length,
            Movies = movieRows.Length,
            UserIds = userRows,
            UserNumbers = [],
            MovieIds = [.. userRows.SelectMany(_ => movieRows)],
            MovieNumbers = [],
            Scores = [],
        };
    }

    /// <summary>At most <paramref name="count"/> different rows from 0 to <paramref name="last"/>, both among them.</summary>
    private static int[] Spread(int last, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (int)((long)last * i / (count - 1))).Distinct()];

    private BaselineSummary MeasureBaselines(TimeSplit split)
    {
        var baselines = new Baselines(split.Train, _ratings.UserCount, data.Movies.Count);
        float[] baseRate = new float[split.Test.Count];
        Array.Fill(baseRate, (float)split.Train.PositiveShare);
        double Auc(float[] scores) => BinaryMetrics.Auc(scores, split.Test.Labels);
        return new BaselineSummary(
            Auc(baselines.Popularity(split.Test)), Auc(baselines.MovieAverage(split.Test)), Auc(baselines.DampedMovieAverage(split.Test)),
            Auc(baselines.UserAndMovieAverage(split.Test)), BinaryMetrics.LogLoss(baseRate, split.Test.Labels));
    }

    private static SplitSummary Summarise(TimeSplit split, Vocabulary users, Vocabulary movies) => new(
        "time", split.Train.Count, split.Validation.Count, split.Test.Count,
        DateTimeOffset.FromUnixTimeSeconds(split.ValidationFrom), DateTimeOffset.FromUnixTimeSeconds(split.TestFrom),
        split.Train.PositiveShare, split.Test.PositiveShare,
        split.Test.UserRows.Count(row => !users.Knows(row)) / (double)split.Test.Count,
        split.Test.MovieRows.Count(row => !movies.Knows(row)) / (double)split.Test.Count);

    private static Quality Evaluate(NeuralCF network, RatingSamples samples, Vocabulary users, Vocabulary movies)
    {
        using TensorSamples tensors = ToTensors(samples, users, movies);
        return NetworkTrainer.Evaluate(network, tensors);
    }

    private static TensorSamples ToTensors(RatingSamples samples, Vocabulary users, Vocabulary movies)
    {
        torch.Tensor Ids(int[] rows) => torch.tensor(rows, torch.int64).unsqueeze(1); // (R, 1)
        torch.Tensor none = torch.zeros(samples.Count, 0);
        return new TensorSamples([Ids(users.Encode(samples.UserRows)), none, Ids(movies.Encode(samples.MovieRows)), none.alias()], samples.Labels);
    }
}
