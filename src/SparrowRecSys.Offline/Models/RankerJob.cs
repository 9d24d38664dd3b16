using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Onnx;
using SparrowRecSys.Offline.Samples;
using SparrowRecSys.Offline.Training;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Offline.Models;

/// <summary>A trained ranker, not yet written.</summary>
/// <param name="Model">The bytes of <c>model.onnx</c>.</param>
/// <param name="Schema">Version 1 and no hash: both are filled in when it is written.</param>
/// <param name="Summary">What <c>metrics.json</c> says.</param>
internal sealed record RankerOutput(byte[] Model, ModelSchema Schema, RankerSummary Summary);

/// <summary>What surrounds the training of a ranker.</summary>
/// <param name="Refit">Whether the published network is trained once more, on all ratings.</param>
/// <param name="Progress">Is told of every step; <see langword="null"/>: nobody looks.</param>
/// <param name="CheckpointPath">File that the training is resumed from when it was stopped; <see langword="null"/>: none.</param>
internal sealed record RankerContext(bool Refit = true, IProgress<TrainingStep>? Progress = null, string? CheckpointPath = null);

/// <summary>Trains a ranking network on a data set, measures it, and writes it as a model folder. The same for all networks.</summary>
internal sealed class RankerJob(RankerMethod method, NetworkOptions options, RankerContext context)
{
    private static readonly JsonSerializerOptions SummaryJson = new(JsonSerializerDefaults.Web);

