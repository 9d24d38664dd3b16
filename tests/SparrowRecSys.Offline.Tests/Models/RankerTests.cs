using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.Training;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Offline.Tests.Models;

[Collection("Torch")] // its random generator is one for the process
public sealed class RankerTests
{
    private static readonly DataSet Data = RichData.Create();

    public RankerTests() => Assert.SkipUnless(TorchAvailability.IsAvailable, TorchAvailability.WhyNot ?? "");

    public static TheoryData<string> Names => [.. AllRankers.All.Select(ranker => ranker.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_network_is_served_as_it_was_trained(string name)
    {
        using var folder = new TemporaryFolder();

        RankerOutput output = Train(name, """{"epochs":1,"learningRate":0.02,"batchSize":128}""");
        ModelFolder loaded = ModelFolder.Load(RankerJob.Publish(output, folder.Path, TestContext.Current.CancellationToken));
        using OnnxScorer scorer = loaded.Scorer;

        Assert.InRange(output.Summary.Parity, 0, ModelFolder.MaximumParity);
        Assert.True(output.Schema.Probe.Scores.Max() - output.Schema.Probe.Scores.Min() > 0.005, "scores that are all alike prove nothing");
        Assert.Equal(name, loaded.Schema.Name);
    }

    [Theory]
    [InlineData("neuralcf", """{"variant":"towers"}""")]
    [InlineData("din", """{"activation":"dice","historyLength":3}""")]
    [InlineData("dien", """{"auxiliaryWeight":0,"historyLength":1}""")]
    [InlineData("sasrec", """{"blockCount":2}""")]
    public void Every_variant_is_served_as_it_was_trained(string name, string options) =>
        Assert.InRange(Train(name, options.Replace("{", """{"epochs":1,"learningRate":0.02,""", StringComparison.Ordinal)).Summary.Parity, 0, ModelFolder.MaximumParity);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_network_learns_what_there_is_to_learn(string name)
    {
        string options = name is "neuralcf" ? """{"epochs":30,"batchSize":64,"learningRate":0.02}""" : """{"epochs":12,"batchSize":64,"learningRate":0.01}""";

        Assert.InRange(Train(name, options, refit: false).Summary.Test.Auc, 0.56, 1);
    }

    [Theory]
    [InlineData("din", """{"epochs":2,"historyLength":4}""", 4)]
    [InlineData("dien", """{"epochs":2,"historyLength":3}""", 3)]
    public void A_network_that_attends_to_the_history_tells_the_server_which_films_matter(string name, string options, int length)
    {
        using var folder = new TemporaryFolder();
        var model = ModelFolder.Load(RankerJob.Publish(Train(name, options), folder.Path, TestContext.Current.CancellationToken));
        var features = new FeatureStore(Data);
        using var ranker = new OnnxRanker(model, features);
        UserState user = features.OfUser(features.UserIds.First(id => features.OfUser(id).Positives.Length > length));
        float[] scores = new float[2];
        ranker.Score(user, [3, 7], scores);

        RankerInspection inspection = ranker.Inspect(user, [3, 7]);

        Assert.Equal([-1, length], model.Schema.Attention?.Shape);
        Assert.Equal(2, inspection.Movies.Count);
        Assert.Equal(2, inspection.Attention.Count);
        Assert.All(inspection.Attention, attended => Assert.All(attended, movie => Assert.Contains(movie.MovieRow, user.Positives[..length].ToArray())));
        Assert.True(name == "din" || inspection.Attention.All(attended => attended.Count > 0), "weights of dien are above 0");
        Assert.All(inspection.Attention, attended => Assert.Equal(attended.OrderByDescending(movie => movie.Weight), attended));
        InspectedFeature history = Assert.Single(inspection.User, feature => feature.Name == FeatureNames.UserHistory);
        Assert.Equal(user.Positives[..length].ToArray().Select(row => (double?)Data.Movies[row].MovieId), history.Values);
        Assert.Equal(user.Recent.AverageRating, Assert.Single(inspection.User, feature => feature.Name == FeatureNames.UserAvgRating).Values[0] ?? 0, 1e-5);
        Assert.Equal(Data.Movies[7].MovieId, Assert.Single(inspection.Movies[1], feature => feature.Name == FeatureNames.MovieId).Values[0]);
        Assert.Equal(Data.Movies[7].Genres.Take(1), Assert.Single(inspection.Movies[1], feature => feature.Name == FeatureNames.MovieGenres[0]).Genres);
    }

    [Fact]
    public void A_network_without_attention_is_inspected_too()
    {
        using var folder = new TemporaryFolder();
        var model = ModelFolder.Load(RankerJob.Publish(Train("embeddingmlp", """{"epochs":1}"""), folder.Path, TestContext.Current.CancellationToken));
        var features = new FeatureStore(Data);
        using var ranker = new OnnxRanker(model, features);

        RankerInspection inspection = ranker.Inspect(features.OfUser(features.UserIds.First()), [0, 1, 2]);

        Assert.Empty(inspection.Attention);
        Assert.Equal(3, inspection.Movies.Count);
        Assert.NotEmpty(inspection.User);
    }

    [Fact]
    public void A_training_that_was_stopped_and_resumed_gives_the_same_network_as_one_that_was_not()
    {
        using var folder = new TemporaryFolder();
        string checkpoint = Path.Combine(folder.Path, "dien.checkpoint");
        const string Options = """{"epochs":4,"batchSize":128,"learningRate":0.01}""";
        using var stop = new CancellationTokenSource();
        var stopper = new CallbackProgress(step => (step.Epoch == 3 ? stop : new CancellationTokenSource()).Cancel());

        RankerOutput whole = Train("dien", Options);
        Assert.Throws<OperationCanceledException>(() => Train("dien", Options, progress: stopper, checkpoint: checkpoint, cancellation: stop.Token));
        bool isKept = File.Exists(checkpoint);
        RankerOutput resumed = Train("dien", Options, checkpoint: checkpoint);

        Assert.True(isKept);
        Assert.False(File.Exists(checkpoint));
        Assert.Equal(whole.Summary.Epochs, resumed.Summary.Epochs);
        Assert.Equal(whole.Schema.Probe.Scores, resumed.Schema.Probe.Scores);
    }

    [Fact]
    public void A_checkpoint_of_another_training_is_refused()
    {
        using var folder = new TemporaryFolder();
        string checkpoint = Path.Combine(folder.Path, "state");
        using var stop = new CancellationTokenSource();
        var stopper = new CallbackProgress(step => (step.Epoch == 2 ? stop : new CancellationTokenSource()).Cancel());
        Assert.Throws<OperationCanceledException>(() => Train("twotower", """{"epochs":3}""", progress: stopper, checkpoint: checkpoint, cancellation: stop.Token));

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Train("twotower", """{"epochs":3,"seed":2}""", checkpoint: checkpoint));

        Assert.Contains("found the checkpoint of TwoTower", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_learning_curve_has_a_point_for_every_epoch_and_the_step_size_falls_after_a_worse_one()
    {
        RankerSummary summary = Train("embeddingmlp", """{"epochs":12,"patience":12,"learningRate":0.05,"decay":0.5}""", refit: false).Summary;

        Assert.Equal(Enumerable.Range(1, 12), summary.Epochs.Select(epoch => epoch.Epoch));
        Assert.Equal(summary.Epochs.MinBy(epoch => epoch.Validation.LogLoss)?.Epoch, summary.BestEpoch);
        Assert.Equal(0.05, summary.Epochs[0].LearningRate, 1e-12);
        Assert.All(Enumerable.Range(1, 11), i => Assert.Equal(
            summary.Epochs[i - 1].Validation.LogLoss <= summary.Epochs.Take(i).Min(epoch => epoch.Validation.LogLoss) ? 1 : 0.5,
            summary.Epochs[i].LearningRate / summary.Epochs[i - 1].LearningRate, 1e-12));
    }

    private static RankerOutput Train(
        string name, string options, bool refit = true, CallbackProgress? progress = null, string? checkpoint = null, CancellationToken? cancellation = null)
    {
        RankerMethod method = AllRankers.Get(name);
        var values = (NetworkOptions)method.Options.FromJson(System.Text.Json.Nodes.JsonNode.Parse(options)!.AsObject());
        return new RankerJob(method, values, new RankerContext(refit, progress, checkpoint)).Train(Data, cancellation ?? TestContext.Current.CancellationToken);
    }
}
