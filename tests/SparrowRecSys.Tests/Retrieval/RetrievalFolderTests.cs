using System.Text.Json.Nodes;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Tests.Retrieval;

public sealed class RetrievalFolderTests : IDisposable
{
    private static readonly EmbeddingRows Vectors = new([10, 20, 40], [1, 2, 3, 4, 5, 6], 2);

    private readonly string _directory = Directory.CreateTempSubdirectory("retrieval-").FullName;

    public static TheoryData<LearnedModel> Kinds =>
    [
        new LearnedPopularity([10, 20], [5, 3]),
        new LearnedEmbedding(Vectors, CosineWeight: 3, PopularityWeight: 0.5),
        new LearnedFactors(Vectors, null, new FoldInOptions(0.3, 0.007)),
        new LearnedFactors(Vectors, [0.1f, -0.2f, 0.3f], new FoldInOptions(0, 0.1, MeanStars: 3.5)),
        new LearnedFactors(Vectors, [0.1f, -0.2f, 0.3f], new FoldInOptions(0, 0.1) { Negatives = 8 }),
        new LearnedItemWeights([10, 20, 40], ItemWeights.Sparse([0, 2, 2, 3], [1, 2, 0], [0.5f, -0.25f, 2])),
        new LearnedItemWeights([10, 20], ItemWeights.Dense([[0, 0.5f], [0.25f, 0]])),
    ];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_was_learned_reads_back_as_the_same(LearnedModel learned)
    {
        LearnedModel read = RetrievalFolder.Load(Save(learned with { InteractionHalfStars = 8 })).Learned;

        Assert.Equal(8, read.InteractionHalfStars);
        Assert.Equal(learned.GetType(), read.GetType());
        Assert.Equal(ScoresOf(learned), ScoresOf(read));
    }

    [Fact]
    public void Each_save_is_the_next_version_and_the_newest_is_found()
    {
        string first = Save(new LearnedPopularity([10], [1]));
        string second = Save(new LearnedPopularity([10], [2]));

        Assert.Equal([Path.Combine(_directory, "tiny", "1"), Path.Combine(_directory, "tiny", "2")], [first, second]);
        Assert.Equal(2, RetrievalFolder.FindNewest(_directory, "tiny").Folder?.Version);
        Assert.Equal(["tiny"], RetrievalFolder.Names(_directory));
        Assert.Equal(["tiny"], Directory.EnumerateFileSystemEntries(_directory).Select(Path.GetFileName));
    }

    [Fact]
    public void A_damaged_version_is_refused_with_the_reason_and_the_one_before_it_is_found()
    {
        Save(new LearnedPopularity([10], [1]));
        string damaged = Path.Combine(Save(new LearnedPopularity([10], [2])), RetrievalFolder.VectorsFile);
        File.AppendAllText(damaged, "x");

        RetrievalSearch search = RetrievalFolder.FindNewest(_directory, "tiny");

        Assert.Equal(1, search.Folder?.Version);
        Assert.StartsWith($"{damaged}: found SHA-256 ", Assert.Single(search.Refused).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"kind\": \"popularity\"", "\"kind\": \"magic\"", "found kind 'magic', expected popularity, embedding, factors or weights")]
    [InlineData("\"format\": 1", "\"format\": 9", "found format 9, expected 1")]
    [InlineData("\"movies\"", "\"movie\"", "movie")]
    [InlineData("vectors.bin", "vector.bin", "there is no such file")]
    public void A_wrong_manifest_is_refused_saying_what_was_found(string from, string to, string message)
    {
        string path = Save(new LearnedPopularity([10], [1]));
        string manifest = Path.Combine(path, RetrievalFolder.ManifestFile);
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(from, to, StringComparison.Ordinal));

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => RetrievalFolder.Load(path));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_save_that_is_cancelled_leaves_nothing()
    {
        Assert.Throws<OperationCanceledException>(
            () => RetrievalFolder.Save(_directory, new LearnedPopularity([10], [1]), Manifest(), cancellation: new CancellationToken(canceled: true)));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_directory));
    }

    private string Save(LearnedModel learned) => RetrievalFolder.Save(_directory, learned, Manifest());

    private static RetrievalManifest Manifest() => new()
    {
        Name = "tiny",
        Kind = "",
        DataHash = "0123456789abcdef",
        RatingsAreSimulated = true,
        InteractionHalfStars = 7,
        Movies = 0,
        Files = new Dictionary<string, string>(),
        Options = new JsonObject { ["dimension"] = 2 },
        Facts = [],
    };

    /// <summary>Everything that a model made of it says about a history over the planted catalog.</summary>
    private static float[] ScoresOf(LearnedModel learned)
    {
        IRetrievalModel model = RetrievalModels.Create("tiny", learned, PlantedData.Data, new VectorIndexOptions());
        float[] scores = new float[PlantedData.MovieCount];
        Assert.True(model.TryScore(new UserHistory(0, [0, 1], [9, 8]), scores));
        return scores;
    }
}
