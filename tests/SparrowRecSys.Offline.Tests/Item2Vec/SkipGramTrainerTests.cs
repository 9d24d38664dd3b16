using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Tests.Item2Vec;

public sealed class SkipGramTrainerTests
{
    private const int Groups = 4;

    private static readonly Item2VecOptions Small = new() { Dimension = 16, Window = 5, Epochs = 20, MinCount = 1, Subsampling = 0 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 10)]
    [InlineData(1, 64)]
    [InlineData(1, 80)]
    [InlineData(3, 16)]
    public void The_nearest_movies_are_of_the_same_planted_group(int threads, int dimension)
    {
        DataSet data = TinyData.Groups(Groups, moviesOfGroup: 12, users: 200);

        EmbeddingTable table = Learn(data, Small with { Threads = threads, Dimension = dimension });

        Assert.Equal(48, table.PresentCount);
        Assert.All(Enumerable.Range(0, 48), row => Assert.All(Nearest(table, table.Row(row), 12), near => Assert.Equal(row % Groups, near % Groups)));
    }

    [Fact]
    public void The_withheld_movie_of_a_checkerboard_comes_first()
    {
        const int Size = 30;
        DataSet data = TinyData.Checkerboard(Size);
        EmbeddingRows movies = Learned(data, Small with { Epochs = 60 });
        var table = new EmbeddingTable(movies.Ids, movies.Values, movies.Dimension);
        EmbeddingRows users = Item2VecVectors.OfUsers(data.Ratings, data.Movies, movies);

        int[] first = [.. Enumerable.Range(0, Size).Select(user => FirstUnrated(data, table, user, users.Row(user)))];

        Assert.Equal(Enumerable.Range(0, Size), first);
    }

    [Fact]
    public void The_same_seed_gives_the_same_vectors_with_one_thread_and_another_seed_does_not()
    {
        InteractionSequences sequences = Sequences();

        float[] once = SkipGramTrainer.Train(sequences, Small with { Seed = 5, Subsampling = 0.01 }, cancellation: Stop).Vectors;
        float[] again = SkipGramTrainer.Train(sequences, Small with { Seed = 5, Subsampling = 0.01 }, cancellation: Stop).Vectors;
        float[] other = SkipGramTrainer.Train(sequences, Small with { Seed = 6, Subsampling = 0.01 }, cancellation: Stop).Vectors;

        Assert.Equal(once, again);
        Assert.NotEqual(once, other);
    }

    [Fact]
    public void The_loss_falls_and_progress_reaches_the_end()
    {
        var reports = new Recorder();

        SkipGramResult oneEpoch = SkipGramTrainer.Train(Sequences(), Small with { Epochs = 1 }, cancellation: Stop);
        SkipGramResult many = SkipGramTrainer.Train(Sequences(), Small, reports, Stop);

        Assert.True(many.Loss < oneEpoch.Loss * 0.8, $"{oneEpoch.Loss} after one epoch, {many.Loss} after twenty");
        Assert.Equal(reports.Last.ItemsTotal, reports.Last.ItemsDone);
        Assert.Equal(many.Loss, reports.Last.Loss, 0.2);
    }

    [Fact]
    public void Cancelling_stops_the_training()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Canceller(stop);

        Assert.Throws<OperationCanceledException>(
            () => SkipGramTrainer.Train(Sequences(), Small with { Epochs = 10_000 }, progress, stop.Token));
        Assert.True(progress.Last.ItemsDone < progress.Last.ItemsTotal / 2);
    }

    [Fact]
    public void A_learning_rate_that_diverges_is_an_error_and_no_file_of_NaN()
    {
        // Steps of this size overflow a float within the first rows.
        var options = new Item2VecOptions { Dimension = 4, LearningRate = 1e30, MinCount = 1 };

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => SkipGramTrainer.Train(Sequences(), options, cancellation: Stop));

        Assert.StartsWith("The training diverged at a learning rate of 1E+30", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_little_data_is_an_error_that_says_what_was_found()
    {
        DataSet data = TinyData.Groups(1, moviesOfGroup: 3, users: 2);

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Learned(data, Small with { MinCount = 50 }));

        Assert.Equal("Found 0 movies with at least 50 interactions, expected at least 2 to learn from.", error.Message);
    }

    private static InteractionSequences Sequences() =>
        InteractionSequences.From(TinyData.Groups(Groups, moviesOfGroup: 12, users: 200).Ratings, minCount: 1);

    private static EmbeddingTable Learn(DataSet data, Item2VecOptions options)
    {
        EmbeddingRows movies = Learned(data, options);
        return new EmbeddingTable(movies.Ids, movies.Values, movies.Dimension);
    }

    private static EmbeddingRows Learned(DataSet data, Item2VecOptions options) =>
        Assert.IsType<LearnedEmbedding>(Item2VecMethod.Learn(data, options, new LearningContext(Cancellation: Stop)).Model).Movies;

    private static int[] Nearest(EmbeddingTable table, ReadOnlySpan<float> query, int count)
    {
        Candidate[] nearest = new Candidate[count];
        int found = new ExactIndex(table).FindNearest(query, nearest);
        return [.. nearest.Take(found).Select(candidate => candidate.MovieRow)];
    }

    private static int FirstUnrated(DataSet data, EmbeddingTable table, int userRow, ReadOnlySpan<float> userVector)
    {
        int[] rated = data.Ratings.OfUser(userRow).MovieRows.ToArray();
        return Nearest(table, userVector, table.Count).First(row => !rated.Contains(row));
    }

    private class Recorder : IProgress<TrainingProgress>
    {
        public TrainingProgress Last { get; private set; }

        public virtual void Report(TrainingProgress value) => Last = value;
    }

    private sealed class Canceller(CancellationTokenSource stop) : Recorder
    {
        public override void Report(TrainingProgress value)
        {
            base.Report(value);
            stop.Cancel();
        }
    }
}
