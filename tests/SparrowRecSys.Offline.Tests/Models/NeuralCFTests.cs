using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.Training;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Offline.Tests.Models;

[Collection("Torch")] // its random generator is one for the process
public sealed class NeuralCFTests
{
    private static readonly NeuralCFOptions Quick = new() { Epochs = 40, BatchSize = 64, LearningRate = 0.02, Regularization = 0.01 };

    public NeuralCFTests() => Assert.SkipUnless(TorchAvailability.IsAvailable, TorchAvailability.WhyNot ?? "");

    [Fact]
    public void A_withheld_cell_of_a_checkerboard_is_scored_as_its_colour()
    {
        using var folder = new TemporaryFolder();
        DataSet data = SmallData.Checkerboard(userCount: 60, movieCount: 20);

        RankerOutput output = Train(data, Quick with { Patience = 40, Decay = 1 }); // nothing is better than a guess until the colours are found

        using var ranker = new OnnxRanker(
            ModelFolder.Load(RankerJob.Publish(output, folder.Path, TestContext.Current.CancellationToken)), new FeatureStore(data));
        Assert.True(output.Summary.Test.Auc > 0.99, $"test AUC {output.Summary.Test.Auc}");
        Assert.All(Enumerable.Range(1, 60), user => AssertWithheldAboveDisliked(ranker, data, user));
    }

    [Fact]
    public void Labels_that_nothing_explains_give_a_test_auc_of_one_half()
    {
        DataSet data = SmallData.RandomLabels(userCount: 600, movieCount: 200, ratingCount: 80_000);

        RankerOutput output = Train(data, new NeuralCFOptions { Epochs = 3 }, refit: false);

        Assert.InRange(output.Summary.Test.Auc, 0.48, 0.52);
    }

    [Fact]
    public void The_same_seed_gives_the_same_scores_and_another_seed_others()
    {
        DataSet data = SmallData.Checkerboard(userCount: 20, movieCount: 10);
        IReadOnlyList<float> ScoresOf(int seed) => Train(data, Quick with { Epochs = 3, Seed = seed }).Schema.Probe.Scores;

        IReadOnlyList<float> first = ScoresOf(1);

        Assert.Equal(first, ScoresOf(1));
        Assert.NotEqual(first, ScoresOf(2));
    }

    [Fact]
    public void The_published_vocabulary_holds_every_user_after_the_refit_and_only_those_trained_on_without()
    {
        DataSet data = SmallData.Of(10, Enumerable.Range(0, 500).Select(i => ((i / 10) + 1, i % 10, (byte)(i % 3 == 0 ? 2 : 10))));

        RankerOutput refitted = Train(data, Quick with { Epochs = 1 });
        RankerOutput measured = Train(data, Quick with { Epochs = 1 }, refit: false);

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

        Assert.Throws<OperationCanceledException>(() => Train(data, Quick, progress: new CallbackProgress(_ => stop.Cancel()), cancellation: stop.Token));
    }

    [Fact]
    public void Ratings_of_one_kind_only_cannot_be_trained_on()
    {
        DataSet data = SmallData.Of(5, Enumerable.Range(0, 100).Select(i => (i % 7 + 1, i % 5, (byte)10)));

        InvalidDataException error = Assert.Throws<InvalidDataException>(
            () => Train(data, Quick));

        Assert.Contains("expected some above and some below", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Best_epoch_is_restored_when_later_ones_are_worse()
    {
        // With labels that nothing explains, every epoch after the first few only learns by heart.
        DataSet data = SmallData.RandomLabels(userCount: 20, movieCount: 50, ratingCount: 800);

        RankerSummary summary = Train(data, Quick with { Epochs = 12, Patience = 12 }, refit: false).Summary;

        Assert.Equal(12, summary.Epochs.Count);
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

    private static RankerOutput Train(DataSet data, NeuralCFOptions options, bool refit = true, IProgress<TrainingStep>? progress = null, CancellationToken? cancellation = null) =>
        new RankerJob(AllRankers.Get("neuralcf"), options, new RankerContext(refit, progress)).Train(data, cancellation ?? TestContext.Current.CancellationToken);
}
