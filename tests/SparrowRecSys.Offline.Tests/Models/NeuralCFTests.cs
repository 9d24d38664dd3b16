using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.Onnx;
using SparrowRecSys.Offline.Training;
using SparrowRecSys.Ranking;
using TorchSharp;

namespace SparrowRecSys.Offline.Tests.Models;

[Collection("Torch")] // its random generator is one for the process
public sealed class NeuralCFTests
{
    private static readonly TrainingOptions Quick = new() { Epochs = 40, BatchSize = 64, LearningRate = 0.02, Regularization = 0.01 };

    private static readonly int[] BatchUsers = [0, 17, 50];

    /// <summary>Three users, the unknown one among them, against all movies.</summary>
    private static readonly ModelProbe Batch = new()
    {
        Users = 3,
        Movies = 81,
        UserIds = BatchUsers,
        UserNumbers = [],
        MovieIds = [.. BatchUsers.SelectMany(_ => Enumerable.Range(0, 81))],
        MovieNumbers = [],
        Scores = [],
    };

    public NeuralCFTests() => Assert.SkipUnless(TorchAvailability.IsAvailable, TorchAvailability.WhyNot ?? "");

    [Fact]
    public void A_withheld_cell_of_a_checkerboard_is_scored_as_its_colour()
    {
        using var folder = new TemporaryFolder();
        DataSet data = SmallData.Checkerboard(userCount: 60, movieCount: 20);

        NeuralCFOutput output = new NeuralCFJob(data, new NeuralCFOptions(), Quick).Train(TestContext.Current.CancellationToken);

        using var ranker = new OnnxRanker(
            ModelFolder.Load(NeuralCFJob.Publish(output, folder.Path, TestContext.Current.CancellationToken)), new FeatureStore(data));
        Assert.True(output.Summary.Test.Auc > 0.99, $"test AUC {output.Summary.Test.Auc}");
        Assert.All(Enumerable.Range(1, 60), user => AssertWithheldAboveDisliked(ranker, data, user));
    }

    [Fact]
    public void Labels_that_nothing_explains_give_a_test_auc_of_one_half()
    {
        DataSet data = SmallData.RandomLabels(userCount: 600, movieCount: 200, ratingCount: 80_000);

        NeuralCFOutput output = new NeuralCFJob(data, new NeuralCFOptions(), new TrainingOptions { Epochs = 3 }, refit: false)
            .Train(TestContext.Current.CancellationToken);

        Assert.InRange(output.Summary.Test.Auc, 0.48, 0.52);
    }

    [Fact]
    public void Torch_and_onnx_agree_on_random_weights()
    {
        using NeuralCF network = RandomNetwork(hiddenSizes: [24, 12, 6]);

        (ModelProbe probe, double parity) = ParityCheck.Run(network, NeuralCFGraph.Build(network.ToWeights()), NeuralCFGraph.Features, Batch);

        Assert.InRange(parity, 0, 1e-6);
        Assert.Equal(3 * 81, probe.Scores.Count);
        Assert.True(probe.Scores.Max() - probe.Scores.Min() > 0.1, "all scores alike prove nothing");
    }