    /// <summary>Splits by time, trains, tests, trains once more on everything, and checks the ONNX graph against Torch.</summary>
    /// <exception cref="InvalidDataException">The data cannot be trained on, Torch does not load, or the graph disagrees with Torch.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public RankerOutput Train(DataSet data, CancellationToken cancellation = default)
    {
        TorchAvailability.Require();
        long start = Stopwatch.GetTimestamp();
        var split = TimeSplit.Of(data.Ratings);
        var samples = RankerSamples.ByTime(data, split, method, options);
        using RankingNetwork measured = CreateNetwork(samples.Train);
        TrainingRun run = new NetworkTrainer(options, context.Progress, context.CheckpointPath).Fit(measured, samples.Train, samples.Validation, cancellation);
        RankerQuality test = Evaluate(measured, samples.Test);

        SampleTable? all = context.Refit ? RankerSamples.All(data, method, options) : null;
        using RankingNetwork? refitted = all is null ? null : CreateNetwork(all);
        if (refitted is not null && all is not null)
        {
            new NetworkTrainer(options, context.Progress).Repeat(refitted, all, run.Schedule, cancellation);
        }

        (byte[] model, ModelSchema schema, double parity) = Export(refitted ?? measured, all ?? samples.Train, data.Hash);
        return new RankerOutput(model, schema, new RankerSummary
        {
            RatingsAreSimulated = data.IsSimulated,
            Split = Summarise(data, split, samples),
            Test = test,
            Validation = run.Best,
            Baselines = MeasureBaselines(data, split),
            Epochs = run.Epochs,
            BestEpoch = run.BestEpoch,
            IsRefitted = context.Refit,
            Parity = parity,
            Parameters = measured.parameters().DistinctBy(parameter => parameter.Handle).Sum(parameter => parameter.numel()),
            Seconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1),
            Seed = options.Seed,
            Options = method.Options.ToJson(options),
        });
    }

    /// <summary>Trains and measures on the validation samples only: what a search for options looks at.</summary>
    public Quality Validate(DataSet data, CancellationToken cancellation = default)
    {
        TorchAvailability.Require();
        var samples = RankerSamples.ByTime(data, TimeSplit.Of(data.Ratings), method, options);
        using RankingNetwork network = CreateNetwork(samples.Train);
        return new NetworkTrainer(options, context.Progress).Fit(network, samples.Train, samples.Validation, cancellation).Best;
    }

    /// <summary>Writes <c>name/version/</c> under the next free version and returns its path.</summary>
    public static string Publish(RankerOutput output, string modelsDirectory, CancellationToken cancellation = default)
    {
        ModelSchema schema = output.Schema with { Version = ModelPublisher.NextVersion(modelsDirectory, output.Schema.Name) };
        JsonObject metrics = JsonSerializer.SerializeToNode(output.Summary, SummaryJson)?.AsObject() ?? [];
        return ModelPublisher.Publish(modelsDirectory, schema, output.Model, metrics, cancellation);
    }

    private RankingNetwork CreateNetwork(SampleTable samples) =>
        samples.PositiveShare is > 0 and < 1
            ? method.CreateNetwork(new NetworkInputs(samples, BiasPrior.Of(samples)), options)
            : throw new InvalidDataException(
                $"Found {samples.PositiveShare:P0} ratings of at least {Rating.PositiveScore} stars among the training ratings, expected some above and some below.");

    private (byte[] Model, ModelSchema Schema, double Parity) Export(RankingNetwork network, SampleTable samples, string dataHash)
    {
        byte[] model = network.ToOnnx();
        (ModelProbe probe, double parity) = ParityCheck.Run(network, model, samples.Schema, ProbeSamples.Of(samples));
        var schema = new ModelSchema
        {
            Format = ModelSchema.CurrentFormat,
            Name = method.Name,
            Version = 1,
            Type = method.Name,
            ModelSha256 = "",
            DataHash = dataHash,
            Seed = options.Seed,
            Created = TimeProvider.System.GetUtcNow(),
            Features = samples.Schema.Features,
            Genres = samples.Vocabularies.Genres,
            UserIds = samples.Vocabularies.UserIds,
            MovieIds = samples.Vocabularies.MovieIds,
            Probe = probe,
        };
        return (model, schema, parity);
    }

    private static RankerQuality Evaluate(RankingNetwork network, SampleTable samples)
    {
        float[] scores = NetworkTrainer.Score(network, samples);
        double groupAuc = BinaryMetrics.GroupAuc(scores, samples.Labels, samples.UserRows);
        return new RankerQuality(
            BinaryMetrics.Auc(scores, samples.Labels), double.IsNaN(groupAuc) ? null : groupAuc, BinaryMetrics.LogLoss(scores, samples.Labels));
    }

    private static BaselineSummary MeasureBaselines(DataSet data, TimeSplit split)
    {
        var baselines = new Baselines(split.Train, data.Ratings.UserCount, data.Movies.Count);
        float[] baseRate = new float[split.Test.Count];
        Array.Fill(baseRate, (float)split.Train.PositiveShare);
        double Auc(float[] scores) => BinaryMetrics.Auc(scores, split.Test.Labels);
        return new BaselineSummary(
            Auc(baselines.Popularity(split.Test)), Auc(baselines.MovieAverage(split.Test)), Auc(baselines.DampedMovieAverage(split.Test)),
            Auc(baselines.UserAndMovieAverage(split.Test)), Auc(Baselines.UserAndMovieAverageAtMoment(data.Ratings, split.TestFrom)),
            BinaryMetrics.LogLoss(baseRate, split.Test.Labels));
    }

    private static SplitSummary Summarise(DataSet data, TimeSplit split, RankerSamples samples)
    {
        FeatureVocabularies known = samples.Train.Vocabularies;
        return new SplitSummary(
            "time", samples.Train.Count, samples.Validation.Count, samples.Test.Count,
            DateTimeOffset.FromUnixTimeSeconds(split.ValidationFrom), DateTimeOffset.FromUnixTimeSeconds(split.TestFrom),
            samples.Train.PositiveShare, samples.Test.PositiveShare,
            split.Test.UserRows.Count(row => !known.KnowsUser(data.Ratings.UserIds[row])) / (double)split.Test.Count,
            split.Test.MovieRows.Count(row => !known.KnowsMovie(data.Movies[row].MovieId)) / (double)split.Test.Count);
    }
}