    [Fact]
    public void An_export_that_disagrees_with_torch_is_refused()
    {
        using NeuralCF network = RandomNetwork(hiddenSizes: [8]);
        NeuralCFWeights weights = network.ToWeights();
        float[] wrong = [.. weights.MovieBias];
        wrong[80] += 0.01f;

        InvalidDataException error = Assert.Throws<InvalidDataException>(
            () => ParityCheck.Run(network, NeuralCFGraph.Build(weights with { MovieBias = wrong }), NeuralCFGraph.Features, Batch));

        Assert.Contains("apart on the same batch, expected at most 1E-05", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_scores_and_another_seed_others()
    {
        DataSet data = SmallData.Checkerboard(userCount: 20, movieCount: 10);
        NeuralCFOutput Train(int seed) => new NeuralCFJob(data, new NeuralCFOptions(), Quick with { Epochs = 3, Seed = seed })
            .Train(TestContext.Current.CancellationToken);

        IReadOnlyList<float> first = Train(1).Schema.Probe.Scores;

        Assert.Equal(first, Train(1).Schema.Probe.Scores);
        Assert.NotEqual(first, Train(2).Schema.Probe.Scores);
    }

    [Fact]
    public void The_published_vocabulary_holds_every_user_after_the_refit_and_only_those_trained_on_without()
    {
        DataSet data = SmallData.Of(10, Enumerable.Range(0, 500).Select(i => ((i / 10) + 1, i % 10, (byte)(i % 3 == 0 ? 2 : 10))));
        NeuralCFOutput Train(bool refit) => new NeuralCFJob(data, new NeuralCFOptions(), Quick with { Epochs = 1 }, refit)
            .Train(TestContext.Current.CancellationToken);

        NeuralCFOutput refitted = Train(refit: true);
        NeuralCFOutput measured = Train(refit: false);

        Assert.Equal(50, refitted.Schema.UserIds.Count);
        Assert.Equal(40, measured.Schema.UserIds.Count);
        Assert.Equal(1, measured.Summary.Split.ColdUserShare);
        Assert.Equal(measured.Summary.Test, refitted.Summary.Test);
    }

    [Fact]
    public void A_stopped_training_says_so()
    {
        DataSet data = SmallData.Checkerboard(userCount: 20, movieCount: 10);
        using var stop = new CancellationTokenSource();
        var job = new NeuralCFJob(data, new NeuralCFOptions(), Quick, progress: new CallbackProgress(stop.Cancel));

        Assert.Throws<OperationCanceledException>(() => job.Train(stop.Token));
    }

    [Fact]
    public void Ratings_of_one_kind_only_cannot_be_trained_on()
    {
        DataSet data = SmallData.Of(5, Enumerable.Range(0, 100).Select(i => (i % 7 + 1, i % 5, (byte)10)));

        InvalidDataException error = Assert.Throws<InvalidDataException>(
            () => new NeuralCFJob(data, new NeuralCFOptions(), Quick).Train(TestContext.Current.CancellationToken));

        Assert.Contains("expected some above and some below", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Best_epoch_is_restored_when_later_ones_are_worse()
    {
        // With labels that nothing explains, every epoch after the first few only learns by heart.
        DataSet data = SmallData.RandomLabels(userCount: 20, movieCount: 50, ratingCount: 800);
        TrainingOptions training = Quick with { Epochs = 12, Patience = 12 };

        NeuralCFSummary summary = new NeuralCFJob(data, new NeuralCFOptions(), training, refit: false)
            .Train(TestContext.Current.CancellationToken).Summary;

        Assert.Equal(12, summary.EpochsRun);
        Assert.InRange(summary.BestEpoch, 1, 11);
        Assert.InRange(summary.Test.LogLoss, 0.6, 0.8);
    }

    private static void AssertWithheldAboveDisliked(OnnxRanker ranker, DataSet data, int userId)
    {
        int count = data.Movies.Count;
        int withheld = userId % count;
        int[] rows = [withheld, .. Enumerable.Range(0, count).Where(row => row % 2 != userId % 2)];
        float[] scores = new float[rows.Length];
        ranker.Score(UserState.Fold(userId, RatingSlice.Empty, data.Movies), rows, scores);

        Assert.True(scores[0] > scores[1..].Max(), $"user {userId}: {scores[0]} against {scores[1..].Max()}");
    }

    private static NeuralCF RandomNetwork(int[] hiddenSizes)
    {
        var random = new Random(5);
        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
        var network = new NeuralCF(new BiasPrior(0.3f, Values(51), Values(81)), new NeuralCFOptions { HiddenSizes = hiddenSizes }, seed: 9);
        using var _ = torch.no_grad();
        foreach (torch.Tensor weight in network.parameters())
        {
            weight.normal_(0, 0.5);
        }

        return network;
    }

    private sealed class CallbackProgress(Action callback) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value) => callback();
    }
}
